package dev.ashlar.blueprint.writer;

import com.google.common.collect.ImmutableSet;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.value.Value;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.StreamDataWriter;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.emitter.Emitter;
import org.snakeyaml.engine.v2.events.DocumentEndEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.ImplicitTuple;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;
import org.snakeyaml.engine.v2.events.StreamStartEvent;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Writes a tree as YAML, with quotes wherever YAML, also an older one, would misread a text. */
public final class YamlWriter {
  private static final ImmutableSet<String> OLD_BOOLEANS =
      ImmutableSet.of("y", "n", "yes", "no", "on", "off");

  private static final char BYTE_ORDER_MARK = 0xFEFF;

  private final ScalarResolver resolver = new CoreSchema().getScalarResolver();
  private final StringBuilder out = new StringBuilder();
  private final Emitter emitter;

  private YamlWriter() {
    DumpSettings settings =
        DumpSettings.builder()
            .setSchema(new CoreSchema())
            .setIndent(2)
            .setSplitLines(false)
            .setWidth(Integer.MAX_VALUE)
            .setBestLineBreak("\n")
            .build();
    emitter =
        new Emitter(
            settings,
            new StreamDataWriter() {
              @Override
              public void write(String text) {
                out.append(text);
              }

              @Override
              public void write(String text, int offset, int length) {
                out.append(text, offset, offset + length);
              }
            });
  }

  /** The text; ends with a line feed. */
  public static String write(Node root) {
    YamlWriter writer = new YamlWriter();
    writer.document(root);
    return writer.out.toString();
  }

  private void document(Node root) {
    emitter.emit(new StreamStartEvent());
    emitter.emit(new DocumentStartEvent(false, Optional.empty(), Map.of()));
    node(root);
    emitter.emit(new DocumentEndEvent(false));
    emitter.emit(new StreamEndEvent());
  }

  private void node(Node node) {
    if (node instanceof Node.Scalar scalar) {
      scalar(scalar);
    } else if (node instanceof Node.Sequence sequence) {
      emitter.emit(
          new SequenceStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
      sequence.items().forEach(this::node);
      emitter.emit(new SequenceEndEvent());
    } else if (node instanceof Node.Mapping mapping) {
      emitter.emit(
          new MappingStartEvent(Optional.empty(), Optional.empty(), true, FlowStyle.BLOCK));
      for (Node.Entry entry : mapping.entries()) {
        text(entry.key(), false);
        node(entry.value());
      }
      emitter.emit(new MappingEndEvent());
    }
  }

  private void scalar(Node.Scalar scalar) {
    if (scalar.value() instanceof Value.TextValue text) {
      text(text.text(), true);
    } else {
      emit(scalar.plain().orElse(scalar.value().toString()), ScalarStyle.PLAIN);
    }
  }

  private void text(String text, boolean mayBeBlock) {
    emit(text, mayBeBlock && isBlock(text) ? ScalarStyle.LITERAL : style(text));
  }

  private ScalarStyle style(String text) {
    boolean misread =
        text.isEmpty()
            || !resolver.resolve(text, true).equals(Tag.STR)
            || OLD_BOOLEANS.contains(text.toLowerCase(Locale.ROOT))
            || text.chars().anyMatch(YamlWriter::isInvisible)
            || text.startsWith("$")
            || text.matches("[-+.0-9][-+.0-9:_eExXoObB]*")
            || text.equals("<<")
            || text.equals("=");
    return misread || !text.equals(text.strip()) ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN;
  }

  /** Whether a text of several lines can be shown as it is. */
  private static boolean isBlock(String text) {
    boolean plainLines =
        text.indexOf('\n') > 0
            && text.charAt(0) != ' '
            && text.chars().noneMatch(c -> c != '\n' && isInvisible(c));
    return plainLines && !text.contains(" \n") && !text.endsWith(" ") && !text.isBlank();
  }

  /** What cannot be seen is written as an escape: an older YAML breaks lines at some of it. */
  private static boolean isInvisible(int c) {
    return c < ' ' || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029 || c == BYTE_ORDER_MARK;
  }

  private void emit(String text, ScalarStyle style) {
    emitter.emit(
        new ScalarEvent(
            Optional.empty(), Optional.empty(), new ImplicitTuple(true, true), text, style));
  }
}
