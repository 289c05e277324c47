package dev.ashlar.expression.path;

import com.google.common.collect.ImmutableSet;
import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.expression.ExpressionProblems;
import dev.ashlar.expression.Problem;
import dev.ashlar.expression.Scope;
import dev.ashlar.expression.Typed;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Follows paths through the types of a scope. */
public final class Typing {
  private static final ImmutableSet<String> NO_RESOURCES =
      ImmutableSet.of("params", "env", "flags", "locals", "each");

  private final Scope scope;

  /** Follows paths from the names of a scope. */
  public Typing(Scope scope) {
    this.scope = scope;
  }

  /** Follows a path; {@code resources.NAME} at its beginning is taken for {@code NAME}. */
  public Resolution resolve(Path written) {
    Path path = plain(written);
    Optional<Typed> root = scope.root(path.root());
    if (root.isEmpty() || path.alias() && NO_RESOURCES.contains(path.root())) {
      return new Resolution.Unresolved(unknownName(path));
    }
    List<Typed> containers = new ArrayList<>(path.steps().size());
    Typed type = root.get();
    boolean optional = false;
    for (Path.Step step : path.steps()) {
      optional |= step.optional();
      if (type instanceof Typed.Maybe maybe) {
        optional = true;
        containers.add(type);
        type = maybe.some();
      } else {
        containers.add(type);
      }
      Optional<Typed> next = Types.enter(type, step.step());
      if (next.isEmpty()) {
        return new Resolution.Unresolved(noSuchStep(path, containers.size() - 1, type));
      }
      type = next.get();
    }
    if (type instanceof Typed.Maybe maybe) {
      optional = true;
      type = maybe.some();
    }
    return new Resolution.Resolved(path, containers, type, optional);
  }

  private Path plain(Path path) {
    boolean alias =
        path.root().equals(Path.RESOURCES)
            && scope.root(Path.RESOURCES).isEmpty()
            && !path.steps().isEmpty()
            && path.steps().get(0).step() instanceof ValuePath.Key;
    if (!alias) {
      return path;
    }
    Path.Step first = path.steps().get(0);
    return new Path(
        ((ValuePath.Key) first.step()).name(),
        true,
        path.steps().subList(1, path.steps().size()),
        first.offset());
  }

  private Problem unknownName(Path path) {
    String name = path.root();
    if (name.equals(Path.RESOURCES) && !path.alias()) {
      return new Problem(
          ExpressionProblems.UNKNOWN_NAME,
          "\"resources\" is not a thing of its own: write resources.NAME.",
          path.offset());
    }
    if (name.equals("each") && !path.alias()) {
      return new Problem(
          ExpressionProblems.UNKNOWN_NAME,
          "\"each\" exists only where there is a forEach.",
          path.offset());
    }
    Set<String> names = new TreeSet<>(scope.names());
    if (path.alias()) {
      names.removeAll(NO_RESOURCES);
    }
    return new Problem(
        ExpressionProblems.UNKNOWN_NAME,
        "There is no \"" + name + "\" here." + Suggestion.sentence(name, names),
        path.offset());
  }

  private static Problem noSuchStep(Path path, int index, Typed type) {
    Path.Step step = path.steps().get(index);
    String owner = path.text(index);
    String detail;
    if (step.step() instanceof ValuePath.Key key) {
      detail = noSuchAttribute("\"" + owner + "\"", type, key.name());
    } else {
      String kind = type instanceof Typed.Plain ? name(type) : "read by names";
      detail = "\"" + owner + "\" is " + kind + ": a number cannot index it.";
    }
    return new Problem(ExpressionProblems.UNKNOWN_ATTRIBUTE, detail, step.offset());
  }

  /** Says that a thing has no such attribute, and which it may have meant. */
  public static String noSuchAttribute(String owner, Typed type, String name) {
    if (name.equals(Path.IDENTITY)) {
      return owner + " has no identity: identity() takes a resource.";
    }
    if (type instanceof Typed.Struct struct) {
      return owner
          + " ("
          + struct.name()
          + ") has no attribute \""
          + name
          + "\"."
          + Suggestion.sentence(name, struct.attributes().names());
    }
    ValueType plain = Types.value(type);
    if (plain instanceof ValueType.ObjectType object) {
      return owner
          + " has no attribute \""
          + name
          + "\"."
          + Suggestion.sentence(name, object.fields().keySet());
    }
    return owner
        + " is "
        + name(type)
        + " and has no attribute \""
        + name
        + "\"."
        + (plain instanceof ValueType.ListType ? " Read an item first, [0]." : "");
  }

  private static String name(Typed type) {
    return Names.of(Types.value(type));
  }
}
