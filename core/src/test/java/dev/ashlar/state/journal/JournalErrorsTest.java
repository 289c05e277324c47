package dev.ashlar.state.journal;

import static dev.ashlar.state.Samples.STAGING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.state.KeyService;
import dev.ashlar.state.ManualTime;
import dev.ashlar.state.Samples;
import dev.ashlar.state.State;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.secret.MemoryKeys;
import dev.ashlar.value.Address;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** Memory runs out in the midst of writing: whoever waits hears of it, and nobody for ever. */
class JournalErrorsTest {
  private final ManualTime time = new ManualTime();
  private final StateStore kept = StateStore.inMemory(time);
  private final KeyService keys = new MemoryKeys(new Random(1));
  private int tasksLeft = Integer.MAX_VALUE;
  private String failing = "";

  private final Executor executor =
      task -> {
        if (tasksLeft-- == 0) {
          throw new OutOfMemoryError("canary");
        }
        time.execute(task);
      };

  /** A store of which one method fails as nobody declares. */
  private StateStore store() {
    return (StateStore)
        Proxy.newProxyInstance(
            StateStore.class.getClassLoader(),
            new Class<?>[] {StateStore.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals(failing)) {
                throw new OutOfMemoryError("canary");
              }
              try {
                return method.invoke(kept, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }

  private Journal open() {
    States states = new States(store(), keys, time, executor, new Random(2), LeaseTerms.USUAL);
    Journal journal = time.result(states.open(STAGING, "ada", Duration.ZERO)).orThrow();
    time.result(journal.append(List.of(Samples.runBegan(1))));
    return journal;
  }

  private static CompletableFuture<Void> append(Journal journal, String name) {
    return journal.append(List.of(Samples.created(Samples.queue(name))));
  }

  private State recorded() {
    States states = new States(kept, keys, time, time, new Random(3), LeaseTerms.USUAL);
    return time.result(states.load(STAGING)).orThrow();
  }

  @Test
  void anErrorOfTheStoreRefusesWhatWaitsAndWhatComes() {
    Journal journal = open();
    failing = "append";
    CompletableFuture<Void> first = append(journal, "a");
    CompletableFuture<Void> second = append(journal, "b");
    time.settle();

    for (CompletableFuture<Void> each : List.of(first, second, append(journal, "c"))) {
      assertThat(each).isCompletedExceptionally();
      assertThatThrownBy(each::join)
          .isInstanceOf(CompletionException.class)
          .cause()
          .isInstanceOfSatisfying(
              JournalException.class,
              refusal -> {
                assertThat(refusal.diagnostic().code()).isEqualTo("state.store-unreachable");
                assertThat(refusal.diagnostic().detail()).contains("OutOfMemoryError");
              });
    }
    time.result(journal.close());
  }

  @Test
  void anErrorWhileTheStateIsWrittenAnewLosesNothing() {
    Journal journal = open();
    failing = "compact";
    for (int i = 0; i < 200; i++) {
      time.result(append(journal, "q" + i));
    }

    time.result(journal.close());

    assertThat(recorded().objects()).hasSize(200);
  }

  /** Wherever it happens: each append ends, and what was acknowledged is there. */
  @Test
  void anExecutorThatTakesNoTaskLetsNobodyWait() {
    int refusedAt = 0;
    boolean struck = true;
    while (struck) {
      JournalErrorsTest life = new JournalErrorsTest();
      struck = life.liveUntil(refusedAt++);
    }
    assertThat(refusedAt).isGreaterThan(8);
  }

  private boolean liveUntil(int refusal) {
    Journal journal = open();
    tasksLeft = refusal;
    List<CompletableFuture<Void>> appended = new ArrayList<>();
    appended.add(append(journal, "q0"));
    appended.add(append(journal, "q1"));
    time.settle();
    appended.add(append(journal, "q2"));
    time.settle();
    CompletableFuture<Void> closed = journal.close();
    time.settle();

    assertThat(closed).as("closed, %d", refusal).isCompleted();
    for (int i = 0; i < appended.size(); i++) {
      assertThat(appended.get(i)).as("append %d, %d", i, refusal).isDone();
      if (!appended.get(i).isCompletedExceptionally()) {
        assertThat(recorded().at(Address.of("q" + i))).as("%d", refusal).isPresent();
      }
    }
    return tasksLeft < 0;
  }
}
