/** A simulated cloud in memory, and the time that tests run on. */
@NullMarked
package dev.ashlar.memory;

import org.jspecify.annotations.NullMarked;
