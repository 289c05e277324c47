package dev.ashlar.state.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.state.KeyService;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The text of a keyring document. With the one key that an environment begins with: {@code
 * {"bytes":"…","id":"…","v":1,"wrappedBy":"…"}}, wrapped by the key service. Where keys were
 * changed: {@code {"forgotten":["…"],"keys":[{…}],"marks":{…},"v":2}}; the last key encrypts,
 * {@code marks} makes fingerprints.
 */
final class KeyringText {
  private KeyringText() {}

  /**
   * A key that is wrapped.
   *
   * @param id its name in ciphertexts
   */
  record Key(String id, KeyService.WrappedKey wrapped) {}

  /**
   * What a document says.
   *
   * @param keys at least one; the last one encrypts
   * @param marks what makes fingerprints; empty where that comes from the only key
   * @param forgotten the ids of keys that were dropped
   */
  record Content(List<Key> keys, Optional<KeyService.WrappedKey> marks, List<String> forgotten) {}

  static Bytes write(String id, KeyService.WrappedKey wrapped) {
    return bytes(key(new Key(id, wrapped)).with("v", Value.of(1)));
  }

  static Bytes write(Content content) {
    return bytes(
        Value.map(
            Map.of(
                "v", Value.of(2),
                "keys", Value.list(content.keys().stream().map(KeyringText::key).toList()),
                "marks", wrapped(content.marks().orElseThrow()),
                "forgotten", Value.list(content.forgotten().stream().map(Value::of).toList()))));
  }

  private static Bytes bytes(Value text) {
    return Bytes.of((ValueJson.canonical(text) + "\n").getBytes(UTF_8));
  }

  private static Value.MapValue key(Key key) {
    return wrapped(key.wrapped()).with("id", Value.of(key.id()));
  }

  private static Value.MapValue wrapped(KeyService.WrappedKey wrapped) {
    return Value.map(
        Map.of(
            "wrappedBy", Value.of(wrapped.id()),
            "bytes", Value.of(Base64.getEncoder().encodeToString(wrapped.bytes().toArray()))));
  }

  static Optional<Content> read(Bytes document) {
    try {
      if (!(ValueJson.parse(new String(document.toArray(), UTF_8)) instanceof Value.MapValue map)
          || map.entries().size() != 4) {
        return Optional.empty();
      }
      Value version = map.entries().getOrDefault("v", Value.NullValue.NULL);
      return version.equals(Value.of(1))
          ? readKey(map).map(key -> new Content(List.of(key), Optional.empty(), List.of()))
          : version.equals(Value.of(2)) ? readSeveral(map) : Optional.empty();
    } catch (UncheckedIOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Optional<Content> readSeveral(Value.MapValue map) {
    if (!(map.entries().get("keys") instanceof Value.ListValue items)
        || !(map.entries().get("forgotten") instanceof Value.ListValue gone)
        || items.items().isEmpty()) {
      return Optional.empty();
    }
    List<Key> keys = new ArrayList<>();
    for (Value item : items.items()) {
      Optional<Key> key = item instanceof Value.MapValue one ? readKey(one) : Optional.empty();
      if (key.isEmpty()) {
        return Optional.empty();
      }
      keys.add(key.get());
    }
    List<String> forgotten = new ArrayList<>();
    for (Value item : gone.items()) {
      if (!(item instanceof Value.TextValue id)) {
        return Optional.empty();
      }
      forgotten.add(id.text());
    }
    Optional<KeyService.WrappedKey> marks =
        map.entries().get("marks") instanceof Value.MapValue one
            ? readWrapped(one)
            : Optional.empty();
    return marks.isEmpty() ? Optional.empty() : Optional.of(new Content(keys, marks, forgotten));
  }

  private static Optional<Key> readKey(Value.MapValue map) {
    return map.entries().get("id") instanceof Value.TextValue id
        ? readWrapped(map).map(wrapped -> new Key(id.text(), wrapped))
        : Optional.empty();
  }

  private static Optional<KeyService.WrappedKey> readWrapped(Value.MapValue map) {
    return map.entries().get("wrappedBy") instanceof Value.TextValue by
            && map.entries().get("bytes") instanceof Value.TextValue bytes
        ? Optional.of(
            new KeyService.WrappedKey(
                by.text(), Bytes.of(Base64.getDecoder().decode(bytes.text()))))
        : Optional.empty();
  }
}
