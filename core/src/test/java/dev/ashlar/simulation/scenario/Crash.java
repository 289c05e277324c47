package dev.ashlar.simulation.scenario;

import dev.ashlar.simulation.world.Boundary;
import dev.ashlar.simulation.world.Machine.Blow;

/**
 * The end of a process.
 *
 * @param boundary where; empty text in {@code about} for whatever it is about
 * @param about the beginning of the change that it is about
 * @param passing at which time that it comes by there, from 1
 * @param blow what happens to it
 */
public record Crash(Boundary boundary, String about, int passing, Blow blow) {}
