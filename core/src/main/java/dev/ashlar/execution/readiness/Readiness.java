package dev.ashlar.execution.readiness;

import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.plan.Change;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says which changes may start, by counting down what each waits for: linear over a whole plan. The
 * same plan and the same events give the same answers; {@link #standing} is all of its state. For
 * one thread.
 *
 * <p>A change that has the longest chain behind it goes first, then one that stands earlier in the
 * plan.
 */
public final class Readiness {
  private final Walk walk;
  private final OnFailure onFailure;
  private final int[] missing;
  private final Standing.@Nullable Stage[] stages;
  private final Map<String, PriorityQueue<Integer>> startable = new TreeMap<>();
  private int ended;
  private int running;
  private boolean failed;
  private boolean cancelled;

  private Readiness(Walk walk, OnFailure onFailure) {
    this.walk = walk;
    this.onFailure = onFailure;
    this.missing = walk.dependencies();
    this.stages = new Standing.Stage[walk.size()];
    for (int i = 0; i < missing.length; i++) {
      if (missing[i] == 0) {
        offer(i);
      }
    }
  }

  private void offer(int number) {
    startable
        .computeIfAbsent(walk.lane(number), lane -> new PriorityQueue<>(this::urgency))
        .add(number);
  }

  private int urgency(int a, int b) {
    int order = Integer.compare(walk.height(b), walk.height(a));
    return order != 0 ? order : Integer.compare(a, b);
  }

  /**
   * At the beginning of a plan.
   *
   * @param changes each after all that it depends on
   * @param onFailure what a failure means for the others
   * @throws IllegalArgumentException if a change depends on something that is not before it
   */
  public static Readiness of(List<Change> changes, OnFailure onFailure) {
    return new Readiness(Walk.over(changes), onFailure);
  }

  /**
   * In the middle of a plan. What was started and has not ended counts as under way.
   *
   * @throws IllegalArgumentException if it is the standing of another plan
   */
  public static Readiness resume(List<Change> changes, OnFailure onFailure, Standing standing) {
    Readiness readiness = of(changes, onFailure);
    readiness.cancelled = standing.cancelled();
    standing
        .changes()
        .forEach(
            (id, stage) -> {
              readiness.enter(readiness.walk.number(id), stage);
            });
    for (String id : standing.changes().keySet()) {
      int number = readiness.walk.number(id);
      if (readiness.stages[number] == Standing.Stage.FAILED) {
        readiness.skipDependants(number);
      }
    }
    readiness
        .startable
        .values()
        .forEach(lane -> lane.removeIf(number -> readiness.stages[number] != null));
    return readiness;
  }

  private void enter(int number, Standing.Stage stage) {
    stages[number] = stage;
    switch (stage) {
      case STARTED -> running++;
      case DONE -> {
        ended++;
        release(number);
      }
      case FAILED -> {
        ended++;
        failed = true;
      }
      case SKIPPED -> ended++;
    }
    int follower = walk.follower(number);
    if (stage != Standing.Stage.STARTED && follower >= 0) {
      countDown(follower);
    }
  }

  /** The change to begin next; it counts as begun from now on. Empty where none may begin now. */
  public Optional<String> start() {
    return start(Set.of());
  }

  /**
   * The change to begin next, of a provider that is not among these; it counts as begun from now
   * on. Empty where none may begin now.
   */
  public Optional<String> start(Set<String> busyProviders) {
    PriorityQueue<Integer> best = best(busyProviders);
    if (best == null) {
      return Optional.empty();
    }
    int next = best.remove();
    enter(next, Standing.Stage.STARTED);
    return Optional.of(walk.id(next));
  }

  /** How many changes might begin now, of providers that are not among these. */
  public int startable(Set<String> busyProviders) {
    int count = 0;
    if (!stopped()) {
      for (Map.Entry<String, PriorityQueue<Integer>> lane : startable.entrySet()) {
        count += busyProviders.contains(lane.getKey()) ? 0 : lane.getValue().size();
      }
    }
    return count;
  }

  private @Nullable PriorityQueue<Integer> best(Set<String> busyProviders) {
    @Nullable PriorityQueue<Integer> best = null;
    if (!stopped()) {
      for (Map.Entry<String, PriorityQueue<Integer>> lane : startable.entrySet()) {
        Integer first = lane.getValue().peek();
        if (first != null
            && !busyProviders.contains(lane.getKey())
            && (best == null || urgency(first, best.element()) < 0)) {
          best = lane.getValue();
        }
      }
    }
    return best;
  }

  /**
   * Whether a change that was begun and is all but made leaves nothing waiting that is more urgent
   * than what may be begun now, of providers that are not among these.
   */
  public boolean yields(String id, Set<String> busyProviders) {
    PriorityQueue<Integer> best = best(busyProviders);
    if (best == null) {
      return false;
    }
    for (int dependant : walk.dependants(begun(id))) {
      boolean waitsForThisAlone = missing[dependant] == 1 && stages[dependant] == null;
      if (waitsForThisAlone && urgency(dependant, best.element()) < 0) {
        return false;
      }
    }
    return true;
  }

  /** A change that was begun is made. */
  public void succeeded(String id) {
    int number = begun(id);
    running--;
    enter(number, Standing.Stage.DONE);
  }

  /**
   * A change that was begun has failed.
   *
   * @return the changes that are not to be begun because of it
   */
  public List<String> failed(String id) {
    int number = begun(id);
    running--;
    enter(number, Standing.Stage.FAILED);
    return skipDependants(number);
  }

  /** Nothing more is to be begun. */
  public void cancel() {
    cancelled = true;
  }

  /**
   * Ends the walk where nothing more is begun and nothing is under way.
   *
   * @return the changes that are not to be begun
   */
  public List<String> skipRest() {
    List<String> skipped = new ArrayList<>();
    for (int i = 0; i < stages.length; i++) {
      if (stages[i] == null) {
        enter(i, Standing.Stage.SKIPPED);
        skipped.add(walk.id(i));
      }
    }
    startable.clear();
    return skipped;
  }

  /** Whether nothing more is begun. */
  public boolean stopped() {
    return cancelled || failed && onFailure != OnFailure.CONTINUE;
  }

  /** Whether nothing is under way, and nothing is to be begun. */
  public boolean isOver() {
    return running == 0 && (stopped() || ended == stages.length);
  }

  /** How many changes are under way. */
  public int running() {
    return running;
  }

  /** How many changes have ended or are skipped. */
  public int ended() {
    return ended;
  }

  /** How many changes there are. */
  public int total() {
    return stages.length;
  }

  /** All of the state. */
  public Standing standing() {
    SortedMap<String, Standing.Stage> changes = new TreeMap<>();
    for (int i = 0; i < stages.length; i++) {
      Standing.Stage stage = stages[i];
      if (stage != null) {
        changes.put(walk.id(i), stage);
      }
    }
    return new Standing(changes, cancelled);
  }

  private int begun(String id) {
    int number = walk.number(id);
    if (stages[number] != Standing.Stage.STARTED) {
      throw new IllegalStateException(id + " is not under way");
    }
    return number;
  }

  private void release(int number) {
    for (int dependant : walk.dependants(number)) {
      countDown(dependant);
    }
  }

  private void countDown(int number) {
    if (--missing[number] == 0 && stages[number] == null) {
      offer(number);
    }
  }

  private List<String> skipDependants(int number) {
    List<String> skipped = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>();
    open.add(number);
    for (Integer at = open.poll(); at != null; at = open.poll()) {
      for (int dependant : walk.dependants(at)) {
        if (stages[dependant] == null) {
          enter(dependant, Standing.Stage.SKIPPED);
          skipped.add(walk.id(dependant));
          open.add(dependant);
        }
      }
    }
    return skipped;
  }
}
