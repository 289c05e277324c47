/** The whole engine, through its front door, in memory. */
@NullMarked
package dev.ashlar.endtoend;

import org.jspecify.annotations.NullMarked;
