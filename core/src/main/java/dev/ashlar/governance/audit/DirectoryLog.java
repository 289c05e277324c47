package dev.ashlar.governance.audit;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.governance.AuditLog;
import dev.ashlar.state.io.DurableFile;
import dev.ashlar.state.store.file.FolderName;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Logs in a directory: for each environment {@code NAME.jsonl}, its head beside it, and a file that
 * is locked while one of several processes writes.
 */
public final class DirectoryLog implements AuditLog {
  /** The ending of a log. */
  public static final String LOG = ".jsonl";

  /** The ending of its head. */
  public static final String HEAD = ".head";

  private static final String LOCK = ".lock";

  private final Path directory;
  private final Executor blocking;

  /** Logs that wait for the disk on an executor. */
  public DirectoryLog(Path directory, Executor blocking) {
    this.directory = directory;
    this.blocking = blocking;
  }

  /** Logs that wait for the disk on a thread of their own, which ends when it is idle. */
  public static DirectoryLog at(Path directory) {
    ThreadPoolExecutor thread =
        new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread made = new Thread(task, "ashlar-audit");
              made.setDaemon(true);
              return made;
            });
    thread.allowCoreThreadTimeOut(true);
    return new DirectoryLog(directory, thread);
  }

  @Override
  public CompletionStage<Position> position(Environment.Id environment) {
    return run(() -> new Position(length(file(environment, LOG)), head(environment)));
  }

  @Override
  public CompletionStage<Content> read(Environment.Id environment) {
    return run(
        () ->
            new Content(
                DurableFile.read(file(environment, LOG)).map(Bytes::of).orElse(Bytes.EMPTY),
                head(environment)));
  }

  @Override
  public CompletionStage<Boolean> append(Environment.Id environment, Addition addition) {
    return locked(
        environment,
        addition,
        log -> {
          if (addition.length() == 0
              && DurableFile.create(log, List.of(addition.bytes().toArray()))) {
            return;
          }
          try (FileChannel channel = FileChannel.open(log, StandardOpenOption.WRITE)) {
            channel.position(addition.length());
            DurableFile.writeFully(channel, List.of(addition.bytes().toArray()));
            channel.force(true);
          }
        });
  }

  @Override
  public CompletionStage<Boolean> replace(Environment.Id environment, Addition whole) {
    return locked(
        environment, whole, log -> DurableFile.replace(log, List.of(whole.bytes().toArray())));
  }

  private interface Writing {
    void write(Path log) throws IOException;
  }

  private CompletionStage<Boolean> locked(
      Environment.Id environment, Addition addition, Writing writing) {
    return run(
        () -> {
          DurableFile.createFolder(directory);
          try (FileChannel channel =
                  FileChannel.open(
                      file(environment, LOCK),
                      StandardOpenOption.CREATE,
                      StandardOpenOption.WRITE);
              FileLock lock = channel.lock()) {
            Path log = file(environment, LOG);
            if (!lock.isValid() || length(log) != addition.length()) {
              return false;
            }
            writing.write(log);
            DurableFile.replace(file(environment, HEAD), List.of(addition.head().toArray()));
            return true;
          } catch (OverlappingFileLockException anotherEngineOfThisProcess) {
            return false;
          }
        });
  }

  private static long length(Path file) throws IOException {
    try {
      return Files.size(file);
    } catch (NoSuchFileException e) {
      return 0;
    }
  }

  private Bytes head(Environment.Id environment) throws IOException {
    return DurableFile.read(file(environment, HEAD)).map(Bytes::of).orElse(Bytes.EMPTY);
  }

  private Path file(Environment.Id environment, String ending) {
    return directory.resolve(FolderName.of(environment) + ending);
  }

  private interface Blocking<T> {
    T run() throws IOException;
  }

  private <T> CompletionStage<T> run(Blocking<T> action) {
    CompletableFuture<T> result = new CompletableFuture<>();
    blocking.execute(
        () -> {
          try {
            result.complete(action.run());
          } catch (IOException | RuntimeException | OutOfMemoryError e) {
            result.completeExceptionally(e);
          }
        });
    return result;
  }
}
