package dev.ashlar.observation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Failure;
import dev.ashlar.observation.retry.Backoff;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** How long to wait before a call is made again. */
class BackoffTest {
  private static final Failure BUSY = Failure.temporary("busy");

  @Test
  void theWaitIsAnythingUpToALimitThatDoubles() {
    Backoff backoff = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(1), new Random(7));
    for (int tries = 1; tries <= 8; tries++) {
      Duration limit = Duration.ofMillis(Math.min(1000, 100L << (tries - 1)));
      Duration least = limit;
      Duration most = Duration.ZERO;
      for (int i = 0; i < 300; i++) {
        Duration wait = backoff.after(BUSY, tries);
        least = wait.compareTo(least) < 0 ? wait : least;
        most = wait.compareTo(most) > 0 ? wait : most;
      }
      assertThat(most).as("try %s", tries).isLessThanOrEqualTo(limit);
      assertThat(most).isGreaterThan(limit.multipliedBy(9).dividedBy(10));
      assertThat(least).isLessThan(limit.dividedBy(10));
    }
  }

  @Test
  void theCloudsOwnWaitIsTheLeast() {
    Backoff backoff = Backoff.usual(new Random(7));

    assertThat(backoff.after(Failure.throttled(Duration.ofSeconds(9)), 1))
        .isBetween(Duration.ofSeconds(9), Duration.ofMillis(9_500));
  }

  @Test
  void equalChanceGivesEqualWaits() {
    Backoff one = Backoff.usual(new Random(7));
    Backoff other = Backoff.usual(new Random(7));

    assertThat(one.after(BUSY, 3)).isEqualTo(other.after(BUSY, 3));
  }
}
