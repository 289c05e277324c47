package dev.ashlar.state.format;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.state.StateProblems;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.json.ValueJson;
import dev.ashlar.value.json.ValueReader;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Values with their secrets encrypted: {@code {"$secret":"aes:…"}}. A secret of which nothing is
 * known, like a write-only value, needs no encryption. For one thread.
 */
final class SealedValues {
  private final Sealer sealer;
  private final ValueReader reader = ValueReader.sharing();

  SealedValues(Sealer sealer) {
    this.sealer = sealer;
  }

  void write(JsonGenerator out, String field, Value value, String owner) throws IOException {
    out.writeFieldName(field);
    ValueJson.write(
        out,
        value,
        (path, content) ->
            content instanceof Value.UnknownValue
                ? content
                : Value.of(sealer.seal(new Place(owner, field, path), content)));
  }

  Value.MapValue readMap(JsonParser in, String field, String owner) throws IOException {
    Value value = reader.read(in, (path, cipher) -> open(cipher, new Place(owner, field, path)));
    if (value instanceof Value.MapValue map) {
      return map;
    }
    throw Fields.unreadable("has no map where one belongs");
  }

  /** A text in clear; equal ones are often the same. */
  String readPlain(JsonParser in) throws IOException {
    Fields.expectText(in);
    return reader.readText(in);
  }

  void writeBytes(JsonGenerator out, String field, byte[] bytes, String owner) throws IOException {
    out.writeStringField(field, sealer.sealBytes(new Place(owner, field, ValuePath.ROOT), bytes));
  }

  byte[] readBytes(JsonParser in, String field, String owner) throws IOException {
    try {
      return sealer.openBytes(new Place(owner, field, ValuePath.ROOT), Fields.text(in));
    } catch (Sealer.UnopenableException e) {
      throw unopenable(e, field, owner);
    }
  }

  void writeText(JsonGenerator out, String field, String text, String owner) throws IOException {
    writeBytes(out, field, text.getBytes(UTF_8), owner);
  }

  String readText(JsonParser in, String field, String owner) throws IOException {
    return new String(readBytes(in, field, owner), UTF_8);
  }

  private Value open(Value cipher, Place place) {
    if (cipher instanceof Value.UnknownValue) {
      return Value.secret(cipher);
    }
    if (!(cipher instanceof Value.TextValue text) || !sealer.recognizes(text.text())) {
      throw new UncheckedIOException(
          new FormatException(
              StateProblems.SECRET_IN_CLEAR,
              "has an unencrypted secret in %s of \"%s\""
                  .formatted(place.section(), place.owner())));
    }
    try {
      return Value.secret(sealer.open(place, text.text()));
    } catch (Sealer.UnopenableException e) {
      throw new UncheckedIOException(unopenable(e, place.section(), place.owner()));
    }
  }

  private static FormatException unopenable(
      Sealer.UnopenableException why, String section, String owner) {
    if (why.isShredded()) {
      return new FormatException(
          StateProblems.SECRET_SHREDDED,
          "has a secret in %s of \"%s\" whose key was forgotten".formatted(section, owner));
    }
    return new FormatException(
        StateProblems.SECRET_UNREADABLE,
        "has a secret in %s of \"%s\" that was not encrypted for this place with this key"
            .formatted(section, owner));
  }
}
