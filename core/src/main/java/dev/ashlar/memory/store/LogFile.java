package dev.ashlar.memory.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines that grows at its end. A line counts once its end is written; what a killed
 * process left of one is no line, and is overwritten. Who has written keeps it open: to open it
 * anew for each line would cost more than the lines. For one thread at a time.
 */
final class LogFile {
  /** Most lines are shorter. */
  private static final int FIRST = 4096;

  private final Path path;
  private final boolean forced;
  private long read;
  private @Nullable Object identity;
  private @Nullable FileTime changed;
  private long size;
  private @Nullable FileChannel writing;

  /** The file that is open for writing; another one may stand in its place by now. */
  private @Nullable Object written;

  /**
   * A file; nothing is read or made yet.
   *
   * @param forced whether what is appended is on the disk before it counts
   */
  LogFile(Path path, boolean forced) {
    this.path = path;
    this.forced = forced;
  }

  /**
   * What was not read yet.
   *
   * @param lines the lines
   * @param fromStart whether what was read before does not count any more
   */
  record News(List<String> lines, boolean fromStart) {}

  /** Reads on, or from the start where somebody replaced the file. */
  News read() throws IOException {
    Optional<BasicFileAttributes> found = attributes();
    if (found.isEmpty()) {
      boolean gone = read > 0;
      forget();
      return new News(List.of(), gone);
    }
    BasicFileAttributes now = found.get();
    boolean same = now.fileKey() != null && now.fileKey().equals(identity);
    if (same && now.size() == size && now.lastModifiedTime().equals(changed)) {
      return new News(List.of(), false);
    }
    boolean grown = same && now.size() > size;
    if (!grown) {
      read = 0;
    }
    News news = new News(completeLines(), !grown);
    noteEnd();
    identity = now.fileKey();
    return news;
  }

  /** The first whole line; empty where there is none, or no file. */
  Optional<String> firstLine() throws IOException {
    byte[] line = new byte[FIRST];
    int length = 0;
    try (InputStream in = Files.newInputStream(path)) {
      for (int end = 0; ; end++) {
        if (end == length) {
          if (length == line.length) {
            line = Arrays.copyOf(line, 2 * length);
          }
          int more = in.read(line, length, line.length - length);
          if (more < 0) {
            return Optional.empty();
          }
          length += more;
        }
        if (line[end] == '\n' && end > 0) {
          return Optional.of(new String(line, 0, end, UTF_8));
        }
      }
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private List<String> completeLines() throws IOException {
    byte[] bytes;
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      ByteBuffer buffer = ByteBuffer.allocate(Math.toIntExact(Math.max(0, channel.size() - read)));
      channel.position(read);
      while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
        // Read on.
      }
      bytes = Arrays.copyOf(buffer.array(), buffer.position());
    }
    int end = bytes.length;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    read += end;
    return new String(bytes, 0, end, UTF_8).lines().filter(line -> !line.isBlank()).toList();
  }

  /** Writes lines behind the last whole one. For whoever holds the lock and has read on. */
  void append(List<String> lines) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text(lines));
    FileChannel channel = writing();
    if (size > read) {
      channel.truncate(read);
    }
    long end = read + bytes.limit();
    while (bytes.hasRemaining()) {
      channel.write(bytes, end - bytes.remaining());
    }
    if (forced) {
      channel.force(false);
    }
    read = end;
    identity = noteEnd();
    written = identity;
  }

  private FileChannel writing() throws IOException {
    FileChannel known = writing;
    if (known != null && known.isOpen() && identity != null && identity.equals(written)) {
      return known;
    }
    close();
    FileChannel fresh = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    writing = fresh;
    return fresh;
  }

  /** Closes the file; it is opened again when there is something to write. */
  void close() throws IOException {
    FileChannel known = writing;
    if (known != null) {
      writing = null;
      written = null;
      known.close();
    }
  }

  /** Replaces all lines at once: whoever reads sees the old ones or the new ones. */
  void replace(List<String> lines) throws IOException {
    close();
    Path fresh = path.resolveSibling(path.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(text(lines));
      read = bytes.limit();
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
    Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    identity = noteEnd();
  }

  private static byte[] text(List<String> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString().getBytes(UTF_8);
  }

  /** Notes how far the file goes now; gives which file it is. */
  private @Nullable Object noteEnd() throws IOException {
    Optional<BasicFileAttributes> now = attributes();
    size = now.map(BasicFileAttributes::size).orElse(0L);
    changed = now.map(BasicFileAttributes::lastModifiedTime).orElse(null);
    return now.map(BasicFileAttributes::fileKey).orElse(null);
  }

  private Optional<BasicFileAttributes> attributes() throws IOException {
    try {
      return Optional.of(Files.readAttributes(path, BasicFileAttributes.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Everything is to be read again. */
  void forget() {
    read = 0;
    size = 0;
    identity = null;
    changed = null;
  }
}
