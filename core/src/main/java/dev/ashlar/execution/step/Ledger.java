package dev.ashlar.execution.step;

import dev.ashlar.plan.question.Answer;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.journal.Journal;
import dev.ashlar.value.Address;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/**
 * The records of the run: what the journal has made durable, and what was looked up. For the run's
 * logical thread, on which its stages complete.
 */
public final class Ledger implements Known {
  private final Journal journal;
  private final Executor thread;
  private final State.Builder records;
  private final String lineage;
  private final Map<String, List<Answer.Seen>> lookups = new HashMap<>();
  private final Map<String, Long> versions = new HashMap<>();

  /**
   * The records as they are in the journal.
   *
   * @param thread the run's logical thread
   */
  public Ledger(Journal journal, Executor thread, String lineage) {
    this.journal = journal;
    this.thread = thread;
    this.records = journal.state().toBuilder();
    this.lineage = lineage;
  }

  /** Makes an entry durable; only then it shows here. Fails where the journal does. */
  public CompletableFuture<Void> append(JournalEntry entry) {
    return journal.append(List.of(entry)).thenRunAsync(() -> apply(entry), thread);
  }

  /** Makes entries durable, all or none of them. */
  public CompletableFuture<Void> append(List<JournalEntry> entries) {
    return journal.append(entries).thenRunAsync(() -> entries.forEach(this::apply), thread);
  }

  private void apply(JournalEntry entry) {
    records.apply(entry);
    if (entry instanceof JournalEntry.OperationBegan began) {
      began.intent().ifPresent(intent -> touch(intent.id().address()));
    } else if (entry instanceof JournalEntry.OperationEnded ended) {
      for (JournalEntry.Effect effect : ended.effects()) {
        touch(
            effect instanceof JournalEntry.Put put
                ? put.object().id().address()
                : ((JournalEntry.Remove) effect).id().address());
      }
    }
  }

  private void touch(Address address) {
    if (address.key().isPresent()) {
      versions.merge(address.name(), 1L, Long::sum);
    }
  }

  /** An object, current or deposed. */
  public Optional<StateObject> object(ObjectId id) {
    return records.object(id);
  }

  /** What a lookup found. */
  public void found(Address lookup, List<Answer.Seen> objects) {
    lookups.put(lookup.toString(), List.copyOf(objects));
  }

  @Override
  public Optional<StateObject> at(Address address) {
    return records.at(address);
  }

  @Override
  public Map<String, List<Answer.Seen>> lookups() {
    return Collections.unmodifiableMap(lookups);
  }

  @Override
  public long version(String name) {
    return versions.getOrDefault(name, 0L);
  }

  @Override
  public String lineage() {
    return lineage;
  }
}
