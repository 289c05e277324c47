package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.diagnostic.Diagnostic;
import java.util.Optional;

/** Whether something new in a blueprint can have a name. */
public final class NameCheck {
  private NameCheck() {}

  /** What is wrong with the name; empty where it can be given. */
  public static Optional<String> problem(String name, Blueprint blueprint) {
    Problems problems = new Problems(1);
    Naming names = new Naming(problems);
    names.shared(name, "resource", Place.inCode(name));
    if (!problems.hasErrors()
        && (blueprint.resources().containsKey(name)
            || blueprint.components().containsKey(name)
            || blueprint.lookups().containsKey(name)
            || blueprint.imports().containsKey(name))) {
      return Optional.of("Something else is called \"%s\" already.".formatted(name));
    }
    return problems.sorted().stream().findFirst().map(Diagnostic::detail);
  }
}
