package dev.ashlar.blueprint.source;

import dev.ashlar.blueprint.DocumentProblems;
import dev.ashlar.blueprint.Place;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.value.Value;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.snakeyaml.engine.v2.resolver.ScalarResolver;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** Gives YAML's scalars their values and places. They come in the order of the text. */
final class YamlScalars {
  static final String CUSTOM_TAG =
      "Tags of one's own mean nothing here: write the value without it, or in quotes if \"!\""
          + " belongs to a text.";

  private final String name;
  private final String text;
  private final Problems problems;
  private final ScalarResolver resolver = new CoreSchema().getScalarResolver();
  private int passedCodePoints;
  private int passedChars;

  YamlScalars(String name, String text, Problems problems) {
    this.name = name;
    this.text = text;
    this.problems = problems;
  }

  Node read(ScalarEvent event) {
    String value = event.getValue();
    Place place = place(event);
    Tag tag = tag(event, place);
    if (tag.equals(Tag.NULL)) {
      return new Node.Scalar(Value.NULL, Optional.empty(), place);
    }
    if (tag.equals(Tag.BOOL)) {
      boolean bool = value.toLowerCase(Locale.ROOT).equals("true");
      return new Node.Scalar(Value.of(bool), Optional.of(value), place);
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      Optional<Value> number = Numbers.read(value);
      if (number.isEmpty()) {
        problems.add(DocumentProblems.NUMBER_OUT_OF_RANGE, place, Explain.NUMBER);
      }
      return new Node.Scalar(number.orElse(Value.NULL), Optional.of(value), place);
    }
    return new Node.Scalar(Value.of(value), Optional.empty(), place);
  }

  private Tag tag(ScalarEvent event, Place place) {
    Optional<String> given = event.getTag();
    if (given.isEmpty()) {
      return event.isPlain() ? resolver.resolve(event.getValue(), true) : Tag.STR;
    }
    String tag = given.get();
    if (tag.equals("!") || tag.equals(Tag.STR.getValue())) {
      return Tag.STR;
    }
    Tag resolved = resolver.resolve(event.getValue(), true);
    if (!tag.equals(resolved.getValue())) {
      problems.add(DocumentProblems.CUSTOM_TAG, place, CUSTOM_TAG);
      return Tag.STR;
    }
    return resolved;
  }

  private Place place(ScalarEvent event) {
    Optional<Mark> startMark = event.getStartMark();
    Optional<Mark> endMark = event.getEndMark();
    if (startMark.isEmpty() || endMark.isEmpty()) {
      return Place.of(new Location(name, 1, 1));
    }
    Mark start = startMark.get();
    int line = start.getLine() + 1;
    int column = start.getColumn() + 1;
    String value = event.getValue();
    ScalarStyle style = event.getScalarStyle();
    int quotes = style == ScalarStyle.PLAIN ? 0 : 2;
    int width = endMark.get().getColumn() - start.getColumn() - quotes;
    boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
    if (!block
        && endMark.get().getLine() == start.getLine()
        && width == value.codePointCount(0, value.length())) {
      return quotes == 0 ? new Fixed(name, line, column) : new Quoted(name, line, column);
    }
    Cursor cursor = new Cursor(name, text, charIndex(start), line, column);
    return block ? BlockScalar.place(cursor, value) : FlowScalar.place(cursor, quote(style), value);
  }

  private static int quote(ScalarStyle style) {
    return switch (style) {
      case DOUBLE_QUOTED -> '"';
      case SINGLE_QUOTED -> '\'';
      default -> 0;
    };
  }

  private int charIndex(Mark mark) {
    passedChars = text.offsetByCodePoints(passedChars, mark.getIndex() - passedCodePoints);
    passedCodePoints = mark.getIndex();
    return passedChars;
  }
}
