package dev.ashlar.graph.check;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.MovedDeclaration;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.problem.DidYouMean;
import dev.ashlar.graph.problem.GraphProblems;
import dev.ashlar.graph.problem.Report;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is said to have moved: from an address that is declared no more to one that is. What moved
 * again later is followed to where it is now.
 */
public final class MovedCheck {
  private final Blueprint blueprint;
  private final Map<NodeId, Node> nodes;
  private final Report report;
  private final Map<Address, MovedDeclaration> byFrom = new HashMap<>();

  private MovedCheck(Blueprint blueprint, Map<NodeId, Node> nodes, Report report) {
    this.blueprint = blueprint;
    this.nodes = nodes;
    this.report = report;
  }

  /** Each declaration, to the address where its object is now. */
  public static List<MovedDeclaration> resolve(
      Blueprint blueprint, Map<NodeId, Node> nodes, Report report) {
    MovedCheck check = new MovedCheck(blueprint, nodes, report);
    Map<Address, MovedDeclaration> byTo = new HashMap<>();
    for (MovedDeclaration moved : blueprint.moved()) {
      MovedDeclaration fork = check.byFrom.putIfAbsent(moved.from(), moved);
      if (fork != null) {
        check.refuse(moved, moved.from() + " moves twice: also to " + fork.to() + ".");
      }
      MovedDeclaration other = byTo.putIfAbsent(moved.to(), moved);
      if (other != null) {
        check.refuse(moved, "Two things move to " + moved.to() + ": also " + other.from() + ".");
      }
    }
    List<MovedDeclaration> resolved = new ArrayList<>();
    Set<Address> ends = new HashSet<>();
    blueprint.moved().forEach(moved -> check.follow(moved, ends).ifPresent(resolved::add));
    return resolved;
  }

  private void refuse(MovedDeclaration moved, String detail) {
    report.add(GraphProblems.BAD_MOVED, detail, moved.place());
  }

  private Optional<MovedDeclaration> follow(MovedDeclaration moved, Set<Address> circles) {
    if (moved.from().segments().size() > 1 || moved.to().segments().size() > 1) {
      report.add(
          GraphProblems.COMPONENTS_LATER,
          "Something inside a component moves, and this version does not expand templates.",
          moved.place());
      return Optional.empty();
    }
    Set<Address> passed = new HashSet<>(Set.of(moved.from()));
    Address end = moved.to();
    for (MovedDeclaration next = byFrom.get(end); next != null; next = byFrom.get(end)) {
      if (!passed.add(end)) {
        break;
      }
      end = next.to();
    }
    if (passed.contains(end)) {
      boolean first = circles.add(end);
      circles.addAll(passed);
      if (first) {
        refuse(moved, moved.from() + " moves in a circle and ends where it was.");
      }
      return Optional.empty();
    }
    boolean last = end.equals(moved.to());
    boolean free = fromIsFree(moved);
    boolean there = !last || toIsThere(moved);
    return free && there
        ? Optional.of(new MovedDeclaration(moved.from(), end, moved.place()))
        : Optional.empty();
  }

  private boolean fromIsFree(MovedDeclaration moved) {
    Address from = moved.from();
    ResourceDeclaration declared = blueprint.resources().get(from.name());
    if (declared == null) {
      return true;
    }
    boolean keyed = declared.forEach().isPresent();
    boolean still =
        from.key().isEmpty()
            ? !keyed || moved.to().key().isEmpty()
            : keyed && keys(declared).filter(keys -> keys.contains(from.key().get())).isPresent();
    if (still) {
      refuse(
          moved,
          "\"from\" is "
              + from
              + ", which is still declared. Take away the declaration or this entry.");
    }
    return !still;
  }

  private boolean toIsThere(MovedDeclaration moved) {
    Address to = moved.to();
    ResourceDeclaration declared = blueprint.resources().get(to.name());
    if (declared == null) {
      refuse(
          moved,
          "\"to\" is "
              + to
              + ", and there is no such resource"
              + DidYouMean.ending(to.name(), blueprint.resources().keySet()));
      return false;
    }
    boolean keyed = declared.forEach().isPresent();
    if (to.key().isPresent() && !keyed) {
      refuse(
          moved,
          "\"to\" is " + to + ", and \"" + to.name() + "\" has no forEach, so no instances.");
      return false;
    }
    if (to.key().isEmpty() && keyed && moved.from().key().isPresent()) {
      refuse(
          moved,
          "One instance, "
              + moved.from()
              + ", cannot become all instances of \""
              + to.name()
              + "\". Say which one: "
              + to.name()
              + "[\"KEY\"].");
      return false;
    }
    Optional<Set<String>> keys = to.key().isEmpty() ? Optional.empty() : keys(declared);
    if (keys.isPresent() && !keys.get().contains(to.key().get())) {
      refuse(
          moved,
          "\"to\" is "
              + to
              + ", and forEach makes no such instance"
              + DidYouMean.ending(to.key().get(), keys.get()));
      return false;
    }
    return true;
  }

  private Optional<Set<String>> keys(ResourceDeclaration declared) {
    return nodes.get(new NodeId(NodeId.Kind.RESOURCE, declared.name()))
            instanceof Node.ResourceNode resource
        ? resource.forEach().flatMap(ForEachCheck::keys)
        : Optional.empty();
  }
}
