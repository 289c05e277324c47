package dev.ashlar.laws.generate;

import dev.ashlar.value.Value;

/**
 * A resource of a random document.
 *
 * @param number its place in the order
 * @param type its type
 * @param properties what it declares; texts hold references as a document writes them
 * @param createBeforeDestroy whether its replacement is made first
 */
public record Drawn(
    int number, String type, Value.MapValue properties, boolean createBeforeDestroy) {
  /** Its name. */
  public String name() {
    return "r" + number;
  }
}
