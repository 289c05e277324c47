package dev.ashlar.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Compensation;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Changes in full: why, what, from which expressions, after what, and how they are undone. */
final class ChangeText {
  private ChangeText() {}

  static Report report(List<Change> changes) {
    StringBuilder text = new StringBuilder();
    changes.forEach(change -> text(text, change));
    return Report.of(
        Exit.DONE,
        out -> {
          out.writeStartObject();
          out.writeArrayFieldStart("changes");
          for (Change change : changes) {
            json(out, change);
          }
          out.writeEndArray();
          out.writeEndObject();
        },
        text.toString());
  }

  private static void text(StringBuilder text, Change change) {
    text.append(change.id()).append("  ").append(change.type()).append('\n');
    line(text, "action", change.action().text());
    line(text, "reason", reason(change));
    line(text, "risk", word(change.risk()));
    change.location().ifPresent(at -> line(text, "declared", at.toString()));
    change.canvas().ifPresent(node -> line(text, "canvas", node));
    change.identity().ifPresent(id -> line(text, "identity", id));
    if (!change.attributes().isEmpty()) {
      text.append("  attributes\n");
    }
    for (AttributeChange attribute : change.attributes()) {
      text.append("    ")
          .append(attribute.path())
          .append("  ")
          .append(shown(attribute, attribute.before()))
          .append(" → ")
          .append(shown(attribute, attribute.after()))
          .append(attribute.requiresReplace() ? "  (replaces)" : "")
          .append('\n');
      attribute
          .expression()
          .ifPresent(
              from ->
                  text.append("      from ")
                      .append(from)
                      .append(attribute.location().map(at -> " at " + at).orElse(""))
                      .append('\n'));
    }
    line(
        text,
        "waits for",
        change.dependsOn().isEmpty() ? "nothing" : String.join(", ", change.dependsOn()));
    line(text, "undone by", undo(change.compensation()));
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append("  ")
        .append(name)
        .append(" ".repeat(11 - name.length()))
        .append(value)
        .append('\n');
  }

  private static String reason(Change change) {
    StringBuilder text = new StringBuilder(word(change.reason().kind()));
    if (!change.reason().paths().isEmpty()) {
      text.append(": ").append(change.reason().paths());
    }
    if (!change.reason().causes().isEmpty()) {
      text.append(" because of ").append(change.reason().causes());
    }
    return text.toString();
  }

  private static String undo(Compensation compensation) {
    if (compensation instanceof Compensation.Undo undo) {
      return undo.action().text() + (undo.caveat().isEmpty() ? "" : " (" + undo.caveat() + ")");
    }
    return compensation instanceof Compensation.None none && !none.why().isEmpty()
        ? "nothing: " + none.why()
        : "nothing";
  }

  private static String shown(AttributeChange attribute, Value value) {
    if (attribute.sensitive()) {
      return "(secret)";
    }
    if (!value.isKnown()) {
      return "(known after apply)";
    }
    return value instanceof Value.NullValue
        ? "(not set)"
        : JsonText.text(out -> JsonText.value(out, value), false);
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void json(JsonGenerator out, Change change) throws IOException {
    out.writeStartObject();
    out.writeStringField("id", change.id());
    out.writeStringField("address", change.address().toString());
    out.writeStringField("type", change.type());
    out.writeStringField("action", change.action().text());
    out.writeStringField("reason", word(change.reason().kind()));
    out.writeStringField("risk", word(change.risk()));
    out.writeArrayFieldStart("attributes");
    for (AttributeChange attribute : change.attributes()) {
      out.writeStartObject();
      out.writeStringField("path", attribute.path().toPointer());
      value(out, "before", attribute, attribute.before());
      value(out, "after", attribute, attribute.after());
      out.writeBooleanField("unknown", attribute.unknown());
      out.writeBooleanField("sensitive", attribute.sensitive());
      out.writeBooleanField("requiresReplace", attribute.requiresReplace());
      JsonText.text(out, "expression", attribute.expression().orElse(null));
      JsonText.location(out, "location", attribute.location().orElse(null));
      out.writeEndObject();
    }
    out.writeEndArray();
    out.writeArrayFieldStart("dependsOn");
    for (String dependency : change.dependsOn()) {
      out.writeString(dependency);
    }
    out.writeEndArray();
    out.writeStringField("compensation", undo(change.compensation()));
    JsonText.location(out, "location", change.location().orElse(null));
    JsonText.text(out, "canvas", change.canvas().orElse(null));
    out.writeEndObject();
  }

  private static void value(JsonGenerator out, String field, AttributeChange attribute, Value value)
      throws IOException {
    out.writeFieldName(field);
    if (attribute.sensitive()) {
      out.writeString("(secret)");
    } else {
      JsonText.value(out, value);
    }
  }
}
