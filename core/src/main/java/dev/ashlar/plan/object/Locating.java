package dev.ashlar.plan.object;

import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.term.Places;
import dev.ashlar.value.ValuePath;

/** Says of a problem where it was declared, and on which canvas element. */
final class Locating {
  private Locating() {}

  /** A problem of an object, at its name. */
  static Diagnostic problem(ObjectInputs in, Code code, String detail) {
    return about(in, Diagnostic.of(code, detail));
  }

  /** The problem, at the property that it concerns or else at the object's name. */
  static Diagnostic about(ObjectInputs in, Diagnostic diagnostic) {
    Diagnostic.Location at =
        diagnostic
            .location()
            .orElseGet(
                () ->
                    diagnostic
                        .path()
                        .map(path -> property(in, path))
                        .orElseGet(() -> in.node().declaration().place().start()));
    return diagnostic.at(at).on(in.address()).canvas(in.node().declaration().canvas().orElse(null));
  }

  private static Diagnostic.Location property(ObjectInputs in, ValuePath path) {
    return Places.ofKey(in.node().declaration().properties(), path);
  }
}
