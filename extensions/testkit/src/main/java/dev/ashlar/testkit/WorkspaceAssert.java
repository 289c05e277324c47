package dev.ashlar.testkit;

import dev.ashlar.Workspace;
import dev.ashlar.drift.DriftReport;
import dev.ashlar.memory.CloudObject;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.state.StateObject;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.AbstractAssert;

/**
 * How an environment stands. Each assertion asks the engine, and waits.
 *
 * @since 0.1
 */
public final class WorkspaceAssert extends AbstractAssert<WorkspaceAssert, Workspace> {

  WorkspaceAssert(Workspace workspace) {
    super(workspace, WorkspaceAssert.class);
  }

  /** Planning now changes nothing. */
  public WorkspaceAssert plansNothing() {
    plan().isEmpty();
    return this;
  }

  /** What planning now would do. */
  public PlanAssert plan() {
    isNotNull();
    return new PlanAssert(actual.plan().join());
  }

  /** What is recorded now. */
  public StateAssert state() {
    isNotNull();
    return new StateAssert(actual.state().join().orThrow());
  }

  /** The records are sound and nothing is under way. */
  public WorkspaceAssert isSound() {
    state().isSound();
    return this;
  }

  /** These differ from what was applied, and nothing else does. */
  public WorkspaceAssert hasDrift(String... addresses) {
    isNotNull();
    DriftReport report = actual.drift().join();
    Set<String> drifted = new TreeSet<>();
    report.addresses().forEach(address -> drifted.add(address.toString()));
    if (!drifted.equals(new TreeSet<>(List.of(addresses)))) {
      throw failure("%s drifted, and not %s:\n%s", drifted, List.of(addresses), report);
    }
    return this;
  }

  /** The cloud has what is recorded, and nothing else: no orphan, no duplicate. */
  public WorkspaceAssert matches(MemoryCloud cloud) {
    isNotNull();
    Set<String> recorded = new TreeSet<>();
    for (StateObject object : actual.state().join().orThrow().objects()) {
      recorded.add(object.type() + " " + object.identity().orElse("(not named yet)"));
    }
    Set<String> there = new TreeSet<>();
    for (CloudObject object : cloud.objects()) {
      there.add(object.type() + " " + object.id());
    }
    if (!there.equals(recorded)) {
      Set<String> orphans = new TreeSet<>(there);
      orphans.removeAll(recorded);
      Set<String> missing = new TreeSet<>(recorded);
      missing.removeAll(there);
      throw failure(
          "the cloud and the records differ: in the cloud only %s, recorded only %s",
          orphans, missing);
    }
    return this;
  }
}
