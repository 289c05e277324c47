package dev.ashlar.diagnostic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Text to read, and its name in diagnostics: a file, or a document that the caller already holds.
 *
 * @since 0.1
 */
public final class Source {
  private final String name;
  private final @Nullable Path path;
  private final byte @Nullable [] bytes;

  private Source(String name, @Nullable Path path, byte @Nullable [] bytes) {
    this.name = Objects.requireNonNull(name, "name");
    this.path = path;
    this.bytes = bytes;
  }

  /** A file, read when it is needed; its name is the path as given. */
  public static Source file(Path path) {
    return new Source(path.toString(), path, null);
  }

  /** A document that the caller holds. */
  public static Source text(String name, String text) {
    return new Source(name, null, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The name in diagnostics. */
  public String name() {
    return name;
  }

  /** The file, where it is one. */
  public Optional<Path> path() {
    return Optional.ofNullable(path);
  }

  /**
   * The bytes, read now.
   *
   * @param limit the most bytes to read; one more is enough to know that there are too many
   * @return at most {@code limit + 1} bytes
   * @throws IOException if the file cannot be read
   */
  public byte[] read(long limit) throws IOException {
    if (bytes != null) {
      return bytes.clone();
    }
    try (var in = Files.newInputStream(Objects.requireNonNull(path))) {
      return in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 16));
    }
  }

  @Override
  public String toString() {
    return name;
  }
}
