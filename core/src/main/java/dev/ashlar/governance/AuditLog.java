package dev.ashlar.governance;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.governance.audit.DirectoryLog;
import dev.ashlar.governance.audit.MemoryLog;
import dev.ashlar.governance.audit.NoLog;
import dev.ashlar.value.Bytes;
import java.nio.file.Path;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/**
 * Where it is kept who did what: a log of lines for each environment, to which is only added. An
 * SPI over bytes, which a blob that can be appended to can serve: the engine chains the lines and
 * signs them, so that a log cannot alter, move or leave out one unnoticed. Safe for every thread;
 * no method blocks the caller, stages complete on any thread. They fail with an {@link
 * java.io.IOException} where the log cannot be reached.
 *
 * @since 0.1
 */
public interface AuditLog {

  /** A file for each environment, {@code NAME.jsonl}, in a directory of this machine. */
  static AuditLog directory(Path directory) {
    return DirectoryLog.at(directory);
  }

  /** The same, waiting for the disk on threads of an executor. */
  static AuditLog directory(Path directory, Executor blocking) {
    return new DirectoryLog(directory, blocking);
  }

  /** In memory, for tests. It grows as long as it is used. */
  static AuditLog inMemory() {
    return new MemoryLog();
  }

  /** Keeps nothing: for embedders that keep a record of their own. */
  static AuditLog none() {
    return NoLog.INSTANCE;
  }

  /** How long a log is, and what was last noted as its head. */
  CompletionStage<Position> position(Environment.Id environment);

  /**
   * Adds to a log that has just this length, and notes the head; both durable when the stage
   * completes, the addition before the head.
   *
   * @return whether it was added; false where the log has another length by now
   */
  CompletionStage<Boolean> append(Environment.Id environment, Addition addition);

  /** The whole log. */
  CompletionStage<Content> read(Environment.Id environment);

  /**
   * Puts another text in the place of a log that has just this length: only to take out what is too
   * old to be kept.
   *
   * @return whether that was done; false where the log has another length by now
   */
  CompletionStage<Boolean> replace(Environment.Id environment, Addition whole);

  /**
   * Where a log stands.
   *
   * @param length how many bytes it has
   * @param head what was last noted as its head; empty where nothing was
   */
  record Position(long length, Bytes head) {}

  /**
   * What is added.
   *
   * @param length how long the log is to be before
   * @param bytes what to add; whole lines
   * @param head the head afterwards
   */
  record Addition(long length, Bytes bytes, Bytes head) {}

  /**
   * A whole log.
   *
   * @param bytes its text
   * @param head what was last noted as its head; empty where nothing was
   */
  record Content(Bytes bytes, Bytes head) {}
}
