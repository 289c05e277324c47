package dev.ashlar.observation.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is made of a limit that nobody has declared. */
class PaceTest {
  private static final long SECOND = 1_000_000_000L;
  private static final OptionalLong NO_HINT = OptionalLong.empty();

  @Test
  void withoutRefusalsNothingIsLimited() {
    Pace pace = Pace.free(0);
    for (int i = 0; i < 1_000; i++) {
      assertThat(pace.ready(0)).isZero();
      pace = pace.sent(true, 0).ended(pace.number(), Pace.End.ACCEPTED, NO_HINT, 0);
    }
  }

  @Test
  void aDeclaredLimitIsNeverExceeded() {
    Sea sea = new Sea(1);
    sea.limit = seconds -> 1_000;
    sea.pace = Pace.declared(40, 40, 0);
    sea.run(60);

    assertThat(sea.accepted(0, 1)).isBetween(75.0, 81.0);
    assertThat(sea.called(1, 60)).isBetween(39.0, 40.1);
  }

  @Test
  void aDeclaredLimitThatIsTooHighIsNotInsistedOn() {
    Sea sea = new Sea(2);
    sea.limit = seconds -> 20;
    sea.burst = 20;
    sea.pace = Pace.declared(100, 100, 0);
    sea.run(120);

    assertThat(sea.accepted(20, 120)).isGreaterThan(19);
    assertThat(sea.called(60, 120)).isLessThan(40);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.1, 0.2, 0.4})
  void whateverIsRefusedBesideTheLimitIsUsedUp(double chance) {
    Sea sea = new Sea(3);
    sea.chance = chance;
    sea.run(120);

    assertThat(sea.accepted(10, 120)).isGreaterThan(0.95 * 50);
    assertThat(sea.called(10, 120)).isLessThan(2 * 50 / (1 - chance));
  }

  @Test
  void refusalsThatCountForTheLimitLeaveTheRestOfIt() {
    Sea sea = new Sea(4);
    sea.chance = 0.2;
    sea.chanceCosts = true;
    sea.run(120);

    assertThat(sea.accepted(10, 120)).isGreaterThan(0.95 * 40);
  }

  @Test
  void answersThatTakeLongTeachAsWell() {
    Sea sea = new Sea(5);
    sea.chance = 0.2;
    sea.latency = 10;
    sea.callers = 2_000;
    sea.run(120);

    assertThat(sea.accepted(20, 120)).isGreaterThan(0.95 * 50);
  }

  @Test
  void aLimitThatRisesIsFollowed() {
    Sea sea = new Sea(6);
    sea.limit = seconds -> seconds < 60 ? 50 : 150;
    sea.chance = 0.2;
    sea.run(180);

    assertThat(sea.accepted(10, 60)).isGreaterThan(47.5);
    assertThat(sea.accepted(100, 180)).isGreaterThan(142.5);
  }

  @Test
  void aLimitThatFallsIsFollowed() {
    Sea sea = new Sea(7);
    sea.limit = seconds -> seconds < 60 ? 150 : 15;
    sea.chance = 0.2;
    sea.run(180);

    assertThat(sea.accepted(20, 60)).isGreaterThan(142.5);
    assertThat(sea.accepted(80, 180)).isGreaterThan(14.2);
    assertThat(sea.called(100, 180)).isLessThan(60);
  }

  @Test
  void whileNothingWorksHardlyAnythingIsTriedAndAfterwardsNobodyStampedes() {
    Sea sea = new Sea(8);
    sea.limit = seconds -> 1e9;
    sea.callers = 1_000;
    sea.latency = 1;
    sea.downFrom = 30;
    sea.downUntil = 90;
    sea.run(150);

    assertThat(sea.called(20, 30)).isGreaterThan(900);
    assertThat(sea.called(40, 90)).isLessThan(5);
    assertThat(sea.called(90, 91)).isLessThan(10);
    assertThat(sea.called(110, 150)).isGreaterThan(900);
  }

  @Test
  void theCloudsWishToBeLeftAloneIsHeardWhereNothingPasses() {
    Pace pace = Pace.free(0);
    OptionalLong hint = OptionalLong.of(30 * SECOND);
    for (int i = 0; i < 6; i++) {
      pace = pace.sent(true, 0);
    }
    for (int i = 0; i < 6; i++) {
      pace = pace.ended(0, Pace.End.REFUSED, hint, SECOND);
    }

    assertThat(pace.ready(SECOND)).isEqualTo(31 * SECOND);
  }

  @Test
  void aSingleRefusalDoesNotStopTheOthers() {
    Pace pace = Pace.free(0).sent(true, 0);
    pace = pace.ended(0, Pace.End.REFUSED, OptionalLong.of(30 * SECOND), SECOND);

    assertThat(pace.ready(SECOND)).isLessThan(2 * SECOND);
  }

  /** As many as the system property {@code limits} says. */
  @Test
  void anyLimitIsFoundAndUsed() {
    int runs = Integer.getInteger("limits", 60);
    for (int i = 0; i < runs; i++) {
      long seed = 1_000 + i;
      Random random = new Random(seed);
      double limit = Math.exp(random.nextDouble() * Math.log(200)) * 4;
      double chance = random.nextInt(3) * 0.1;
      Sea sea = new Sea(seed);
      sea.limit = seconds -> limit;
      sea.burst = Math.max(8, limit * (0.2 + random.nextDouble()));
      sea.chance = chance;
      sea.latency = random.nextDouble() * 0.5;
      sea.callers = 64 + (int) (limit * 2);
      sea.run(200);

      assertThat(sea.accepted(60, 200))
          .as("seed %d: %.1f calls a second, a part of %.1f refused", seed, limit, chance)
          .isGreaterThan(0.95 * limit);
      assertThat(sea.pace.drive().rate()).as("seed %d", seed).isLessThan(4 * limit);
    }
  }

  @Test
  void theSamePaceGivesTheSameCalls() {
    assertThat(new Sea(9).run(30).calls).isEqualTo(new Sea(9).run(30).calls);
  }
}
