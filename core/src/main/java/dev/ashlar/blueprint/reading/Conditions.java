package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.Term;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.value.Value;
import java.util.Optional;

/** Terms of which the engine itself expects a type. */
final class Conditions {
  private Conditions() {}

  /** True, false, or an expression. */
  static Optional<Term> bool(Section section, String key) {
    Optional<Node> node = section.node(key);
    if (node.isEmpty()) {
      return Optional.empty();
    }
    Optional<Term> term = node.map(n -> Terms.read(n, section.problems()));
    boolean fits =
        term.get() instanceof Term.Computed
            || term.get() instanceof Term.Literal literal
                && literal.value() instanceof Value.BoolValue;
    if (!fits) {
      Literals.wrongType(
          node.orElseThrow(),
          Section.called(key),
          "true, false or one expression",
          section.problems());
      return Optional.empty();
    }
    return term;
  }

  /** A list of texts without repetitions, a map, or an expression. */
  static Optional<Term> forEach(Section section) {
    Optional<Node> node = section.node("forEach");
    if (node.isEmpty()) {
      return Optional.empty();
    }
    Optional<Term> term = node.map(n -> Terms.read(n, section.problems()));
    if (term.get() instanceof Term.Computed) {
      return term;
    }
    if (term.get() instanceof Term.Items items) {
      ForEachKeys.check(items, section.problems());
    } else if (!(term.get() instanceof Term.Fields)) {
      Literals.wrongType(
          node.orElseThrow(),
          "\"forEach\"",
          "a list of texts, a map or one expression",
          section.problems());
      return Optional.empty();
    }
    return term;
  }
}
