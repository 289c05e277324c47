package dev.ashlar.state.store.file;

import dev.ashlar.diagnostic.DiagnosticsException;
import dev.ashlar.state.StateProblems;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.store.Retention;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads the log of one environment while others may write to it: where the head changed meanwhile,
 * what was read is read again.
 */
final class LogReading {
  private static final int ATTEMPTS = 50;
  private static final StateStore.Log EMPTY = new StateStore.Log(Optional.empty(), List.of());

  private final Folder folder;

  LogReading(Folder folder) {
    this.folder = folder;
  }

  StateStore.Log read(OptionalLong serial) throws IOException {
    for (int i = 0; i < ATTEMPTS; i++) {
      Optional<Head> before = folder.place();
      try {
        StateStore.Log log = read(before, serial);
        if (before.equals(folder.place())) {
          return log;
        }
      } catch (NoSuchFileException e) {
        if (before.equals(folder.place())) {
          throw Refusal.damaged(folder.file(e.getFile()), "is missing");
        }
      } catch (DiagnosticsException e) {
        if (before.equals(folder.place())) {
          throw e;
        }
      }
    }
    throw new IOException("the log did not stand still");
  }

  private StateStore.Log read(Optional<Head> head, OptionalLong wanted) throws IOException {
    if (head.isEmpty()) {
      if (wanted.orElse(0) != 0) {
        throw notKept(wanted.orElse(0), 0, 0);
      }
      return EMPTY;
    }
    Chain chain = new Chain(folder);
    List<Segment> generation = chain.generation(chain.last(head.get()));
    long newest = serial(generation);
    long until = wanted.orElse(newest);
    if (until > newest) {
      throw notKept(until, oldest(generation), newest);
    }
    while (Retention.holding(List.of(generation.get(0).base()), until) < 0) {
      Optional<Position> earlier = generation.get(0).start().previous();
      if (earlier.isEmpty() || !chain.has(earlier.get())) {
        throw notKept(until, oldest(generation), newest);
      }
      generation = chain.generation(chain.sealed(earlier.get()));
    }
    return log(generation, until);
  }

  private static StateStore.Log log(List<Segment> generation, long until) {
    List<Bytes> entries = new ArrayList<>();
    for (Segment segment : generation) {
      for (StateStore.Batch batch : segment.batches()) {
        if (batch.serial() <= until) {
          entries.addAll(batch.entries());
        }
      }
    }
    return new StateStore.Log(generation.get(0).snapshot(), entries);
  }

  private static long serial(List<Segment> generation) {
    long serial = generation.get(0).base();
    for (Segment segment : generation) {
      for (StateStore.Batch batch : segment.batches()) {
        serial = Math.max(serial, batch.serial());
      }
    }
    return serial;
  }

  private long oldest(List<Segment> generation) throws IOException {
    Chain chain = new Chain(folder);
    List<Long> bases = new ArrayList<>(chain.bases(generation.get(0)));
    return Collections.min(bases);
  }

  private DiagnosticsException notKept(long serial, long oldest, long newest) {
    return new DiagnosticsException(
        List.of(StateProblems.serialNotKept(folder.environment(), serial, oldest, newest)));
  }
}
