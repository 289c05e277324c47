package dev.ashlar.state.format;

import dev.ashlar.value.ValuePath;

/**
 * Where a secret stands. Its ciphertext is bound to this, so that one that was copied elsewhere is
 * refused; an object that moves is written again and its secrets encrypted for the new place.
 *
 * @param owner the object's id, or the empty text for what is the environment's own
 * @param section which of its values
 * @param path the place within the value
 */
public record Place(String owner, String section, ValuePath path) {}
