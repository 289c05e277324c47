package dev.ashlar.plan.format;

import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.plan.OutputChange;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what becomes of one output. */
final class OutputReader {
  private static final Set<String> REQUIRED = Set.of("before", "after", "sensitive", "changed");

  private final JsonParser in;
  private Value before = Value.NULL;
  private Value after = Value.NULL;
  private @Nullable Value afterType;
  private boolean sensitive;
  private boolean changed;

  private OutputReader(JsonParser in) {
    this.in = in;
  }

  static OutputChange read(JsonParser in) throws IOException {
    OutputReader read = new OutputReader(in);
    Tokens.object(in, REQUIRED, read::field);
    return read.output(read.afterType == null ? read.after : read.afterType);
  }

  private boolean field(String name) throws IOException {
    switch (name) {
      case "before" -> before = PlanFormat.value(in);
      case "after" -> after = PlanFormat.value(in);
      case "afterType" -> afterType = PlanFormat.value(in);
      case "sensitive" -> sensitive = Tokens.bool(in);
      case "changed" -> changed = Tokens.bool(in);
      default -> {
        return false;
      }
    }
    return true;
  }

  /**
   * What was written of two secrets is the same; that they differ is kept by what stands before.
   */
  private OutputChange output(Value value) {
    boolean alike = value instanceof Value.SecretValue && before.equals(value);
    if (!alike) {
      return new OutputChange(before, value, sensitive);
    }
    return new OutputChange(changed ? Value.secret(Value.NULL) : value, value, sensitive);
  }
}
