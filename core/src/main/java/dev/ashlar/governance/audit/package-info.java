/**
 * The audit log: lines written, chained, kept and held against what they were. Not exported; what
 * users see of it is in the package above.
 */
@NullMarked
package dev.ashlar.governance.audit;

import org.jspecify.annotations.NullMarked;
