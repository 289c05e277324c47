package dev.ashlar.execution.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.Samples;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateObject.Status;
import dev.ashlar.value.Address;
import org.junit.jupiter.api.Test;

/** A replacement that was interrupted and turns out not to have been made. */
class ReplacedTest {
  private static final Address QUEUE = Address.of("queue");

  private static StateObject old(int incarnation, Status status) {
    return Samples.queue(QUEUE, incarnation).withStatus(status).asDeposed();
  }

  private static JournalEntry.Effect[] restored(StateObject... deposed) {
    State.Builder state = State.builder(Samples.STAGING, "");
    for (StateObject object : deposed) {
      state.put(object);
    }
    return new Replaced(state.build()).restored(new ObjectId(QUEUE, 3));
  }

  @Test
  void theLatestOneStandsThereAgainAlsoWhereItIsTainted() {
    StateObject latest = old(2, Status.TAINTED);

    assertThat(restored(old(1, Status.READY), latest))
        .containsExactly(
            new JournalEntry.Remove(new ObjectId(QUEUE, 3)),
            new JournalEntry.Put(latest.asCurrent()));
  }

  @Test
  void nothingStandsThereWhereNobodyKnowsWhatBecameOfTheLatest() {
    assertThat(restored(old(1, Status.READY), old(2, Status.IN_DOUBT)))
        .containsExactly(new JournalEntry.Remove(new ObjectId(QUEUE, 3)));
  }
}
