package dev.ashlar.graph.compile;

import dev.ashlar.blueprint.LookupDeclaration;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What compiling one declaration came to, and what it came from: it is kept as long as that stays.
 *
 * @param id which declaration
 * @param declaration what is declared; the very object
 * @param node the node; empty where the type or the provider is not known
 * @param provider the configuration that serves it
 * @param typed problems with its type
 * @param compiled problems with all else of it
 * @param self that it reads itself
 * @param reads the root names that it reads, or depends on
 * @param parameters the parameters that it reads
 */
record Piece(
    NodeId id,
    Object declaration,
    Optional<Node> node,
    Optional<NodeId> provider,
    List<Diagnostic> typed,
    List<Diagnostic> compiled,
    List<Diagnostic> self,
    Set<String> reads,
    Set<String> parameters) {

  /** The same, served by a configuration of a provider. */
  Piece with(Optional<NodeId> served) {
    return new Piece(id, declaration, node, served, typed, compiled, self, reads, parameters);
  }

  /** Where the declaration of a resource or lookup stands. */
  Place place() {
    return declaration instanceof ResourceDeclaration resource
        ? resource.place()
        : ((LookupDeclaration) declaration).place();
  }

  /** Whether anything was said of it. */
  boolean isNoted() {
    return !typed.isEmpty() || !compiled.isEmpty() || !self.isEmpty();
  }

  /** Whether one of these names is read. */
  boolean readsOneOf(Set<String> names) {
    for (String name : reads) {
      if (names.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
