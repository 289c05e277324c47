/**
 * Policies: documents read, expressions compiled, plans judged. Not exported; what users see of it
 * is in the package above.
 */
@NullMarked
package dev.ashlar.governance.policy;

import org.jspecify.annotations.NullMarked;
