package dev.ashlar.state.store.file;

import dev.ashlar.blueprint.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Tells whose a folder is, and whether anything is recorded in it. */
final class FolderOwner {
  private final Path path;

  FolderOwner(Path path) {
    this.path = path;
  }

  /** The environment; empty where nothing is recorded, or the folder is none of ours. */
  Optional<Environment.Id> environment() throws IOException {
    if (!Files.isDirectory(path)) {
      return Optional.empty();
    }
    String name = String.valueOf(path.getFileName());
    Folder unnamed = new Folder(new Environment.Id("", ""), path);
    List<String> segments =
        unnamed.names().stream()
            .filter(file -> SegmentName.read(file).isPresent())
            .sorted()
            .toList();
    for (String segment : segments) {
      Optional<Frame> first = frames(segment).next();
      boolean written = first.isEmpty() || first.get().end() < Files.size(unnamed.file(segment));
      if (written || segments.size() > 1) {
        return FolderName.read(name).or(() -> first.flatMap(FolderOwner::owner));
      }
    }
    return Optional.empty();
  }

  /** The first frame is short: 64 KiB hold it, whatever the names. */
  private FrameReader frames(String segment) throws IOException {
    try (var in = Files.newInputStream(path.resolve(segment))) {
      byte[] bytes = in.readNBytes(64 * 1024);
      return new FrameReader(bytes, bytes.length);
    }
  }

  private static Optional<Environment.Id> owner(Frame first) {
    try {
      return first.parts().isEmpty()
          ? Optional.empty()
          : SegmentStart.read(first.parts().get(0)).map(SegmentStart::environment);
    } catch (Head.NewerFormatException e) {
      return Optional.empty();
    }
  }
}
