package dev.ashlar.state.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** Small files that are written whole or not at all, and stay after a power cut. Blocking. */
public final class DurableFile {
  /** The ending of files that are not finished. */
  public static final String DRAFT = ".draft";

  private DurableFile() {}

  /** The content; empty where there is no such file. */
  public static Optional<byte[]> read(Path path) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(path));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /**
   * Makes a file that only its owner can read. Of two makers at once, one wins.
   *
   * @return whether this call made it; else there was one, which is left as it is
   */
  public static boolean create(Path path, List<byte[]> parts) throws IOException {
    Path draft = draft(path, parts);
    try {
      // A link, since a rename would replace what is there.
      Files.createLink(path, draft);
    } catch (FileAlreadyExistsException e) {
      return false;
    } finally {
      Files.deleteIfExists(draft);
    }
    syncFolder(folder(path));
    return true;
  }

  /** Puts a new content in the place of the old one, in one step. */
  public static void replace(Path path, List<byte[]> parts) throws IOException {
    Path draft = draft(path, parts);
    try {
      Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(draft);
    }
    syncFolder(folder(path));
  }

  /** Makes a folder, and those above it, so that they stay after a power cut. */
  public static void createFolder(Path path) throws IOException {
    if (Files.isDirectory(path)) {
      return;
    }
    Path parent = folder(path);
    createFolder(parent);
    Files.createDirectories(path);
    try {
      syncFolder(parent);
    } catch (IOException e) {
      // Else nobody would try again: the folder is there.
      Files.deleteIfExists(path);
      throw e;
    }
  }

  /** Makes the names in a folder durable, where the system can. */
  public static void syncFolder(Path folder) throws IOException {
    if (System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows")) {
      return;
    }
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Temporary files are made readable by their owner only; linking and renaming keep that. */
  private static Path draft(Path path, List<byte[]> parts) throws IOException {
    Path folder = folder(path);
    createFolder(folder);
    Path draft = Files.createTempFile(folder, path.getFileName() + ".", DRAFT);
    try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
      writeFully(channel, parts);
      channel.force(true);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(draft);
      throw e;
    }
    return draft;
  }

  /** Writes all of the pieces: a channel may take fewer bytes at once than it is given. */
  public static void writeFully(FileChannel channel, List<byte[]> pieces) throws IOException {
    ByteBuffer[] rest = pieces.stream().map(ByteBuffer::wrap).toArray(ByteBuffer[]::new);
    for (int first = 0; first < rest.length; ) {
      if (rest[first].hasRemaining()) {
        channel.write(rest, first, rest.length - first);
      } else {
        first++;
      }
    }
  }

  private static Path folder(Path path) {
    return Objects.requireNonNull(path.toAbsolutePath().getParent(), "a file lies in a folder");
  }
}
