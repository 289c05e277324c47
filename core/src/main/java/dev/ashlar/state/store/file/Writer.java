package dev.ashlar.state.store.file;

import dev.ashlar.state.StateStore;
import dev.ashlar.state.io.DurableFile;
import dev.ashlar.state.store.Retention;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A lease of this process. After each write it looks for a later epoch: a writer that was overtaken
 * never reports success, and what it wrote does not count, since the successor noted first how far
 * the log went. Blocking; one call at a time.
 */
final class Writer {
  private final Folder folder;
  private final InstantSource clock;
  private final LifeLock lock;
  private Head head;
  private FileChannel channel;
  private Position position;
  private boolean ended;

  private Writer(
      Folder folder,
      InstantSource clock,
      LifeLock lock,
      Head head,
      FileChannel channel,
      Position position) {
    this.folder = folder;
    this.clock = clock;
    this.lock = lock;
    this.head = head;
    this.channel = channel;
    this.position = position;
  }

  static Writer open(Folder folder, InstantSource clock, LifeLock lock, Head head)
      throws IOException {
    Position position = head.position().orElseThrow();
    FileChannel channel =
        FileChannel.open(folder.file(position.segment()), StandardOpenOption.WRITE);
    return new Writer(folder, clock, lock, head, channel, position);
  }

  synchronized StateStore.Lease lease() {
    return new StateStore.Lease(folder.environment(), head.epoch(), head.until());
  }

  synchronized void append(StateStore.Batch batch) throws IOException {
    checkMine();
    Frame.Text frame =
        Frame.write(position.check(), Frame.Kind.BATCH, batch.serial(), batch.entries());
    long end = position.end() + frame.length();
    if (end > Integer.MAX_VALUE - 64) {
      throw new IOException("the log is too long: compact it");
    }
    // What a write that failed left behind.
    channel.truncate(position.end());
    channel.position(position.end());
    DurableFile.writeFully(channel, frame.pieces());
    channel.force(false);
    checkMine();
    position = new Position(position.segment(), (int) end, frame.check());
  }

  synchronized void compact(StateStore.Snapshot snapshot) throws IOException {
    checkMine();
    SegmentName name = nextName();
    SegmentStart start = new SegmentStart(folder.environment(), Optional.of(position), true);
    Frame.Text first =
        Frame.write(Frame.START, Frame.Kind.LOG, snapshot.serial(), List.of(start.write()));
    Frame.Text second =
        Frame.write(
            first.check(), Frame.Kind.SNAPSHOT, snapshot.serial(), List.of(snapshot.bytes()));
    List<byte[]> pieces = new ArrayList<>(first.pieces());
    pieces.addAll(second.pieces());
    DurableFile.replace(folder.file(name.toString()), pieces);
    int end = Math.toIntExact(first.length() + second.length());
    Position fresh = new Position(name.toString(), end, second.check());
    writeHead(head.at(fresh));
    FileChannel next = FileChannel.open(folder.file(name.toString()), StandardOpenOption.WRITE);
    channel.close();
    channel = next;
    position = fresh;
    forget(snapshot.serial());
  }

  /** Puts another content in the place of a file beside the log. */
  synchronized void replace(Path file, Bytes bytes) throws IOException {
    checkMine();
    DurableFile.replace(file, List.of(bytes.toArray()));
    checkMine();
  }

  synchronized StateStore.Lease renew() throws IOException {
    checkMine();
    writeHead(head.at(position).until(clock.instant().plus(head.owner().length())));
    return lease();
  }

  /** Notes where the log ends, so that whatever goes missing later shows. */
  synchronized void release() throws IOException {
    if (ended) {
      return;
    }
    try {
      if (isMine()) {
        endHere();
        DurableFile.replace(
            folder.file(Head.fileName(head.epoch())),
            List.of(head.at(position).asReleased().write()));
      }
    } finally {
      end();
    }
  }

  /** What a write that failed left behind would look like a damage. */
  private void endHere() throws IOException {
    if (channel.size() > position.end()) {
      channel.truncate(position.end());
      channel.force(true);
    }
  }

  private void end() throws IOException {
    ended = true;
    channel.close();
    lock.close();
  }

  /** The new segment must not meet one that a failed compaction left behind. */
  private SegmentName nextName() throws IOException {
    int number = -1;
    for (String name : folder.names()) {
      Optional<SegmentName> segment = SegmentName.read(name);
      if (segment.isPresent() && segment.get().epoch() == head.epoch()) {
        number = Math.max(number, segment.get().number());
      }
    }
    return new SegmentName(head.epoch(), number + 1);
  }

  private void writeHead(Head next) throws IOException {
    DurableFile.replace(folder.file(Head.fileName(next.epoch())), List.of(next.write()));
    head = next;
    checkMine();
  }

  private void forget(long serial) throws IOException {
    Chain chain = new Chain(folder);
    List<Chain.Link> links =
        chain.links(Segment.begin(folder.environment(), folder.path(), position.segment()));
    List<Chain.Link> begins = links.stream().filter(Chain.Link::begins).toList();
    int first = Retention.firstNeeded(begins.stream().map(Chain.Link::base).toList(), serial);
    List<String> kept =
        links.subList(links.indexOf(begins.get(first)), links.size()).stream()
            .map(Chain.Link::name)
            .toList();
    for (String name : folder.names()) {
      Optional<SegmentName> segment = SegmentName.read(name);
      if (segment.isPresent() && segment.get().epoch() <= head.epoch() && !kept.contains(name)) {
        Files.deleteIfExists(folder.file(name));
      }
    }
  }

  private void checkMine() throws IOException {
    if (ended) {
      throw new StateStore.LeaseLostException("the lease was given back");
    }
    if (!isMine()) {
      end();
      throw new StateStore.LeaseLostException("a later lease was given");
    }
  }

  private boolean isMine() throws IOException {
    return Folder.lastEpoch(folder.names()) == head.epoch()
        && Files.exists(folder.file(Head.fileName(head.epoch())));
  }
}
