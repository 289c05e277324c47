package dev.ashlar.simulation.scenario;

import dev.ashlar.schema.Operation;

/**
 * Something that goes wrong.
 *
 * @param trouble what
 * @param address with which resource
 * @param operation with which call of it
 * @param times how often
 */
public record Strike(Trouble trouble, String address, Operation operation, int times) {}
