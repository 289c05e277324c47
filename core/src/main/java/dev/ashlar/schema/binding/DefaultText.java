package dev.ashlar.schema.binding;

import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the values that an annotation can only write as texts. */
final class DefaultText {
  private DefaultText() {}

  /** Empty where the texts are no value of this shape. */
  static Optional<Value> read(Shape shape, String[] texts) {
    try {
      if (shape instanceof Shape.ListShape list
          && list.items().shape() instanceof Shape.Primitive items
          && !(texts.length == 1 && texts[0].startsWith("["))) {
        List<Value> values = new ArrayList<>();
        for (String text : texts) {
          values.add(scalar(items, text));
        }
        return Optional.of(Value.list(values));
      }
      if (texts.length != 1) {
        return Optional.empty();
      }
      return Optional.of(
          shape instanceof Shape.Primitive primitive
              ? scalar(primitive, texts[0])
              : ValueJson.parse(texts[0]));
    } catch (IllegalArgumentException | UncheckedIOException e) {
      return Optional.empty();
    }
  }

  static Value scalar(Shape.Primitive shape, String text) {
    return switch (shape) {
      case STRING -> Value.of(text);
      case INTEGER, NUMBER -> Value.of(new BigDecimal(text));
      case ANY -> ValueJson.parse(text);
      case BOOLEAN -> {
        if (!text.equals("true") && !text.equals("false")) {
          throw new IllegalArgumentException("neither true nor false");
        }
        yield Value.of(Boolean.parseBoolean(text));
      }
    };
  }
}
