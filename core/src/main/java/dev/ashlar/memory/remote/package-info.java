/** The simulated cloud in a process of its own: what is asked and answered over the loopback. */
@NullMarked
package dev.ashlar.memory.remote;

import org.jspecify.annotations.NullMarked;
