/** A cloud that does as told, a journal in memory, and plans made by hand. */
@NullMarked
package dev.ashlar.execution.rig;

import org.jspecify.annotations.NullMarked;
