package dev.ashlar.state.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.JournalEntry.Crossing;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.Samples;
import dev.ashlar.state.State;
import dev.ashlar.state.secret.TestKeyrings;
import dev.ashlar.testing.Golden;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/**
 * What came to the second format after its fixtures were written: a rollback's target, an end by
 * recovery, an object that was taken over, a way between environments, what has ended of an open
 * run. The files of {@code v2} stay as they are for ever.
 */
class AddedSinceTest {
  private static final ObjectId HERE = new ObjectId(Address.of("queue"), 1);
  private static final ObjectId THERE = new ObjectId(Address.of("queue"), 4);
  private static final Environment.Id OTHER = new Environment.Id("acme", "orders");

  private static final JournalEntry.RunBegan ROLLBACK =
      new JournalEntry.RunBegan(
          "run-3",
          Samples.LINEAGE,
          3,
          Samples.runBegan(3).origin(),
          "ada",
          "stop",
          Samples.AT,
          OptionalLong.of(1));
  private static final Crossing LEAVING =
      new Crossing(Crossing.Direction.LEAVING, "b3f1", HERE, OTHER, THERE, Samples.AT);
  private static final Crossing ARRIVING =
      new Crossing(Crossing.Direction.ARRIVING, "b3f1", THERE, OTHER, HERE, Samples.AT);

  private static final List<JournalEntry> ENTRIES =
      List.of(
          ROLLBACK,
          new JournalEntry.OperationEnded("queue#1/update", false, List.of(), Samples.AT, true),
          new JournalEntry.OperationEnded(
              "queue#4/adopt",
              true,
              List.of(
                  new JournalEntry.Put(Samples.queue(Address.of("queue"), 4).withAdopted(true))),
              Samples.AT),
          LEAVING,
          ARRIVING);

  private static final State STATE =
      State.builder(Samples.STAGING, "")
          .apply(ROLLBACK)
          .apply(LEAVING)
          .put(Samples.queue("queue").withAdopted(true))
          .apply(Samples.creating(Samples.queue("made")))
          .apply(Samples.created(Samples.queue("made")))
          .apply(Samples.creating(Samples.queue("failed")))
          .apply(new JournalEntry.OperationEnded("failed#1/create", false, List.of(), Samples.AT))
          .apply(Samples.creating(Samples.queue("again")))
          .apply(
              new JournalEntry.OperationEnded("again#1/create", false, List.of(), Samples.AT, true))
          .build();

  private final EntryText text = new EntryText(TestKeyrings.of(Samples.STAGING, 1));
  private final EntryReader reader = new EntryReader(TestKeyrings.of(Samples.STAGING, 1));

  @Test
  void entriesHaveThisTextByteForByte() {
    StringBuilder lines = new StringBuilder();
    ENTRIES.forEach(entry -> lines.append(new String(text.write(entry).toArray(), UTF_8)));

    Golden.check("state/journal-added.jsonl", lines.toString());
  }

  @Test
  void entriesStayReadable() throws IOException {
    List<JournalEntry> read = new ArrayList<>();
    for (String line : Files.readAllLines(Golden.file("state/v2/journal-added.jsonl"))) {
      read.add(reader.read(line.getBytes(UTF_8)));
    }

    assertThat(read).isEqualTo(ENTRIES);
  }

  @Test
  void aStateHasThisTextByteForByte() {
    Bytes written = new SnapshotText(TestKeyrings.of(Samples.STAGING, 1)).write(STATE);

    Golden.check("state/snapshot-added.jsonl", new String(written.toArray(), UTF_8));
  }

  @Test
  void aStateStaysReadable() throws IOException {
    byte[] bytes = Files.readAllBytes(Golden.file("state/v2/snapshot-added.jsonl"));

    State read =
        new SnapshotReader(TestKeyrings.of(Samples.STAGING, 1))
            .read(Samples.STAGING, Bytes.of(bytes))
            .build();

    assertThat(read).isEqualTo(STATE);
    assertThat(read.crossing()).contains(LEAVING);
    assertThat(read.restoring()).hasValue(1);
    assertThat(read.ended().done()).containsExactly("made#1/create");
    assertThat(read.ended().failed()).containsEntry("failed#1/create", 1);
    assertThat(read.ended().again()).containsEntry("again#1/create", 1);
    assertThat(read.at(Address.of("queue")).orElseThrow().adopted()).isTrue();
  }
}
