package dev.ashlar;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.digest.PlanDigest;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/** Finds what differs between two plans, object by object. */
@SuppressWarnings("ReferenceEquality") // the very change needs no second look
final class Redrawing {
  private final Map<Address, Shown> before = new TreeMap<>();
  private final Map<Address, Shown> now = new TreeMap<>();

  /** What is shown of one object. */
  private static final class Shown {
    final List<Change> changes = new ArrayList<>();
    final List<Diagnostic> diagnostics = new ArrayList<>();
  }

  private Redrawing() {}

  /** Everything that a plan says something of. */
  static List<PlanningSession.Redraw> all(Plan plan) {
    return between(Plan.builder(plan.environment(), plan.serial()).build(), plan);
  }

  /** Everything whose changes or diagnostics are others, by address. */
  static List<PlanningSession.Redraw> between(Plan before, Plan now) {
    Set<Address> touched = new HashSet<>();
    differing(before.changes(), now.changes(), (a, b) -> a == b)
        .forEach(change -> touched.add(change.address()));
    differing(before.diagnostics(), now.diagnostics(), Diagnostic::equals)
        .forEach(diagnostic -> diagnostic.address().ifPresent(touched::add));
    if (touched.isEmpty()) {
      return List.of();
    }
    Redrawing redrawing = new Redrawing();
    redrawing.gather(before, touched, redrawing.before);
    redrawing.gather(now, touched, redrawing.now);
    return redrawing.drawn(touched);
  }

  /** What of two lists is neither in their common beginning nor in their common end. */
  private static <T> List<T> differing(List<T> before, List<T> now, BiPredicate<T, T> same) {
    int shorter = Math.min(before.size(), now.size());
    int head = 0;
    while (head < shorter && same.test(before.get(head), now.get(head))) {
      head++;
    }
    int tail = 0;
    while (tail < shorter - head
        && same.test(before.get(before.size() - 1 - tail), now.get(now.size() - 1 - tail))) {
      tail++;
    }
    List<T> differing = new ArrayList<>(before.subList(head, before.size() - tail));
    differing.addAll(now.subList(head, now.size() - tail));
    return differing;
  }

  private void gather(Plan plan, Set<Address> touched, Map<Address, Shown> into) {
    for (Change change : plan.changes()) {
      if (touched.contains(change.address())) {
        into.computeIfAbsent(change.address(), address -> new Shown()).changes.add(change);
      }
    }
    for (Diagnostic diagnostic : plan.diagnostics()) {
      diagnostic
          .address()
          .filter(touched::contains)
          .ifPresent(
              address ->
                  into.computeIfAbsent(address, each -> new Shown()).diagnostics.add(diagnostic));
    }
  }

  private List<PlanningSession.Redraw> drawn(Set<Address> touched) {
    List<PlanningSession.Redraw> drawn = new ArrayList<>();
    for (Address address : touched.stream().sorted().toList()) {
      Shown old = before.getOrDefault(address, new Shown());
      Shown shown = now.getOrDefault(address, new Shown());
      if (!same(old.changes, shown.changes) || !old.diagnostics.equals(shown.diagnostics)) {
        drawn.add(
            new RedrawnObject(
                address,
                canvas(shown).or(() -> canvas(old)),
                List.copyOf(shown.changes),
                List.copyOf(shown.diagnostics)));
      }
    }
    return List.copyOf(drawn);
  }

  private static boolean same(List<Change> before, List<Change> now) {
    if (before.size() != now.size()) {
      return false;
    }
    for (int i = 0; i < before.size(); i++) {
      boolean same =
          before.get(i) == now.get(i)
              || before.get(i).policies().equals(now.get(i).policies())
                  && PlanDigest.ofChange(before.get(i)).equals(PlanDigest.ofChange(now.get(i)));
      if (!same) {
        return false;
      }
    }
    return true;
  }

  private static Optional<String> canvas(Shown shown) {
    for (Change change : shown.changes) {
      if (change.canvas().isPresent()) {
        return change.canvas();
      }
    }
    for (Diagnostic diagnostic : shown.diagnostics) {
      if (diagnostic.canvas().isPresent()) {
        return diagnostic.canvas();
      }
    }
    return Optional.empty();
  }
}
