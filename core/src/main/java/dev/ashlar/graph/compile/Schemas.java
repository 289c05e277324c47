package dev.ashlar.graph.compile;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Place;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.graph.problem.Report;
import dev.ashlar.schema.ResourceSchema;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The schemas of the types that a blueprint uses; each is asked for once. */
final class Schemas {
  private final Map<String, Checked<ResourceSchema>> byType = new HashMap<>();
  private final Types types;

  Schemas(Types types) {
    this.types = types;
  }

  Schemas(Blueprint blueprint, Types types, Report report) {
    this(types);
    blueprint
        .lookups()
        .forEach((name, l) -> need(l.type(), l.place(), report.about(name, l.canvas())));
    blueprint
        .resources()
        .forEach((name, r) -> need(r.type(), r.place(), report.about(name, r.canvas())));
  }

  /** Reports what is wrong with a type where it is used; that none is named is known already. */
  void need(String type, Place place, Report report) {
    Checked<ResourceSchema> schema = byType.computeIfAbsent(type, types::schema);
    if (!schema.diagnostics().isEmpty() && !type.isEmpty()) {
      schema.diagnostics().forEach(problem -> report.add(problem.at(place.start())));
    }
  }

  /** The schema of a type that the blueprint uses; empty where that was reported. */
  Optional<ResourceSchema> of(String type) {
    return Objects.requireNonNull(byType.get(type)).value();
  }
}
