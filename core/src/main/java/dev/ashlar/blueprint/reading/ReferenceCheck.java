package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.ResourceDeclaration.NameReference;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Quote;
import dev.ashlar.diagnostic.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Whether the names that are used outside expressions are declared. */
final class ReferenceCheck {
  private final Blueprint blueprint;
  private final Problems problems;

  /** All that can be meant, once somebody means what is not there. */
  private final Set<String> names = new TreeSet<>();

  ReferenceCheck(Blueprint blueprint, Problems problems) {
    this.blueprint = blueprint;
    this.problems = problems;
  }

  void check() {
    blueprint
        .resources()
        .values()
        .forEach(
            resource -> {
              if (!resource.dependsOn().isEmpty() || resource.provider().isPresent()) {
                Problems here = problems.on(resource.canvas());
                dependsOn(resource.dependsOn(), here);
                provider(resource.provider(), resource.place(), here);
              }
            });
    blueprint
        .lookups()
        .values()
        .forEach(
            lookup -> provider(lookup.provider(), lookup.place(), problems.on(lookup.canvas())));
    blueprint
        .components()
        .values()
        .forEach(
            component -> {
              Problems here = problems.on(component.canvas());
              dependsOn(component.dependsOn(), here);
              component
                  .providers()
                  .values()
                  .forEach(name -> provider(Optional.of(name), component.place(), here));
            });
  }

  private void dependsOn(List<NameReference> references, Problems here) {
    for (NameReference reference : references) {
      if (!isKnown(reference.name())) {
        here.add(
            BlueprintProblems.UNKNOWN_NAME,
            reference.place(),
            () ->
                "No resource, component or lookup is called %s.%s"
                    .formatted(
                        Quote.key(reference.name()),
                        Suggestion.sentence(reference.name(), names())));
      }
    }
  }

  private boolean isKnown(String name) {
    return blueprint.resources().containsKey(name)
        || blueprint.components().containsKey(name)
        || blueprint.lookups().containsKey(name);
  }

  private Set<String> names() {
    if (names.isEmpty()) {
      names.addAll(blueprint.resources().keySet());
      names.addAll(blueprint.components().keySet());
      names.addAll(blueprint.lookups().keySet());
    }
    return names;
  }

  /** The only configuration of a provider needs no declaration; a second one does. */
  private void provider(Optional<String> name, Place place, Problems here) {
    Set<String> declared = blueprint.providers().keySet();
    if (name.isPresent() && name.get().contains(".") && !declared.contains(name.get())) {
      here.add(
          BlueprintProblems.UNKNOWN_PROVIDER,
          place,
          () ->
              "%s is used here and does not stand under \"providers\".%s"
                  .formatted(Quote.key(name.get()), Suggestion.sentence(name.get(), declared)));
    }
  }
}
