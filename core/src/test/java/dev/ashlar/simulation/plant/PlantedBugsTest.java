package dev.ashlar.simulation.plant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.simulation.life.Coverage;
import dev.ashlar.simulation.life.Life;
import dev.ashlar.simulation.life.Sabotage;
import dev.ashlar.simulation.scenario.Drawer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The test of the test: a bug that is planted on purpose is found within a few lives. */
class PlantedBugsTest {
  private static final int MOST = 400;

  /** Lives until a law is found broken, in one of these words. */
  private static void isFound(Sabotage bug, String... how) {
    for (long seed = 0; seed < MOST; seed++) {
      try {
        new Life(Drawer.of(seed), new Coverage(), bug).live();
      } catch (AssertionError found) {
        String said = found.getMessage();
        assertThat(Stream.of(how)).as("seed %d: %s", seed, said).anyMatch(said::contains);
        return;
      }
    }
    throw new AssertionError("nobody noticed in " + MOST + " lives");
  }

  @Test
  void aBeginThatIsNotDurableBeforeItsCall() {
    isFound(Plant.beginsAreNotFlushed(), "is called, and no begin of it is durable");
  }

  @Test
  void anEndThatIsNotDurableBeforeADependantStarts() {
    isFound(Plant.endsAreNotFlushed(), "is not durable");
  }

  @Test
  void aFlushOfWhichHalfIsLost() {
    isFound(Plant.halfOfAFlushIsLost(), "no begin of it is durable");
  }

  @Test
  void aTaintedObjectThatIsTakenAsReady() {
    isFound(Plant.taintedIsTakenAsReady(), "half made, and kept");
  }

  @Test
  void anOpenOperationThatRecoveryForgets() {
    isFound(
        Plant.aPendingOperationIsForgotten(),
        "recorded, and not there",
        "orphans",
        "Nobody knows how an earlier operation ended");
  }

  @Test
  void aStoreThatAcceptsAnOldEpoch() {
    isFound(Plant.anOldEpochIsAccepted(), "the records cannot be read");
  }

  @Test
  void aCallWithoutItsToken() {
    isFound(Plant.theTokenIsDropped(), "no begin of it is durable");
  }

  @Test
  void aRetryUnderANewKey() {
    isFound(Plant.aRetryHasANewKey(), "happened, and no begin of it is durable");
  }

  @Test
  void anObjectThatAFailureNamedAndNobodyRecorded() {
    isFound(Plant.aPartialResultIsDropped(), "orphans");
  }

  @Test
  void deletionsInTheWrongOrder() {
    isFound(Plant.deletionsHaveNoOrder(), "is not durable");
  }

  @Test
  void aSuccessorThatBeginsTooEarly() {
    isFound(Plant.successorsBeginTooEarly(), "is not durable");
  }

  @Test
  void aDeposedObjectThatIsForgotten() {
    isFound(Plant.theDeposedIsForgotten(), "orphans");
  }

  @Test
  void aWriteWithoutItsGuard() {
    isFound(Plant.updatesAreNotGuarded(), "what others changed is overwritten");
  }

  @Test
  void aSecretThatIsWrittenInClear() {
    isFound(Plant.secrecyIsLost(), "a secret is written");
  }

  @Test
  void anObjectThatIsAdoptedTwice() {
    // Where it is planned again first, the plan refuses to give one object to two addresses.
    isFound(
        Plant.anObjectIsAdoptedTwice(),
        "an object is recorded twice",
        "recovery does not come to an end");
  }

  @Test
  void aClockThatStandsStillWhileTheProcessSleeps() {
    isFound(Plant.theClockStandsStillInSleep(), "orphans");
  }
}
