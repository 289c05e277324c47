package dev.ashlar.state.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.ashlar.state.KeyService;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * The text of a keyring document: {@code {"bytes":"…","id":"…","v":1,"wrappedBy":"…"}}, the
 * environment's key wrapped by the key service.
 */
final class KeyringText {
  private KeyringText() {}

  /** What a document says. */
  record Content(String id, KeyService.WrappedKey wrapped) {}

  static Bytes write(String id, KeyService.WrappedKey wrapped) {
    Value text =
        Value.map(
            Map.of(
                "v", Value.of(1),
                "id", Value.of(id),
                "wrappedBy", Value.of(wrapped.id()),
                "bytes", Value.of(Base64.getEncoder().encodeToString(wrapped.bytes().toArray()))));
    return Bytes.of((ValueJson.canonical(text) + "\n").getBytes(UTF_8));
  }

  static Optional<Content> read(Bytes document) {
    try {
      if (ValueJson.parse(new String(document.toArray(), UTF_8)) instanceof Value.MapValue map
          && map.entries().size() == 4
          && map.get("v").equals(Value.of(1))
          && map.get("id") instanceof Value.TextValue id
          && map.get("wrappedBy") instanceof Value.TextValue by
          && map.get("bytes") instanceof Value.TextValue bytes) {
        byte[] wrapped = Base64.getDecoder().decode(bytes.text());
        return Optional.of(
            new Content(id.text(), new KeyService.WrappedKey(by.text(), Bytes.of(wrapped))));
      }
      return Optional.empty();
    } catch (UncheckedIOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
