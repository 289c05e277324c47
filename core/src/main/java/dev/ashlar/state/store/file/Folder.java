package dev.ashlar.state.store.file;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.io.DurableFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The folder of one environment: which files are in it and which of them counts. Blocking.
 *
 * @param environment whose it is
 * @param path where it is
 */
record Folder(Environment.Id environment, Path path) {
  private static final int ATTEMPTS = 100;

  Path file(String name) {
    return path.resolve(name);
  }

  /** The names of the files; none where there is no folder. */
  List<String> names() throws IOException {
    List<String> names = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(path)) {
      files.forEach(file -> names.add(String.valueOf(file.getFileName())));
    } catch (NoSuchFileException e) {
      return List.of();
    }
    return names;
  }

  /** The greatest epoch that ever was; 0 before the first. */
  static long lastEpoch(List<String> names) {
    long last = 0;
    for (String name : names) {
      long epoch =
          Head.epochOf(name).or(() -> SegmentName.read(name).map(SegmentName::epoch)).orElse(0L);
      last = Math.max(last, epoch);
    }
    return last;
  }

  /**
   * The heads, the latest first.
   *
   * @throws NoSuchFileException if one went away meanwhile: a later one was made, so look again
   */
  List<Head> heads(List<String> names) throws IOException {
    List<Long> epochs =
        names.stream()
            .flatMap(name -> Head.epochOf(name).stream())
            .sorted(Comparator.reverseOrder())
            .toList();
    List<Head> heads = new ArrayList<>();
    for (long epoch : epochs) {
      heads.add(
          head(epoch)
              .orElseThrow(() -> new NoSuchFileException(file(Head.fileName(epoch)).toString())));
    }
    return heads;
  }

  /** A head; empty where it went away. */
  Optional<Head> head(long epoch) throws IOException {
    Path file = file(Head.fileName(epoch));
    Optional<byte[]> bytes = DurableFile.read(file);
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    try {
      Head head = Head.read(bytes.get()).orElseThrow(() -> Refusal.damaged(file, "was altered"));
      if (head.epoch() != epoch) {
        throw Refusal.damaged(file, "was renamed");
      }
      return Optional.of(head);
    } catch (Head.NewerFormatException e) {
      throw Refusal.newer(file);
    }
  }

  /**
   * The head that says where the log stands: the latest that has a position. A folder is not listed
   * in one step: a head can be missed while its successor is made, so none is believed only when it
   * stays so.
   *
   * @return empty before the first was written
   */
  Optional<Head> place() throws IOException {
    boolean none = true;
    for (int i = 0; i < ATTEMPTS; i++) {
      try {
        List<String> names = names();
        Optional<Head> place =
            heads(names).stream().filter(head -> head.position().isPresent()).findFirst();
        if (place.isPresent() || isBeforeTheFirst(names)) {
          return place;
        }
      } catch (NoSuchFileException e) {
        none = false;
      }
    }
    if (none) {
      throw Refusal.damaged(path, "holds a log and no head that says where it stands");
    }
    throw new IOException("the lease changes hands too often");
  }

  /**
   * Whether nothing was ever recorded: there is no log, or whoever made the first one failed before
   * a head told where it stands, so that nobody can have written to it.
   */
  private boolean isBeforeTheFirst(List<String> names) throws IOException {
    for (String name : names) {
      if (SegmentName.read(name).isPresent() && !Segment.isUntouched(environment, path, name)) {
        return false;
      }
    }
    return true;
  }

  /** Whether there is a folder at all. */
  boolean exists() throws IOException {
    if (Files.exists(path) && !Files.isDirectory(path)) {
      throw new NotDirectoryException(path.toString());
    }
    return Files.isDirectory(path);
  }
}
