package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what becomes of one attribute. */
final class AttributeReader {
  private static final Set<String> REQUIRED =
      Set.of("path", "before", "after", "sensitive", "requiresReplace");

  private final JsonParser in;
  private String path = "";
  private Value before = Value.NULL;
  private Value after = Value.NULL;
  private @Nullable Value afterType;
  private boolean sensitive;
  private boolean requiresReplace;
  private @Nullable String expression;
  private Sourced source = Sourced.NOWHERE;

  private AttributeReader(JsonParser in) {
    this.in = in;
  }

  static AttributeChange read(JsonParser in) throws IOException {
    AttributeReader read = new AttributeReader(in);
    Tokens.object(in, REQUIRED, read::field);
    return new AttributeChange(
        ValuePath.ofPointer(read.path),
        read.before,
        read.afterType == null ? read.after : read.afterType,
        read.sensitive,
        read.requiresReplace,
        Optional.ofNullable(read.expression),
        read.source.location());
  }

  private boolean field(String name) throws IOException {
    switch (name) {
      case "path" -> path = Tokens.text(in);
      case "before" -> before = PlanFormat.value(in);
      case "after" -> after = PlanFormat.value(in);
      case "afterType" -> afterType = PlanFormat.value(in);
      case "sensitive" -> sensitive = Tokens.bool(in);
      case "requiresReplace" -> requiresReplace = Tokens.bool(in);
      case "expression" -> expression = Tokens.textOrNull(in);
      case "location" -> source = Sourced.read(in);
      default -> {
        return false;
      }
    }
    return true;
  }
}
