package dev.ashlar.expression;

import dev.ashlar.value.ValuePath;

/**
 * What an expression may read, by its text alone.
 *
 * @param root the root name; a leading {@code resources.} is already taken off
 * @param path the constant steps from the root; it ends before the first computed index
 * @param keysOnly whether only the keys of the instances are read, not their attributes
 */
public record Reference(String root, ValuePath path, boolean keysOnly) {}
