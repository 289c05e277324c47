package dev.ashlar.graph.link;

import dev.ashlar.blueprint.ResourceDeclaration.NameReference;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.expression.Reference;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Finds what the parts of a node depend on, in the order of the parts. */
public final class Links {
  private final Targets targets;
  private final List<Link> links = new ArrayList<>();

  private Links(Targets targets) {
    this.targets = targets;
  }

  /** Every link of a node: worked out again whenever asked for, for it is rarely needed. */
  public static List<Link> of(Node node, Targets targets) {
    Links links = new Links(targets);
    if (node instanceof Node.ResourceNode resource) {
      links.provider(resource.provider(), resource.declaration().place().start());
      links.optional(resource.when(), "when");
      links.optional(resource.forEach(), "forEach");
      links.term(resource.properties(), "");
      links.optional(resource.preventDestroy(), "preventDestroy");
      links.names(resource.declaration().dependsOn());
    } else if (node instanceof Node.LookupNode lookup) {
      links.provider(lookup.provider(), lookup.declaration().place().start());
      links.term(lookup.where(), "where");
    } else {
      terms(node, term -> links.term(term, ""));
    }
    return links.links;
  }

  /** The nodes that a node's links lead to, each once, in their order; its own left out. */
  public static List<NodeId> targets(Node node, Targets targets) {
    Set<NodeId> found = new LinkedHashSet<>();
    if (node instanceof Node.ResourceNode resource) {
      found.add(resource.provider());
    } else if (node instanceof Node.LookupNode lookup) {
      found.add(lookup.provider());
    }
    references(node, reference -> found.addAll(targets.of(reference)));
    if (node instanceof Node.ResourceNode resource) {
      for (NameReference name : resource.declaration().dependsOn()) {
        targets.root(name.name()).ifPresent(found::add);
      }
    }
    found.remove(node.id());
    return List.copyOf(found);
  }

  /** Whether a node has a link to itself. */
  public static boolean readsItself(Node node, Targets targets) {
    NodeId self = node.id();
    boolean[] found = {false};
    references(node, reference -> found[0] |= targets.leadsTo(reference, self));
    return found[0] || node instanceof Node.ResourceNode resource && names(resource, self);
  }

  private static boolean names(Node.ResourceNode resource, NodeId self) {
    for (NameReference name : resource.declaration().dependsOn()) {
      if (name.name().equals(self.name())) {
        return true;
      }
    }
    return false;
  }

  /** Gives every reference of a node. */
  public static void references(Node node, Consumer<Reference> taker) {
    terms(node, term -> Use.references(term, taker));
  }

  /** Gives every term of a node. */
  public static void terms(Node node, Consumer<CompiledTerm> taker) {
    if (node instanceof Node.LocalNode local) {
      taker.accept(local.value());
    } else if (node instanceof Node.ProviderNode provider) {
      taker.accept(provider.configuration());
    } else if (node instanceof Node.LookupNode lookup) {
      taker.accept(lookup.where());
    } else if (node instanceof Node.ResourceNode resource) {
      resource.when().ifPresent(taker);
      resource.forEach().ifPresent(taker);
      taker.accept(resource.properties());
      resource.preventDestroy().ifPresent(taker);
    } else if (node instanceof Node.OutputNode output) {
      taker.accept(output.value());
    }
  }

  private void provider(NodeId provider, Location location) {
    links.add(new Link(provider, provider.name(), "provider", location));
  }

  private void optional(Optional<CompiledTerm> term, String part) {
    term.ifPresent(present -> term(present, part));
  }

  private void term(CompiledTerm term, String part) {
    for (Use use : Use.of(term)) {
      String path = use.path().toString();
      String by = part.isEmpty() || path.isEmpty() ? part + path : part + "." + path;
      for (NodeId target : targets.of(use.reference())) {
        links.add(new Link(target, targets.text(use.reference()), by, use.location()));
      }
    }
  }

  private void names(List<NameReference> names) {
    for (NameReference name : names) {
      targets
          .root(name.name())
          .ifPresent(
              target ->
                  links.add(new Link(target, name.name(), "dependsOn", name.place().start())));
    }
  }
}
