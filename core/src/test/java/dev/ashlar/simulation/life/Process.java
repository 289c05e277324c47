package dev.ashlar.simulation.life;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.simulation.world.Boundary;
import dev.ashlar.simulation.world.Machine;
import dev.ashlar.value.Address;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A process of a life: what it carries out, and how far each change of that is. */
public final class Process {
  private final Machine machine;
  private final boolean recovering;
  private final int number;
  private final Map<String, Change> plan = new LinkedHashMap<>();
  private final Map<String, String> byAddress = new HashMap<>();
  private final Map<String, Boundary> stages = new LinkedHashMap<>();
  private final Map<String, Set<String>> troubles = new HashMap<>();
  private final Set<String> ended = new HashSet<>();
  private Boundary last = Boundary.LEASED;

  Process(Machine machine, int number, boolean recovering) {
    this.machine = machine;
    this.number = number;
    this.recovering = recovering;
  }

  Machine machine() {
    return machine;
  }

  /** Whether it only ends what another one had begun. */
  public boolean isRecovering() {
    return recovering;
  }

  int number() {
    return number;
  }

  /** From now on it carries this out. */
  void carriesOut(Plan whole) {
    for (Change change : whole.changes()) {
      plan.put(change.id(), change);
      byAddress.put(change.address().toString(), change.id());
    }
  }

  /** From now on it carries out what nobody has seen: it undoes what it did. */
  void undoes() {
    plan.clear();
    ended.clear();
  }

  /** From now on it ends what these changes had begun. */
  void ends(Collection<String> changes) {
    for (String change : changes) {
      byAddress.put(change.substring(0, change.lastIndexOf('#')), change);
    }
  }

  Map<String, Change> plan() {
    return plan;
  }

  /** The changes whose end is durable. */
  Set<String> ended() {
    return ended;
  }

  /** How far the changes are that have begun and not ended as far as it knows. */
  Map<String, Boundary> stages() {
    return stages;
  }

  /** The boundary that it came to last. */
  Boundary last() {
    return last;
  }

  /** What went wrong with the writing of a change. */
  Set<String> troubles(String change) {
    return troubles.getOrDefault(change, Set.of());
  }

  void troubled(List<Line> lines, String trouble) {
    lines.forEach(
        line -> troubles.computeIfAbsent(line.change(), none -> new HashSet<>()).add(trouble));
  }

  /** It comes to a boundary; whether it goes on. */
  boolean passes(Boundary boundary, Collection<String> changes) {
    if (machine.isAwake()) {
      last = boundary;
      stages.values().removeIf(Process::isOver);
      for (String change : changes) {
        stages.put(change, isDoubted(change, boundary) ? Boundary.ANSWERED : boundary);
      }
    }
    return machine.passes(boundary, changes);
  }

  /** Whether it is looked at because nobody knows what became of its call. */
  private boolean isDoubted(String change, Boundary boundary) {
    Boundary before = stages.get(change);
    return boundary == Boundary.LOOKED
        && !recovering
        && before != null
        && before.compareTo(Boundary.CALLED) >= 0;
  }

  private static boolean isOver(Boundary stage) {
    return stage == Boundary.BETWEEN_FLUSHES;
  }

  /** It asks what there is; whether it goes on. */
  boolean looksAt(Address address) {
    String change = byAddress.get(address.toString());
    if (change == null) {
      return true;
    }
    Change planned = plan.get(change);
    boolean onlyLooks = planned != null && planned.action() == Action.READ;
    return passes(onlyLooks ? Boundary.REACHED : Boundary.LOOKED, List.of(change));
  }

  @Override
  public String toString() {
    return (recovering ? "recovery " : "process ") + number;
  }
}
