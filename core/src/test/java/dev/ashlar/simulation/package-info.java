/** Whole lives of environments in a simulated world in which everything goes wrong. */
@NullMarked
package dev.ashlar.simulation;

import org.jspecify.annotations.NullMarked;
