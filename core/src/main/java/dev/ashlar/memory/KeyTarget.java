package dev.ashlar.memory;

/**
 * What can be named as the key that encrypts something: a key, or an alias of one.
 *
 * @since 0.1
 */
public sealed interface KeyTarget permits Key, Alias {}
