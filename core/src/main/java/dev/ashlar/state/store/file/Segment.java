package dev.ashlar.state.store.file;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.io.DurableFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A segment as read.
 *
 * @param start what it says of itself
 * @param snapshot the state that it begins with, if it was compacted
 * @param batches what was appended
 * @param end the position after all that counts
 */
record Segment(
    SegmentStart start,
    Optional<StateStore.Snapshot> snapshot,
    List<StateStore.Batch> batches,
    Position end) {

  /** How much of a file is to be there. */
  enum Extent {
    /** The file ends at the position: its writer gave the lease back. */
    WHOLE,
    /** What follows the position does not count: its writer lost the lease. */
    SEALED,
    /** More may follow the position, the last of it torn: its writer is at work, or died. */
    OPEN
  }

  /** Reads a segment up to a position at least, and refuses what does not fit. */
  static Segment read(Environment.Id environment, Path folder, Position until, Extent extent)
      throws IOException {
    Path file = folder.resolve(until.segment());
    byte[] bytes =
        DurableFile.read(file).orElseThrow(() -> new NoSuchFileException(file.toString()));
    if (bytes.length < until.end()) {
      throw Refusal.damaged(
          file,
          "is truncated: %d bytes were written, %d are left".formatted(until.end(), bytes.length));
    }
    if (extent == Extent.WHOLE && bytes.length > until.end()) {
      throw Refusal.damaged(
          file, "has %d bytes more than were written".formatted(bytes.length - until.end()));
    }
    FrameReader frames = new FrameReader(bytes, extent == Extent.OPEN ? bytes.length : until.end());
    return new Reading(environment, file, until, frames).read();
  }

  /** How it begins: the start, and the serial that its snapshot is of, 0 without one. */
  static Segment begin(Environment.Id environment, Path folder, String name) throws IOException {
    Path file = folder.resolve(name);
    byte[] bytes =
        DurableFile.read(file).orElseThrow(() -> new NoSuchFileException(file.toString()));
    FrameReader frames = new FrameReader(bytes, bytes.length);
    return new Reading(environment, file, new Position(name, 0, Frame.START), frames).begin();
  }

  /** Whether it is the first of a log, and nothing was ever written to it. */
  static boolean isUntouched(Environment.Id environment, Path folder, String name)
      throws IOException {
    Segment segment = begin(environment, folder, name);
    return segment.start().previous().isEmpty()
        && !segment.start().compacted()
        && segment.end().end() == Files.size(folder.resolve(name));
  }

  long base() {
    return snapshot.map(StateStore.Snapshot::serial).orElse(0L);
  }

  private record Reading(
      Environment.Id environment, Path file, Position until, FrameReader frames) {

    Segment begin() {
      Frame first =
          frames
              .next()
              .filter(frame -> frame.kind() == Frame.Kind.LOG && frame.parts().size() == 1)
              .orElseThrow(() -> damaged(0));
      SegmentStart start = start(first);
      if (!start.environment().equals(environment)) {
        throw Refusal.otherEnvironment(file, start.environment(), environment);
      }
      Optional<StateStore.Snapshot> snapshot = Optional.empty();
      if (start.compacted()) {
        Frame frame =
            frames
                .next()
                .filter(next -> next.kind() == Frame.Kind.SNAPSHOT && next.parts().size() == 1)
                .orElseThrow(() -> damaged(frames.at()));
        snapshot = Optional.of(new StateStore.Snapshot(frame.serial(), frame.parts().get(0)));
      }
      return new Segment(start, snapshot, List.of(), position());
    }

    Segment read() {
      Segment begun = begin();
      List<StateStore.Batch> batches = new ArrayList<>();
      boolean met = meets();
      while (!frames.isAtEnd()) {
        Optional<Frame> next = frames.next();
        if (next.isEmpty() && met && frames.isTorn()) {
          break;
        }
        if (next.isEmpty() || next.get().kind() != Frame.Kind.BATCH) {
          throw damaged(frames.at());
        }
        batches.add(new StateStore.Batch(next.get().serial(), next.get().parts()));
        met |= meets();
      }
      if (!met) {
        throw damaged(until.end());
      }
      return new Segment(begun.start(), begun.snapshot(), batches, position());
    }

    private boolean meets() {
      return frames.at() == until.end() && frames.check().equals(until.check());
    }

    private Position position() {
      return new Position(until.segment(), frames.at(), frames.check());
    }

    private SegmentStart start(Frame first) {
      try {
        return SegmentStart.read(first.parts().get(0)).orElseThrow(() -> damaged(0));
      } catch (Head.NewerFormatException e) {
        throw Refusal.newer(file);
      }
    }

    private RuntimeException damaged(int at) {
      return Refusal.damaged(file, "was altered at or after byte %d".formatted(at));
    }
  }
}
