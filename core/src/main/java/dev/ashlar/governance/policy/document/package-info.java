/** Access documents and addresses, as policies ask about them. */
@NullMarked
package dev.ashlar.governance.policy.document;

import org.jspecify.annotations.NullMarked;
