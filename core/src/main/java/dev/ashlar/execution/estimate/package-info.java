/** How long the rest of a run takes. Not exported. */
@NullMarked
package dev.ashlar.execution.estimate;

import org.jspecify.annotations.NullMarked;
