package dev.ashlar.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Counts the lines of a file that grows at its end; one that is shorter than before is another. */
final class GrowingFile {
  private final Path path;
  private long read;
  private long lines;

  GrowingFile(Path path) {
    this.path = path;
  }

  /** How many lines there are now. */
  long lines() {
    try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
      if (channel.size() < read) {
        read = 0;
        lines = 0;
      }
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size() - read));
      while (bytes.hasRemaining() && channel.read(bytes, read + bytes.position()) >= 0) {
        // Read on.
      }
      read += bytes.position();
      bytes.flip();
      while (bytes.hasRemaining()) {
        lines += bytes.get() == '\n' ? 1 : 0;
      }
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
