package dev.ashlar.graph.link;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.LookupDeclaration;
import dev.ashlar.blueprint.LookupDeclaration.Expect;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.expression.Reference;
import dev.ashlar.graph.NodeId;
import dev.ashlar.value.Address;
import dev.ashlar.value.ValuePath;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Which declaration a name in an expression stands for. */
public final class Targets {
  private final Map<String, NodeId> roots = new HashMap<>();
  private final Blueprint blueprint;

  /** Of a blueprint's names. */
  public Targets(Blueprint blueprint) {
    this.blueprint = blueprint;
    add(NodeId.Kind.IMPORT, blueprint.imports().keySet());
    add(NodeId.Kind.LOOKUP, blueprint.lookups().keySet());
    add(NodeId.Kind.RESOURCE, blueprint.resources().keySet());
  }

  private void add(NodeId.Kind kind, Collection<String> names) {
    names.forEach(name -> roots.put(name, new NodeId(kind, name)));
  }

  /** What a root name stands for; empty for {@code params} and the like. */
  public Optional<NodeId> root(String name) {
    return Optional.ofNullable(roots.get(name));
  }

  /** The resource type of a resource or lookup. */
  public Optional<String> type(NodeId id) {
    return switch (id.kind()) {
      case RESOURCE ->
          Optional.ofNullable(blueprint.resources().get(id.name())).map(ResourceDeclaration::type);
      case LOOKUP ->
          Optional.ofNullable(blueprint.lookups().get(id.name())).map(LookupDeclaration::type);
      default -> Optional.empty();
    };
  }

  /** Whether a key or position says which of several objects is meant. */
  public boolean isKeyed(NodeId id) {
    return switch (id.kind()) {
      case RESOURCE ->
          Optional.ofNullable(blueprint.resources().get(id.name()))
              .filter(resource -> resource.forEach().isPresent())
              .isPresent();
      case LOOKUP ->
          Optional.ofNullable(blueprint.lookups().get(id.name()))
              .filter(lookup -> lookup.expect() == Expect.MANY)
              .isPresent();
      default -> false;
    };
  }

  /** Whether a name is a component's. */
  public boolean isComponent(String name) {
    return blueprint.components().containsKey(name);
  }

  /** The names that something can be said to depend on. */
  public List<String> dependable() {
    return Stream.of(blueprint.resources(), blueprint.components(), blueprint.lookups())
        .flatMap(declarations -> declarations.keySet().stream())
        .toList();
  }

  /** What is read, as an expression has it: {@code key.Arn}, {@code uploads["a"].Arn}. */
  public String text(Reference reference) {
    String head = reference.root();
    ValuePath path = reference.path();
    boolean keyed = root(head).filter(this::isKeyed).isPresent();
    if (keyed && !path.steps().isEmpty() && path.steps().get(0) instanceof ValuePath.Key key) {
      head = Address.of(head, key.name()).toString();
      path = new ValuePath(path.steps().subList(1, path.steps().size()));
    }
    String tail = path.toString();
    boolean dot = !tail.isEmpty() && tail.charAt(0) != '[';
    return head + (dot ? "." : "") + tail;
  }

  /** What must be evaluated before something is read; all locals where it is not said which. */
  List<NodeId> of(Reference reference) {
    NodeId named = roots.get(reference.root());
    if (named != null) {
      return List.of(named);
    }
    return switch (reference.root()) {
      case "locals" -> members(NodeId.Kind.LOCAL, blueprint.locals().keySet(), reference.path());
      case "resources" ->
          members(NodeId.Kind.RESOURCE, blueprint.resources().keySet(), reference.path());
      default -> List.of();
    };
  }

  /** Whether what must be evaluated before something is read includes this. */
  boolean leadsTo(Reference reference, NodeId id) {
    NodeId named = roots.get(reference.root());
    return named == null ? of(reference).contains(id) : named.equals(id);
  }

  private static List<NodeId> members(NodeId.Kind kind, Collection<String> all, ValuePath path) {
    String name = path.head();
    return all.contains(name)
        ? List.of(new NodeId(kind, name))
        : all.stream().map(each -> new NodeId(kind, each)).toList();
  }
}
