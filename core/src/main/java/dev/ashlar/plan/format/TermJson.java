package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.Term;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Terms as JSON: {@code {"$expression": TEXT}}, {@code {"$parts": [TERM…]}}, {@code {"$value":
 * VALUE}} with {@code "plain"} beside it where the source text counts; lists and maps as they are,
 * maps wrapped in {@code {"$fields": …}}.
 */
final class TermJson {
  private TermJson() {}

  static void write(JsonGenerator out, Term term) throws IOException {
    if (term instanceof Term.Items items) {
      out.writeStartArray();
      for (Term item : items.items()) {
        write(out, item);
      }
      out.writeEndArray();
      return;
    }
    out.writeStartObject();
    if (term instanceof Term.Literal literal) {
      out.writeFieldName("$value");
      ValueJson.write(out, literal.value(), ValueJson.REDACTED);
      if (literal.plain().isPresent()) {
        out.writeStringField("plain", literal.plain().get());
      }
    } else if (term instanceof Term.Computed computed) {
      out.writeStringField("$expression", computed.expression());
    } else if (term instanceof Term.Text text) {
      out.writeArrayFieldStart("$parts");
      for (Term part : text.parts()) {
        write(out, part);
      }
      out.writeEndArray();
    } else if (term instanceof Term.Fields fields) {
      out.writeObjectFieldStart("$fields");
      for (Map.Entry<String, Term> field : fields.fields().entrySet()) {
        out.writeFieldName(field.getKey());
        write(out, field.getValue());
      }
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  static Term read(JsonParser in, Place place) throws IOException {
    if (in.currentToken() == JsonToken.START_ARRAY) {
      return new Term.Items(Tokens.list(in, item -> read(item, place)), place);
    }
    Reading reading = new Reading(in, place);
    Tokens.object(in, Set.of(), reading::field);
    return reading.term();
  }

  static Term.Fields fields(JsonParser in, Place place) throws IOException {
    if (read(in, place) instanceof Term.Fields fields) {
      return fields;
    }
    throw new IOException("not a map of terms");
  }

  /** One term that is written as an object. */
  private static final class Reading {
    private final JsonParser in;
    private final Place place;
    private @Nullable Value value;
    private @Nullable String plain;
    private @Nullable Term other;

    Reading(JsonParser in, Place place) {
      this.in = in;
      this.place = place;
    }

    boolean field(String name) throws IOException {
      switch (name) {
        case "$value" -> value = PlanFormat.value(in);
        case "plain" -> plain = Tokens.textOrNull(in);
        case "$expression" -> other = new Term.Computed(Tokens.text(in), 0, place);
        case "$parts" -> other = new Term.Text(Tokens.list(in, part -> read(part, place)), place);
        case "$fields" ->
            other =
                new Term.Fields(
                    Tokens.map(in, inner -> read(inner, place)), new TreeMap<>(), place);
        default -> {
          return false;
        }
      }
      return true;
    }

    Term term() throws IOException {
      Value literal = value;
      if (literal != null) {
        return new Term.Literal(literal, Optional.ofNullable(plain), place);
      }
      Term term = other;
      if (term == null) {
        throw new IOException("not a term");
      }
      return term;
    }
  }
}
