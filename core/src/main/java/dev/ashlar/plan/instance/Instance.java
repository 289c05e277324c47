package dev.ashlar.plan.instance;

import dev.ashlar.value.Address;
import dev.ashlar.value.Value;

/**
 * One object that a declaration stands for.
 *
 * @param address its address
 * @param each what {@code each} is in its expressions; null where there is no {@code forEach}
 */
public record Instance(Address address, Value each) {}
