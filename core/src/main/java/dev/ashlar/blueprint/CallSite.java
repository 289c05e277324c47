package dev.ashlar.blueprint;

import dev.ashlar.diagnostic.Diagnostic.Location;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The line of Java that composed something: what a problem of it points to.
 *
 * @param start the source file and line of the caller
 */
record CallSite(Location start) implements Place {
  private static final StackWalker WALKER =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
  private static final String PACKAGE = CallSite.class.getPackageName();

  /** The line that called this package, or a draft that called it. */
  static CallSite here() {
    return WALKER.walk(
        frames ->
            frames
                .filter(frame -> !isOurs(frame.getDeclaringClass()))
                .findFirst()
                .map(CallSite::of)
                .orElseGet(() -> new CallSite(new Location("(composed in Java)", 1, 1))));
  }

  private static boolean isOurs(Class<?> type) {
    boolean api =
        type.getPackageName().equals(PACKAGE)
            && (type == Resource.class
                || type == Blueprint.Builder.class
                || type == CallSite.class);
    return api || Declared.class.isAssignableFrom(type) || Input.class.isAssignableFrom(type);
  }

  private static CallSite of(StackWalker.StackFrame frame) {
    String file = frame.getFileName();
    return new CallSite(
        new Location(
            file == null ? frame.getClassName() : file, Math.max(1, frame.getLineNumber()), 1));
  }

  /** The line is all that is known. */
  @Override
  public Location at(int offset) {
    return start;
  }

  /** The term with all of it here. */
  Term place(Term term) {
    if (term instanceof Term.Literal literal) {
      return new Term.Literal(literal.value(), literal.plain(), this);
    } else if (term instanceof Term.Computed computed) {
      return new Term.Computed(computed.expression(), computed.offset(), this);
    } else if (term instanceof Term.Text text) {
      return new Term.Text(text.parts().stream().map(this::place).toList(), this);
    } else if (term instanceof Term.Items items) {
      return new Term.Items(items.items().stream().map(this::place).toList(), this);
    }
    SortedMap<String, Term> placed = new TreeMap<>();
    SortedMap<String, Place> places = new TreeMap<>();
    ((Term.Fields) term)
        .fields()
        .forEach(
            (key, value) -> {
              placed.put(key, place(value));
              places.put(key, this);
            });
    return new Term.Fields(placed, places, this);
  }
}
