/** Which plans must be approved, what was asked and decided, and whether that is enough. */
@NullMarked
package dev.ashlar.governance.approval;

import org.jspecify.annotations.NullMarked;
