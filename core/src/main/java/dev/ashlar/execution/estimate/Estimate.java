package dev.ashlar.execution.estimate;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How long the rest of a run takes, good enough for a progress bar: learns from each change that
 * ends how long its action takes on its type. For one thread.
 */
public final class Estimate {
  private final Map<Kind, Experience> kinds = new HashMap<>();
  private final int parallelism;
  private int left;

  /**
   * What takes about equally long.
   *
   * @param type the resource type
   * @param action what is done
   */
  private record Kind(String type, Action action) {
    static Kind of(Change change) {
      return new Kind(change.type(), change.action());
    }
  }

  private static final class Experience {
    private int left;
    private int ended;
    private double seconds;
  }

  /** Of changes that are still to be made, so many at a time. */
  public Estimate(Collection<Change> changes, int parallelism) {
    this.parallelism = parallelism;
    this.left = changes.size();
    for (Change change : changes) {
      kinds.computeIfAbsent(Kind.of(change), kind -> new Experience()).left++;
    }
  }

  /** A change was made, and took so long. */
  public void made(Change change, Duration duration) {
    Experience experience = of(change);
    experience.ended++;
    experience.seconds += duration.toMillis() / 1000.0;
  }

  /** A change failed or is skipped: it takes no more time, and says nothing of others. */
  public void dropped(Change change) {
    of(change);
  }

  private Experience of(Change change) {
    Experience experience = kinds.computeIfAbsent(Kind.of(change), kind -> new Experience());
    experience.left--;
    left--;
    return experience;
  }

  /** About how long the rest takes; empty while nothing has been learnt. */
  public Optional<Duration> left() {
    int ended = 0;
    double seconds = 0;
    for (Experience experience : kinds.values()) {
      ended += experience.ended;
      seconds += experience.seconds;
    }
    if (ended == 0) {
      return Optional.empty();
    }
    double usual = seconds / ended;
    double work = 0;
    for (Experience experience : kinds.values()) {
      double each = experience.ended > 0 ? experience.seconds / experience.ended : usual;
      work += experience.left * each;
    }
    double lanes = Math.max(1, Math.min(parallelism, left));
    return Optional.of(Duration.ofMillis(Math.round(work / lanes * 1000)));
  }
}
