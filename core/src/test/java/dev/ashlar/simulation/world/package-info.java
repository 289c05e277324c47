/** The world that simulated processes live in: one time, one order, and death at any moment. */
@NullMarked
package dev.ashlar.simulation.world;

import org.jspecify.annotations.NullMarked;
