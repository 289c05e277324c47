/** Bugs, planted where an engine takes something from outside: a test of the simulation. */
@NullMarked
package dev.ashlar.simulation.plant;

import org.jspecify.annotations.NullMarked;
