package dev.ashlar.drift;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is no longer as declared, attribute by attribute, with the place of the declaration.
 *
 * @param drifts one for each object that differs, in the order of the addresses
 * @param diagnostics what could not be looked at, and why
 * @since 0.1
 */
public record DriftReport(List<Drift> drifts, List<Diagnostic> diagnostics) {
  /** Copies the lists. */
  public DriftReport {
    drifts = List.copyOf(drifts);
    diagnostics = List.copyOf(diagnostics);
  }

  /** What the plan that would repair the drift says of it. */
  public static DriftReport of(Plan repair) {
    List<Drift> drifts = new ArrayList<>();
    for (Change change : repair.changes()) {
      if (change.action() == Action.CREATE
          || change.action() == Action.UPDATE
          || change.action() == Action.REPLACE
          || change.action() == Action.REPLACE_IF_CHANGED) {
        drifts.add(Drift.of(change));
      }
    }
    return new DriftReport(drifts, repair.diagnostics());
  }

  /** Whether nothing differs and everything was looked at. */
  public boolean isEmpty() {
    return drifts.isEmpty() && diagnostics.stream().noneMatch(Diagnostic::isError);
  }

  /** The addresses of what differs. */
  public Set<Address> addresses() {
    Set<Address> addresses = new TreeSet<>();
    drifts.forEach(drift -> addresses.add(drift.address()));
    return addresses;
  }
}
