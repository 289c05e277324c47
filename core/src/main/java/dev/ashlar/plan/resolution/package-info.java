/** What a planned change comes to when its unknowns are known: the same, or less. Not exported. */
@NullMarked
package dev.ashlar.plan.resolution;

import org.jspecify.annotations.NullMarked;
