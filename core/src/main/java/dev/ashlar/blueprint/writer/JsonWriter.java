package dev.ashlar.blueprint.writer;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;

/** Writes a tree as JSON. Numbers keep their source text where JSON knows it. */
public final class JsonWriter {
  private static final JsonFactory FACTORY = new JsonFactory();
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");

  private JsonWriter() {}

  /** The text; ends with a line feed. */
  public static String write(Node root) {
    StringWriter text = new StringWriter();
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    try (JsonGenerator out = FACTORY.createGenerator(text)) {
      out.setPrettyPrinter(
          new DefaultPrettyPrinter(
                  Separators.createDefaultInstance()
                      .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                      .withObjectEmptySeparator("")
                      .withArrayEmptySeparator(""))
              .withObjectIndenter(lines)
              .withArrayIndenter(lines));
      write(out, root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private static void write(JsonGenerator out, Node node) throws IOException {
    if (node instanceof Node.Scalar scalar) {
      scalar(out, scalar);
    } else if (node instanceof Node.Sequence sequence) {
      out.writeStartArray();
      for (Node item : sequence.items()) {
        write(out, item);
      }
      out.writeEndArray();
    } else if (node instanceof Node.Mapping mapping) {
      out.writeStartObject();
      for (Node.Entry entry : mapping.entries()) {
        out.writeFieldName(entry.key());
        write(out, entry.value());
      }
      out.writeEndObject();
    }
  }

  private static void scalar(JsonGenerator out, Node.Scalar scalar) throws IOException {
    if (scalar.value() instanceof Value.TextValue text) {
      out.writeString(text.text());
    } else if (scalar.value() instanceof Value.BoolValue bool) {
      out.writeBoolean(bool.bool());
    } else if (scalar.value() instanceof Value.NumberValue number) {
      String canonical = number.toString();
      out.writeNumber(
          scalar.plain().filter(text -> NUMBER.matcher(text).matches()).orElse(canonical));
    } else {
      out.writeNull();
    }
  }
}
