/** Lives a scenario through with the real engine, and holds everything against the laws. */
@NullMarked
package dev.ashlar.simulation.life;

import org.jspecify.annotations.NullMarked;
