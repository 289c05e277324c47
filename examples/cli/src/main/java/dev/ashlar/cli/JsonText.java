package dev.ashlar.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The one document that a command writes with {@code --format json}, and its parts. */
final class JsonText {
  private static final JsonFactory FACTORY = new JsonFactory();

  private JsonText() {}

  static String envelope(String command, Report report) {
    return text(
        out -> {
          out.writeStartObject();
          out.writeStringField("command", command);
          out.writeStringField("outcome", report.exit().outcome());
          if (report.environment().isPresent()) {
            out.writeStringField("environment", report.environment().get().name());
          } else {
            out.writeNullField("environment");
          }
          if (report.serial().isPresent()) {
            out.writeNumberField("serial", report.serial().getAsLong());
          } else {
            out.writeNullField("serial");
          }
          out.writeArrayFieldStart("diagnostics");
          for (Diagnostic diagnostic : report.diagnostics()) {
            diagnostic(out, diagnostic);
          }
          out.writeEndArray();
          out.writeFieldName("result");
          report.result().write(out);
          out.writeEndObject();
        },
        true);
  }

  static String text(Json json, boolean pretty) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      if (pretty) {
        out.setPrettyPrinter(
            new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
      }
      json.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  static void diagnostic(JsonGenerator out, Diagnostic diagnostic) throws IOException {
    out.writeStartObject();
    out.writeStringField("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
    out.writeStringField("code", diagnostic.code());
    out.writeStringField("summary", diagnostic.summary());
    out.writeStringField("detail", diagnostic.detail());
    location(out, "location", diagnostic.location().orElse(null));
    text(out, "address", diagnostic.address().map(Address::toString).orElse(null));
    text(out, "canvas", diagnostic.canvas().orElse(null));
    out.writeEndObject();
  }

  static void location(JsonGenerator out, String field, Diagnostic.@Nullable Location at)
      throws IOException {
    if (at == null) {
      out.writeNullField(field);
      return;
    }
    out.writeObjectFieldStart(field);
    out.writeStringField("file", at.file());
    out.writeNumberField("line", at.line());
    out.writeNumberField("column", at.column());
    out.writeEndObject();
  }

  static void text(JsonGenerator out, String field, @Nullable String text) throws IOException {
    if (text == null) {
      out.writeNullField(field);
    } else {
      out.writeStringField(field, text);
    }
  }

  /** A value; a secret is the text {@code (secret)}, an unknown is null. */
  static void value(JsonGenerator out, Value value) throws IOException {
    if (value instanceof Value.MapValue map) {
      out.writeStartObject();
      for (Map.Entry<String, Value> entry : map.entries().entrySet()) {
        out.writeFieldName(entry.getKey());
        value(out, entry.getValue());
      }
      out.writeEndObject();
    } else if (value instanceof Value.ListValue list) {
      out.writeStartArray();
      for (Value item : list.items()) {
        value(out, item);
      }
      out.writeEndArray();
    } else if (value instanceof Value.NumberValue number) {
      out.writeNumber(number.toString());
    } else if (value instanceof Value.BoolValue bool) {
      out.writeBoolean(bool.bool());
    } else if (value instanceof Value.TextValue text) {
      out.writeString(text.text());
    } else if (value instanceof Value.SecretValue) {
      out.writeString("(secret)");
    } else {
      out.writeNull();
    }
  }
}
