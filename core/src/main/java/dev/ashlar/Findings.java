package dev.ashlar;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.graph.problem.GraphProblems;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts together what several checks of one environment found, each mistake told once. */
final class Findings {
  /** Names are checked where a document is read and again, as not every blueprint is read. */
  private static final Set<String> NAMES =
      Set.of(GraphProblems.BAD_NAME.id(), GraphProblems.DUPLICATE_NAME.id());

  private Findings() {}

  /**
   * In the order of the sources. Where a document is wrong at a place, what else is said of that
   * place only follows from it.
   */
  static List<Diagnostic> all(
      Environment environment, List<Diagnostic> inputs, List<Diagnostic> graph) {
    List<Diagnostic> all = new ArrayList<>(environment.problems());
    Set<Location> wrong = wrong(environment);
    Set<Location> mistaken = inside(environment.blueprint(), wrong);
    for (List<Diagnostic> found : List.of(inputs, graph)) {
      for (Diagnostic each : found) {
        Set<Location> told = NAMES.contains(each.code()) ? wrong : mistaken;
        if (each.location().filter(told::contains).isEmpty()) {
          all.add(each);
        }
      }
    }
    if (!inputs.isEmpty() || !environment.problems().isEmpty()) {
      all.sort(
          Comparator.comparing(
              each -> each.location().orElse(null),
              Comparator.nullsLast(Comparator.naturalOrder())));
    }
    return all;
  }

  private static Set<Location> wrong(Environment environment) {
    Set<Location> wrong = new HashSet<>();
    for (Diagnostic problem : environment.problems()) {
      if (problem.isError()) {
        problem.location().ifPresent(wrong::add);
      }
    }
    return wrong;
  }

  /** A declaration's own place stands for all that may be wrong with it, not only its name. */
  private static Set<Location> inside(Blueprint blueprint, Set<Location> wrong) {
    Set<Location> inside = new HashSet<>(wrong);
    blueprint.resources().values().forEach(each -> inside.remove(each.place().start()));
    blueprint.lookups().values().forEach(each -> inside.remove(each.place().start()));
    return inside;
  }
}
