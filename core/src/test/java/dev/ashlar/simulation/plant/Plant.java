package dev.ashlar.simulation.plant;

import dev.ashlar.Resealed;
import dev.ashlar.Workspace;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.execution.Decision;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Plan;
import dev.ashlar.simulation.life.Process;
import dev.ashlar.simulation.life.Sabotage;
import dev.ashlar.simulation.world.Machine;
import dev.ashlar.state.State;
import dev.ashlar.state.StateStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** The bugs that are planted. */
public final class Plant {
  private Plant() {}

  private static Sabotage store(UnaryOperator<StateStore> lie) {
    return new Sabotage() {
      @Override
      public StateStore store(StateStore store, Process process) {
        return lie.apply(store);
      }
    };
  }

  private static Sabotage cloud(UnaryOperator<Provider> lie) {
    return new Sabotage() {
      @Override
      public Provider provider(Provider provider) {
        return lie.apply(provider);
      }
    };
  }

  private static Sabotage plan(UnaryOperator<Plan> alteration) {
    return new Sabotage() {
      @Override
      public CompletableFuture<Plan> plan(Plan plan, Workspace workspace) {
        return Resealed.of(alteration.apply(plan), workspace);
      }
    };
  }

  /** Begins are said to be durable before they are. */
  public static Sabotage beginsAreNotFlushed() {
    return store(store -> LyingStore.holdingBack(store, "\"entry\":\"operation-began\""));
  }

  static Sabotage endsAreNotFlushed() {
    return store(store -> LyingStore.holdingBack(store, "\"entry\":\"operation-ended\""));
  }

  static Sabotage halfOfAFlushIsLost() {
    return store(LyingStore::halving);
  }

  static Sabotage taintedIsTakenAsReady() {
    return store(
        store ->
            LyingStore.writing(
                store, line -> line.replace("\"status\":\"tainted\"", "\"status\":\"ready\"")));
  }

  static Sabotage aPendingOperationIsForgotten() {
    return new Sabotage() {
      @Override
      public StateStore store(StateStore store, Process process) {
        return process.isRecovering() ? LyingStore.forgetting(store) : store;
      }
    };
  }

  static Sabotage anOldEpochIsAccepted() {
    return new Sabotage() {
      @Override
      public StateStore records(StateStore store) {
        return LyingStore.takingOldLeases(store);
      }
    };
  }

  static Sabotage theTokenIsDropped() {
    return cloud(cloud -> LyingCloud.withKeys(cloud, key -> ""));
  }

  static Sabotage aRetryHasANewKey() {
    return cloud(cloud -> LyingCloud.withKeys(cloud, LyingCloud.fresh()));
  }

  static Sabotage aPartialResultIsDropped() {
    return cloud(LyingCloud::withoutNames);
  }

  static Sabotage deletionsHaveNoOrder() {
    return plan(plan -> AlteredPlan.withoutOrder(plan, change -> change.action() == Action.DELETE));
  }

  static Sabotage successorsBeginTooEarly() {
    return plan(plan -> AlteredPlan.withoutOrder(plan, change -> change.action() == Action.UPDATE));
  }

  static Sabotage theDeposedIsForgotten() {
    return plan(AlteredPlan::forgettingTheDeposed);
  }

  static Sabotage updatesAreNotGuarded() {
    return plan(AlteredPlan::unguarded);
  }

  static Sabotage secrecyIsLost() {
    return plan(AlteredPlan::withoutSecrecy);
  }

  /** What another resource has already is taken over once more. */
  static Sabotage anObjectIsAdoptedTwice() {
    return new Sabotage() {
      @Override
      public List<Decision.Answer> answers(List<Decision.Answer> truth, State records) {
        return truth.stream().map(answer -> another(answer, records)).toList();
      }
    };
  }

  private static Decision.Answer another(Decision.Answer answer, State records) {
    Optional<String> other =
        Optional.ofNullable(records.pending().get(answer.operation()))
            .flatMap(pending -> pending.began().intent())
            .flatMap(
                intent ->
                    records.objects().stream()
                        .filter(object -> object.type().equals(intent.type()))
                        .filter(object -> !object.id().equals(intent.id()))
                        .flatMap(object -> object.identity().stream())
                        .findFirst());
    return other.isPresent() && answer.operation().endsWith("/create")
        ? new Decision.Answer(answer.operation(), Decision.Choice.ADOPT, other)
        : answer;
  }

  /** The clock stands still while the process sleeps, so that the lease seems to last. */
  static Sabotage theClockStandsStillInSleep() {
    return new Sabotage() {
      @Override
      public TimeSource time(Machine machine) {
        return new TimeSource() {
          @Override
          public Instant now() {
            return machine.now().minus(machine.slept());
          }

          @Override
          public Timer schedule(Duration delay, Runnable action) {
            return machine.schedule(delay, action);
          }
        };
      }
    };
  }
}
