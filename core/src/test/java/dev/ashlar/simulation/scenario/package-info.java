/** What happens in a simulated life, as data: drawn from a seed, made smaller, written as Java. */
@NullMarked
package dev.ashlar.simulation.scenario;

import org.jspecify.annotations.NullMarked;
