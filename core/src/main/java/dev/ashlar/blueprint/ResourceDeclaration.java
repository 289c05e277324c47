package dev.ashlar.blueprint;

import java.util.List;
import java.util.Optional;

/**
 * A resource of a blueprint.
 *
 * @param name its name
 * @param type the resource type
 * @param provider which configuration; empty for the provider's only one
 * @param properties what is set
 * @param dependsOn names that it depends on where no reference says it
 * @param when a boolean term: whether it is part of the graph
 * @param forEach a term that is a list of texts or a map: one instance for each
 * @param lifecycle how it is treated when it changes or goes away
 * @param canvas the canvas element that it came from
 * @param place where its name stands
 * @since 0.1
 */
public record ResourceDeclaration(
    String name,
    String type,
    Optional<String> provider,
    Term.Fields properties,
    List<NameReference> dependsOn,
    Optional<Term> when,
    Optional<Term> forEach,
    Lifecycle lifecycle,
    Optional<String> canvas,
    Place place) {
  /** Copies the list. */
  public ResourceDeclaration {
    dependsOn = List.copyOf(dependsOn);
  }

  /**
   * A name, and where it is used.
   *
   * @param name the name
   * @param place where it is used
   */
  public record NameReference(String name, Place place) {}
}
