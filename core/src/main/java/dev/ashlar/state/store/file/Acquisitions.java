package dev.ashlar.state.store.file;

import dev.ashlar.state.StateStore;
import dev.ashlar.state.io.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/**
 * How a lease on a folder is had. The head of the next epoch is made by an exclusive create: of two
 * that try, one wins. Whoever wins then notes how far the log went: what an overtaken writer adds
 * later does not count. Blocking.
 */
final class Acquisitions {
  private static final int ATTEMPTS = 100;
  private static final int KEPT_HEADS = 2;

  private final Folder folder;
  private final InstantSource clock;
  private final StateStore.AcquireRequest request;

  Acquisitions(Folder folder, InstantSource clock, StateStore.AcquireRequest request) {
    this.folder = folder;
    this.clock = clock;
    this.request = request;
  }

  /** Either a writer, or the head of who has the lease. */
  record Outcome(Optional<Writer> writer, Optional<Head> other) {
    static Outcome held(Head by) {
      return new Outcome(Optional.empty(), Optional.of(by));
    }
  }

  Outcome acquire() throws IOException {
    DurableFile.createFolder(folder.path());
    String missing = "";
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        Optional<Outcome> outcome = attempt();
        if (outcome.isPresent()) {
          return outcome.get();
        }
        missing = "";
      } catch (NoSuchFileException e) {
        // What a faster one cleared away, unless it stays so.
        missing = e.getFile();
      }
    }
    if (!missing.isEmpty()) {
      throw Refusal.damaged(folder.file(missing), "is missing");
    }
    throw new IOException("the lease changes hands too often");
  }

  private Optional<Outcome> attempt() throws IOException {
    List<String> names = folder.names();
    Optional<Head> other = new Holding(folder, clock).among(names);
    return other.isPresent()
        ? Optional.of(Outcome.held(other.get()))
        : next(Folder.lastEpoch(names) + 1);
  }

  /** Tries for an epoch; empty where another was faster. */
  private Optional<Outcome> next(long epoch) throws IOException {
    LifeLock lock = LifeLock.take(folder.path());
    String name = Head.fileName(epoch);
    boolean placed = false;
    boolean made = false;
    try {
      Instant until = clock.instant().plus(request.length());
      Head.Owner owner =
          new Head.Owner(request.holder(), LifeLock.thisProcess(), lock.name(), request.length());
      Head head = new Head(epoch, owner, until, false, Optional.empty());
      if (!DurableFile.create(folder.file(name), List.of(head.write()))) {
        return Optional.empty();
      }
      made = true;
      List<String> names = folder.names();
      if (Folder.lastEpoch(names) != epoch) {
        return Optional.empty();
      }
      Optional<Head> holder = holderBefore(epoch, names);
      if (holder.isPresent()) {
        return Optional.of(Outcome.held(holder.get()));
      }
      Writer writer = Writer.open(folder, clock, lock, place(head));
      placed = true;
      forgetBefore(epoch);
      return Optional.of(new Outcome(Optional.of(writer), Optional.empty()));
    } finally {
      if (!placed) {
        // Without this head the log stands as it stood.
        if (made) {
          Files.deleteIfExists(folder.file(name));
        }
        lock.close();
      }
    }
  }

  /**
   * Whoever has the lease all the same: renewed it just before it was overtaken, or was missed when
   * the folder was listed. What was there before this head was made is not missed now.
   */
  private Optional<Head> holderBefore(long epoch, List<String> names) throws IOException {
    for (Head head : folder.heads(names)) {
      if (head.epoch() < epoch) {
        return new Holding(folder, clock).isAlive(head) ? Optional.of(head) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  /** Notes where the log stands, and goes on from there. */
  private Head place(Head head) throws IOException {
    Optional<Head> before = folder.place();
    Position position;
    if (before.isPresent() && before.get().released()) {
      position = before.get().position().orElseThrow();
      // Also checks that nothing is missing or too much.
      new Chain(folder).last(before.get());
    } else {
      Optional<Position> end = Optional.empty();
      if (before.isPresent()) {
        end = Optional.of(new Chain(folder).last(before.get()).end());
      }
      position = begin(new SegmentName(head.epoch(), 0), end);
    }
    Head placed = head.at(position);
    DurableFile.replace(folder.file(Head.fileName(head.epoch())), List.of(placed.write()));
    return placed;
  }

  private Position begin(SegmentName name, Optional<Position> previous) throws IOException {
    SegmentStart start = new SegmentStart(folder.environment(), previous, false);
    Frame.Text frame = Frame.write(Frame.START, Frame.Kind.LOG, 0, List.of(start.write()));
    DurableFile.replace(folder.file(name.toString()), frame.pieces());
    return new Position(name.toString(), (int) frame.length(), frame.check());
  }

  /**
   * Heads of earlier epochs, their locks and what they left half done: nobody needs them. The last
   * few stay, oldest away first: so a number is not given twice by one who listed the folder while
   * it changed.
   */
  private void forgetBefore(long epoch) throws IOException {
    List<String> names = folder.names().stream().sorted().toList();
    for (String name : names) {
      Optional<Long> other = Head.epochOf(name);
      if (other.isPresent() && other.get() < epoch) {
        Optional<Head> old = folder.head(other.get());
        if (old.isPresent()) {
          Files.deleteIfExists(folder.file(old.get().owner().lock()));
        }
        if (other.get() < epoch - KEPT_HEADS) {
          Files.deleteIfExists(folder.file(name));
        }
      } else if (isDraftBefore(name, epoch)) {
        Files.deleteIfExists(folder.file(name));
      }
    }
  }

  private static boolean isDraftBefore(String name, long epoch) {
    int end = name.indexOf(".log.");
    return name.endsWith(DurableFile.DRAFT)
        && end > 0
        && SegmentName.read(name.substring(0, end) + ".log")
            .filter(segment -> segment.epoch() < epoch)
            .isPresent();
  }
}
