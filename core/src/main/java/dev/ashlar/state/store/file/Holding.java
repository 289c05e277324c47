package dev.ashlar.state.store.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Who has the lease on a folder, and lives. Blocking. */
record Holding(Folder folder, InstantSource clock) {

  /** The head of who has the lease; empty where nobody has it. */
  Optional<Head> now() throws IOException {
    return among(folder.names());
  }

  /** The same, by names of files that were listed. */
  Optional<Head> among(List<String> names) throws IOException {
    Optional<Head> latest = folder.heads(names).stream().findFirst();
    return latest.isPresent() && isAlive(latest.get()) ? latest : Optional.empty();
  }

  boolean isAlive(Head head) throws IOException {
    if (head.released()) {
      return false;
    }
    Path lock = folder.file(head.owner().lock());
    boolean own = head.owner().process().equals(LifeLock.thisProcess());
    if (own ? Files.notExists(lock) : LifeLock.isOwnerDead(lock)) {
      return false;
    }
    return clock.instant().isBefore(head.until());
  }
}
