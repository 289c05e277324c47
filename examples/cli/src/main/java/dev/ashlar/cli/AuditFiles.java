package dev.ashlar.cli;

import dev.ashlar.governance.AuditLog;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** A log that was copied from a state directory, with its head beside it. */
final class AuditFiles {
  private static final String LOG = ".jsonl";

  private AuditFiles() {}

  static Optional<AuditLog.Content> read(Path log) {
    String name = String.valueOf(log.getFileName());
    String head =
        (name.endsWith(LOG) ? name.substring(0, name.length() - LOG.length()) : name) + ".head";
    try {
      return Optional.of(
          new AuditLog.Content(Bytes.of(Files.readAllBytes(log)), bytes(log.resolveSibling(head))));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static Bytes bytes(Path file) throws IOException {
    return Files.exists(file) ? Bytes.of(Files.readAllBytes(file)) : Bytes.EMPTY;
  }
}
