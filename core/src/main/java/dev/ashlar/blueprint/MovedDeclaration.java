package dev.ashlar.blueprint;

import dev.ashlar.value.Address;

/**
 * That objects have another address now: of one instance, or of all instances of a declaration.
 *
 * @param from the address before
 * @param to the address now
 * @param place where it stands
 * @since 0.1
 */
public record MovedDeclaration(Address from, Address to, Place place) {}
