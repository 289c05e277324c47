package dev.ashlar.governance.audit;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.governance.AuditLog;
import dev.ashlar.value.Bytes;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Keeps nothing. */
public enum NoLog implements AuditLog {
  /** The only one. */
  INSTANCE;

  @Override
  public CompletionStage<Position> position(Environment.Id environment) {
    return CompletableFuture.completedFuture(new Position(0, Bytes.EMPTY));
  }

  @Override
  public CompletionStage<Boolean> append(Environment.Id environment, Addition addition) {
    return CompletableFuture.completedFuture(true);
  }

  @Override
  public CompletionStage<Content> read(Environment.Id environment) {
    return CompletableFuture.completedFuture(new Content(Bytes.EMPTY, Bytes.EMPTY));
  }

  @Override
  public CompletionStage<Boolean> replace(Environment.Id environment, Addition whole) {
    return CompletableFuture.completedFuture(true);
  }
}
