package dev.ashlar.state.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The segments of a log, from the last backwards: each says where the log stood before it. */
final class Chain {
  private final Folder folder;

  Chain(Folder folder) {
    this.folder = folder;
  }

  /** The segment that a head writes to. */
  Segment last(Head head) throws IOException {
    return read(
        head.position().orElseThrow(),
        head.released() ? Segment.Extent.WHOLE : Segment.Extent.OPEN);
  }

  /** A segment that nobody writes to any more. */
  Segment sealed(Position position) throws IOException {
    return read(position, Segment.Extent.SEALED);
  }

  boolean has(Position position) {
    return Files.exists(folder.file(position.segment()));
  }

  /** The segments from the one with the snapshot, or the very first, to this one. */
  List<Segment> generation(Segment last) throws IOException {
    List<Segment> segments = new ArrayList<>(List.of(last));
    Segment at = last;
    while (!at.start().compacted() && at.start().previous().isPresent()) {
      at = sealed(at.start().previous().get());
      segments.add(at);
    }
    Collections.reverse(segments);
    return segments;
  }

  /** The serials of the snapshots that are still there, oldest first; 0 for the very first. */
  List<Long> bases(Segment last) throws IOException {
    List<Long> bases = new ArrayList<>();
    for (Link link : links(last)) {
      if (link.begins()) {
        bases.add(link.base());
      }
    }
    return bases;
  }

  /**
   * A segment by its beginning.
   *
   * @param name its file
   * @param begins whether a generation begins with it
   * @param base the serial of its snapshot, 0 without one
   */
  record Link(String name, boolean begins, long base) {}

  /** All segments that are still there, oldest first. */
  List<Link> links(Segment last) throws IOException {
    List<Link> links = new ArrayList<>();
    Segment at = last;
    links.add(link(last));
    Optional<Position> previous = at.start().previous();
    while (previous.isPresent() && has(previous.get())) {
      at = Segment.begin(folder.environment(), folder.path(), previous.get().segment());
      links.add(link(at));
      previous = at.start().previous();
    }
    Collections.reverse(links);
    return links;
  }

  private static Link link(Segment segment) {
    boolean begins = segment.start().compacted() || segment.start().previous().isEmpty();
    return new Link(segment.end().segment(), begins, segment.base());
  }

  private Segment read(Position position, Segment.Extent extent) throws IOException {
    return Segment.read(folder.environment(), folder.path(), position, extent);
  }
}
