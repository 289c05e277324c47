/** The simulated cloud from the outside: connectors, latency, and what befalls an operation. */
@NullMarked
package dev.ashlar.memory.simulation;

import org.jspecify.annotations.NullMarked;
