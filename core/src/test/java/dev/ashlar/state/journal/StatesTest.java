package dev.ashlar.state.journal;

import static dev.ashlar.state.Samples.STAGING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.ManualTime;
import dev.ashlar.state.Samples;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.secret.LocalKeyFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatesTest {
  private static final Duration NO_WAIT = Duration.ZERO;

  @TempDir Path folder;
  private final ManualTime time = new ManualTime();
  private final StateStore store = StateStore.inMemory(time);

  private States states() {
    KeyService keys = new LocalKeyFile(folder.resolve("keys.json"), new Random(1), Runnable::run);
    return new States(store, keys, time, time, new Random(2), LeaseTerms.USUAL);
  }

  private Journal open(States states) {
    return time.result(states.open(STAGING, "ada", NO_WAIT)).orThrow();
  }

  @Test
  void anEnvironmentOfWhichNothingIsRecordedIsEmpty() {
    State state = time.result(states().load(STAGING)).orThrow();

    assertThat(state.serial()).isZero();
    assertThat(state.lineage()).isEmpty();
    assertThat(state.objects()).isEmpty();
    assertThat(time.result(states().environments())).isEmpty();
  }

  @Test
  void whatWasAppendedIsThereForTheNextEngine() {
    StateObject queue = Samples.queue("queue");
    StateObject database = Samples.database();
    Journal journal = open(states());
    String lineage = journal.state().lineage();

    time.result(
        journal.append(
            List.of(
                Samples.runBegan(1),
                Samples.created(queue),
                Samples.created(database),
                Samples.runEnded())));
    time.result(journal.close());

    State state = time.result(states().load(STAGING)).orThrow();
    assertThat(lineage).hasSize(20);
    assertThat(state.serial()).isEqualTo(1);
    assertThat(state.objects()).containsExactly(database, queue);
    assertThat(time.result(states().environments())).containsExactly(STAGING);
  }

  @Test
  void aSecondOneIsToldWhoHoldsTheEnvironment() {
    open(states());

    Checked<Journal> second = time.result(states().open(STAGING, "bob", NO_WAIT));

    assertThat(second.diagnostics()).extracting(Diagnostic::code).containsExactly("state.locked");
    assertThat(second.diagnostics().get(0).detail()).contains("ada");
  }

  @Test
  void aSecondOneWaitsByTimerUntilTheFirstIsDone() {
    Journal first = open(states());
    var second = states().open(STAGING, "bob", Duration.ofMinutes(1));
    time.pass(Duration.ofSeconds(20));
    assertThat(second).isNotDone();

    time.result(first.close());
    time.pass(Duration.ofSeconds(5));

    assertThat(time.result(second).isSound()).isTrue();
  }
}
