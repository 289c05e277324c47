package dev.ashlar.schema.validation;

import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;

/** Collects what one check finds, each with its path. */
final class Findings {
  private final List<Diagnostic> all = new ArrayList<>();
  private final String whole;

  /**
   * @param whole what the whole value is called in messages, where a path is empty
   */
  Findings(String whole) {
    this.whole = whole;
  }

  /** The detail begins with the place; the rest of the sentence follows. */
  void add(Code code, ValuePath path, String rest) {
    all.add(Diagnostic.of(code, name(path) + " " + rest).in(path));
  }

  /** A detail that is worded in full. */
  void addWorded(Code code, ValuePath path, String detail) {
    all.add(Diagnostic.of(code, detail).in(path));
  }

  String name(ValuePath path) {
    return path.steps().isEmpty() ? whole : path.toString();
  }

  List<Diagnostic> all() {
    return List.copyOf(all);
  }
}
