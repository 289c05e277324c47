/** The types of the simulated lives, and the line between a process and the cloud. */
@NullMarked
package dev.ashlar.simulation.cloud;

import org.jspecify.annotations.NullMarked;
