package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import dev.ashlar.value.json.ValueJson;
import java.io.IOException;
import java.util.Collection;

/** What the codecs of this package share: the factory, and how values stand in a plan. */
final class PlanFormat {
  /** The version of the format that is written; older ones are read for ever. */
  static final int VERSION = 1;

  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(64 << 20)
                  .maxNumberLength(20_000)
                  .build())
          .build();

  private PlanFormat() {}

  static void value(JsonGenerator out, String field, Value value) throws IOException {
    out.writeFieldName(field);
    ValueJson.write(out, value, ValueJson.REDACTED);
  }

  static void strings(JsonGenerator out, String field, Collection<String> texts)
      throws IOException {
    out.writeArrayFieldStart(field);
    for (String text : texts) {
      out.writeString(text);
    }
    out.writeEndArray();
  }

  static void pointers(JsonGenerator out, String field, Collection<ValuePath> paths)
      throws IOException {
    strings(out, field, paths.stream().sorted().map(ValuePath::toPointer).toList());
  }

  /**
   * Whether something is only known after apply. A secret does not count: once written nobody can
   * tell whether it was known, and a plan that was read is to be written as it was.
   */
  static boolean unknown(Value value) {
    if (value instanceof Value.MapValue map) {
      return map.entries().values().stream().anyMatch(PlanFormat::unknown);
    }
    if (value instanceof Value.ListValue list) {
      return list.items().stream().anyMatch(PlanFormat::unknown);
    }
    return value instanceof Value.UnknownValue;
  }

  /** A value; of a secret only that there is one was written, so it is a secret unknown. */
  static Value value(JsonParser in) throws IOException {
    return ValueJson.read(in, (place, form) -> Value.secret(Value.unknown(ValueType.ANY)));
  }

  static Value.MapValue map(JsonParser in) throws IOException {
    if (value(in) instanceof Value.MapValue map) {
      return map;
    }
    throw new IOException("a map is missing");
  }
}
