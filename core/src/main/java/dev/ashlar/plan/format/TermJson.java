package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.Term;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

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

  static Term read(JsonNode node, Place place) throws IOException {
    if (node.isArray()) {
      return new Term.Items(all(node, place), place);
    }
    if (node.has("$value")) {
      Value value = PlanFormat.value(node.get("$value"));
      return new Term.Literal(
          value, Optional.ofNullable(node.get("plain")).map(JsonNode::asText), place);
    }
    if (node.has("$expression")) {
      return new Term.Computed(node.get("$expression").asText(), 0, place);
    }
    if (node.has("$parts")) {
      return new Term.Text(all(node.get("$parts"), place), place);
    }
    if (node.has("$fields")) {
      return fields(node, place);
    }
    throw new IOException("not a term");
  }

  static Term.Fields fields(JsonNode node, Place place) throws IOException {
    JsonNode inner = node.get("$fields");
    if (inner == null || !inner.isObject()) {
      throw new IOException("not a map of terms");
    }
    TreeMap<String, Term> fields = new TreeMap<>();
    for (Map.Entry<String, JsonNode> field : inner.properties()) {
      fields.put(field.getKey(), read(field.getValue(), place));
    }
    return new Term.Fields(fields, new TreeMap<>(), place);
  }

  private static List<Term> all(JsonNode nodes, Place place) throws IOException {
    List<Term> terms = new ArrayList<>();
    for (JsonNode node : nodes) {
      terms.add(read(node, place));
    }
    return terms;
  }
}
