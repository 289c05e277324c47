package dev.ashlar.governance.audit;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.governance.AuditLog;
import dev.ashlar.value.Bytes;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Logs in memory. */
public final class MemoryLog implements AuditLog {
  private final Map<Environment.Id, Kept> logs = new TreeMap<>();

  private static final class Kept {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Bytes head = Bytes.EMPTY;
  }

  private Kept kept(Environment.Id environment) {
    return logs.computeIfAbsent(environment, id -> new Kept());
  }

  @Override
  public synchronized CompletionStage<Position> position(Environment.Id environment) {
    Kept log = kept(environment);
    return CompletableFuture.completedFuture(new Position(log.bytes.size(), log.head));
  }

  @Override
  public synchronized CompletionStage<Boolean> append(
      Environment.Id environment, Addition addition) {
    return write(environment, addition, /* whole= */ false);
  }

  @Override
  public synchronized CompletionStage<Content> read(Environment.Id environment) {
    Kept log = kept(environment);
    return CompletableFuture.completedFuture(
        new Content(Bytes.of(log.bytes.toByteArray()), log.head));
  }

  @Override
  public synchronized CompletionStage<Boolean> replace(Environment.Id environment, Addition whole) {
    return write(environment, whole, /* whole= */ true);
  }

  private CompletionStage<Boolean> write(
      Environment.Id environment, Addition addition, boolean whole) {
    Kept log = kept(environment);
    if (log.bytes.size() != addition.length()) {
      return CompletableFuture.completedFuture(false);
    }
    if (whole) {
      log.bytes.reset();
    }
    log.bytes.writeBytes(addition.bytes().toArray());
    log.head = addition.head();
    return CompletableFuture.completedFuture(true);
  }
}
