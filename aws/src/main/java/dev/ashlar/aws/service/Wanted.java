package dev.ashlar.aws.service;

import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * An object that is to be made or found.
 *
 * @param address the resource that it is for
 * @param key the key of the operation that makes it; empty for a search by attributes
 * @param spec what it is to be, or the attributes that are known of it
 */
public record Wanted(Address address, String key, MapValue spec) {
  private static final int MARK = 12;

  /**
   * The object's name: the property, or one that is made of the resource's name and the operation's
   * key, and so the same at every try. Empty where neither is known.
   *
   * @param property the property that holds the name
   * @param longest the most characters of a name
   * @param ending how a made name ends; may be empty
   */
  public Optional<String> name(String property, int longest, String ending) {
    if (spec.get(property) instanceof Value.TextValue given) {
      return Optional.of(given.text());
    }
    if (key.isEmpty()) {
      return Optional.empty();
    }
    String mark =
        UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8))
            .toString()
            .replace("-", "")
            .substring(0, MARK);
    String start =
        address.name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-", "");
    int room = longest - MARK - 1 - ending.length();
    String head = start.length() > room ? start.substring(0, room) : start;
    return Optional.of((head.isEmpty() ? "a" : head) + "-" + mark + ending);
  }
}
