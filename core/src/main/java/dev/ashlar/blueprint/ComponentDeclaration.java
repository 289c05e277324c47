package dev.ashlar.blueprint;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An instance of a template.
 *
 * @param name its name
 * @param template which template, with a range of versions: {@code ashlar/network@^1}
 * @param parameters its parameters
 * @param dependsOn names that all of it depends on
 * @param when a boolean term: whether it is part of the graph
 * @param forEach a term that is a list of texts or a map: one instance for each
 * @param providers which of this blueprint's configurations serve the template's
 * @param canvas the canvas element that it came from
 * @param place where its name stands
 * @since 0.1
 */
public record ComponentDeclaration(
    String name,
    String template,
    Term.Fields parameters,
    List<ResourceDeclaration.NameReference> dependsOn,
    Optional<Term> when,
    Optional<Term> forEach,
    Map<String, String> providers,
    Optional<String> canvas,
    Place place) {
  /** Copies list and map. */
  public ComponentDeclaration {
    dependsOn = List.copyOf(dependsOn);
    providers = Map.copyOf(providers);
  }
}
