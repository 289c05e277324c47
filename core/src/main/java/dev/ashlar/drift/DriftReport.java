package dev.ashlar.drift;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.question.Observations;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is no longer as declared, attribute by attribute, with the place of the declaration.
 *
 * @param drifts one for each object that differs, in the order of the addresses
 * @param edits the edits of the blueprint that would declare what there is
 * @param diagnostics what could not be looked at, and why
 * @since 0.1
 */
public record DriftReport(
    List<Drift> drifts, List<DocumentEdit> edits, List<Diagnostic> diagnostics) {
  /** Copies the lists. */
  public DriftReport {
    drifts = List.copyOf(drifts);
    edits = List.copyOf(edits);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Nothing could be looked at. */
  public static DriftReport refused(List<Diagnostic> why) {
    return new DriftReport(List.of(), List.of(), why);
  }

  /** Whether the blueprint of today matters: something differs, or something is observed. */
  public static boolean isWorthMore(Plan repair, Today today) {
    return repair.changes().stream().anyMatch(DriftReport::isDrift) || Observed.isAny(today);
  }

  /**
   * What the plan that would repair the drift says of it, and what is seen of observed objects.
   *
   * @param observations what was seen to know what is declared today
   */
  @SuppressWarnings("exports") // for the facade alone
  public static DriftReport of(Plan repair, Today today, Observations observations) {
    List<Drift> drifts = new ArrayList<>(Observed.drifts(today, observations));
    for (Change change : repair.changes()) {
      if (isDrift(change)) {
        drifts.add(Drift.of(change, today));
      }
    }
    drifts.sort(Comparator.comparing(Drift::address));
    return new DriftReport(drifts, edits(drifts, today), repair.diagnostics());
  }

  private static boolean isDrift(Change change) {
    return change.action() == Action.CREATE
        || change.action() == Action.UPDATE
        || change.action() == Action.REPLACE
        || change.action() == Action.REPLACE_IF_CHANGED;
  }

  private static List<DocumentEdit> edits(List<Drift> drifts, Today today) {
    List<DocumentEdit> edits = new ArrayList<>();
    for (Drift drift : drifts) {
      today
          .declaration(drift.address())
          .ifPresent(
              declaration -> {
                if (drift.missing()) {
                  edits.add(DocumentEdit.gone(drift.address(), declaration.place().start()));
                }
                drift
                    .differences()
                    .forEach(
                        each -> edits.add(DocumentEdit.of(drift.address(), declaration, each)));
              });
    }
    return edits;
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
