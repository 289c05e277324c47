package dev.ashlar.simulation.life;

import dev.ashlar.memory.Hit;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.schema.Operation;
import dev.ashlar.simulation.scenario.Strike;
import dev.ashlar.simulation.scenario.Trouble;
import dev.ashlar.simulation.world.Boundary;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What goes wrong in a round, and what was under way when a process ended. */
final class Misfortune {
  private final MemoryCloud cloud;
  private final Coverage coverage;
  private final List<Strike> onDisk = new ArrayList<>();
  private final Map<String, Change> plan = new LinkedHashMap<>();
  private List<Strike> strikes = List.of();
  private int hitsBefore;

  Misfortune(MemoryCloud cloud, Coverage coverage) {
    this.cloud = cloud;
    this.coverage = coverage;
  }

  /** From now on these go wrong, while this plan is carried out and recovered. */
  void begins(List<Strike> strikes, Plan whole) {
    hitsBefore = cloud.hits().size();
    plan.clear();
    whole.changes().forEach(change -> plan.put(change.id(), change));
    onDisk.clear();
    this.strikes = strikes;
    for (Strike strike : strikes) {
      if (strike.trouble().isOfTheCloud()) {
        cloud.fault(strike.trouble().on(strike.address(), strike.operation(), strike.times()));
      } else if (strike.trouble() != Trouble.NONE) {
        onDisk.add(strike);
      }
    }
  }

  /** Nothing goes wrong any more. */
  void ends() {
    cloud.calm();
    onDisk.clear();
  }

  /** What goes wrong with the writing of a process. */
  MachineStore.Disk disk(Process process) {
    return lines -> {
      for (Strike strike : onDisk) {
        for (Line line : lines) {
          if (line.change().startsWith(strike.address() + "#")) {
            onDisk.remove(strike);
            lines.forEach(each -> failed(each.change(), strike.trouble()));
            return strike.trouble() == Trouble.DISK_FULL
                ? MachineStore.Trouble.DISK_FULL
                : MachineStore.Trouble.FLUSH_FAILED;
          }
        }
      }
      return MachineStore.Trouble.NONE;
    };
  }

  /** The run stops where its journal cannot be written. */
  private void failed(String id, Trouble trouble) {
    Change change = plan.get(id);
    if (change != null) {
      coverage.fell(Deed.of(change), Set.of(trouble), Boundary.RELEASES, false);
    }
  }

  /** What is about to befall the call of a change that is under way. */
  private Set<Trouble> expected(Change change) {
    Set<Trouble> expected = EnumSet.noneOf(Trouble.class);
    for (Strike strike : strikes) {
      if (strike.trouble().isOfTheCloud()
          && strike.trouble() != Trouble.STALE
          && strike.address().equals(change.address().toString())
          && strike.operation() != Operation.READ) {
        expected.add(strike.trouble());
      }
    }
    return expected;
  }

  /** A process has ended: what it was doing is counted. */
  void fell(Process process) {
    Map<String, Set<Trouble>> struck = new HashMap<>();
    List<Hit> hits = cloud.hits();
    for (Hit hit : hits.subList(hitsBefore, hits.size())) {
      hit.resource()
          .ifPresent(
              address ->
                  Trouble.named(hit.fault())
                      .ifPresent(
                          trouble ->
                              struck
                                  .computeIfAbsent(address, none -> EnumSet.noneOf(Trouble.class))
                                  .add(trouble)));
    }
    Map<String, Boundary> stages = new LinkedHashMap<>(process.stages());
    Boundary last = process.last();
    if (isOfTheRun(last)) {
      process.ended().forEach(change -> stages.put(change, last));
    }
    plan.values().stream()
        .filter(change -> Deed.of(change) == Deed.DEFERRED)
        .forEach(change -> stages.put(change.id(), last));
    stages.forEach(
        (id, boundary) -> {
          Change change = plan.get(id);
          if (change != null) {
            Set<Trouble> all =
                new HashSet<>(struck.getOrDefault(change.address().toString(), Set.of()));
            if (boundary == Boundary.CALLED && !process.isRecovering()) {
              all.addAll(expected(change));
            }
            coverage.fell(Deed.of(change), all, boundary, process.isRecovering());
          }
        });
  }

  private static boolean isOfTheRun(Boundary boundary) {
    return switch (boundary) {
      case RUN_ENDS, RUN_ENDED, COMPACTS, COMPACTED, RELEASES -> true;
      default -> false;
    };
  }
}
