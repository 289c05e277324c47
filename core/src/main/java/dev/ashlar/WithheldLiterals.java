package dev.ashlar;

import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.value.Value;
import java.util.Collection;
import java.util.List;

/**
 * Secrets that stood in a blueprint in clear and are not in the plan that was read from a file:
 * what needs them can only be applied from the blueprint.
 */
final class WithheldLiterals {
  private WithheldLiterals() {}

  /** One problem for each change that cannot be made; found before anything is begun. */
  static List<Diagnostic> in(Plan plan) {
    return plan.changes().stream()
        .filter(change -> change.action().mutates())
        .filter(change -> change.template().map(WithheldLiterals::holds).orElse(false))
        .map(WithheldLiterals::problem)
        .toList();
  }

  private static Diagnostic problem(Change change) {
    return Diagnostic.of(
            FacadeProblems.SECRET_WITHHELD,
            "\""
                + change.address()
                + "\" has a secret that stands in the blueprint itself, and a plan file holds no"
                + " secrets. Apply the blueprint, or make the secret a sensitive parameter.")
        .on(change.address())
        .at(change.location().orElse(null))
        .canvas(change.canvas().orElse(null));
  }

  private static boolean holds(Term term) {
    if (term instanceof Term.Fields fields) {
      return any(fields.fields().values());
    }
    if (term instanceof Term.Items items) {
      return any(items.items());
    }
    if (term instanceof Term.Text text) {
      return any(text.parts());
    }
    return term instanceof Term.Literal literal && isWithheld(literal.value());
  }

  private static boolean any(Collection<Term> terms) {
    return terms.stream().anyMatch(WithheldLiterals::holds);
  }

  private static boolean isWithheld(Value value) {
    if (value instanceof Value.MapValue map) {
      return map.entries().values().stream().anyMatch(WithheldLiterals::isWithheld);
    }
    if (value instanceof Value.ListValue list) {
      return list.items().stream().anyMatch(WithheldLiterals::isWithheld);
    }
    return value instanceof Value.SecretValue secret && !secret.content().isKnown();
  }
}
