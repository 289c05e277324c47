package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.Term;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Quote;
import dev.ashlar.value.Value;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Whether the items of a literal list can name instances. */
final class ForEachKeys {
  private ForEachKeys() {}

  static void check(Term.Items items, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (Term item : items.items()) {
      if (item instanceof Term.Computed || item instanceof Term.Text) {
        continue;
      }
      Optional<String> key = key(item);
      if (key.isEmpty()) {
        problems.add(
            BlueprintProblems.BAD_FOR_EACH,
            item.place(),
            "Each item names an instance and is therefore a text. Use a map for instances with"
                + " values of their own.");
      } else if (!seen.add(key.get())) {
        problems.add(
            BlueprintProblems.BAD_FOR_EACH,
            item.place(),
            "%s stands in the list twice, and would name two instances."
                .formatted(Quote.key(key.get())));
      }
    }
  }

  private static Optional<String> key(Term item) {
    if (!(item instanceof Term.Literal literal)) {
      return Optional.empty();
    }
    return literal.value() instanceof Value.TextValue text
        ? Optional.of(text.text())
        : literal.plain();
  }
}
