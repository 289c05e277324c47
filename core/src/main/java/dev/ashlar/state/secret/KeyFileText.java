package dev.ashlar.state.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

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
 * The text of a key file: {@code {"keys":[{"id":"local-…","key":"…"}],"v":1}}. The last key wraps;
 * all unwrap.
 */
final class KeyFileText {
  private KeyFileText() {}

  record Key(String id, Bytes bytes) {}

  static byte[] write(List<Key> keys) {
    List<Value> items = new ArrayList<>();
    for (Key key : keys) {
      String bytes = Base64.getEncoder().encodeToString(key.bytes().toArray());
      items.add(Value.map(Map.of("id", Value.of(key.id()), "key", Value.of(bytes))));
    }
    Value text = Value.map(Map.of("v", Value.of(1), "keys", Value.list(items)));
    return (ValueJson.canonical(text) + "\n").getBytes(UTF_8);
  }

  /** The keys; empty where the text is not such a file. */
  static Optional<List<Key>> read(byte[] text) {
    try {
      if (!(ValueJson.parse(new String(text, UTF_8)) instanceof Value.MapValue map)
          || map.entries().size() != 2
          || !map.get("v").equals(Value.of(1))
          || !(map.get("keys") instanceof Value.ListValue items)) {
        return Optional.empty();
      }
      List<Key> keys = new ArrayList<>();
      for (Value item : items.items()) {
        if (!(item instanceof Value.MapValue key)
            || !(key.get("id") instanceof Value.TextValue id)
            || !(key.get("key") instanceof Value.TextValue bytes)) {
          return Optional.empty();
        }
        byte[] decoded = Base64.getDecoder().decode(bytes.text());
        if (decoded.length != Gcm.KEY_BYTES) {
          return Optional.empty();
        }
        keys.add(new Key(id.text(), Bytes.of(decoded)));
      }
      return keys.isEmpty() ? Optional.empty() : Optional.of(keys);
    } catch (UncheckedIOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
