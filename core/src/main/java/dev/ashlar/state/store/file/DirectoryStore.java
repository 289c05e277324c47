package dev.ashlar.state.store.file;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.io.DurableFile;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;

/** States in a directory: a folder for each environment. Files are touched on the executor only. */
public final class DirectoryStore implements StateStore {
  private static final String ENVIRONMENTS = "environments";
  private static final String DOCUMENT = ".document";

  private final Path root;
  private final InstantSource clock;
  private final Executor blocking;
  private final Optional<ExecutorService> own;
  private final Map<Key, Writer> writers = new ConcurrentHashMap<>();
  private volatile boolean closed;

  private record Key(Environment.Id environment, long epoch) {
    static Key of(Lease lease) {
      return new Key(lease.environment(), lease.epoch());
    }
  }

  private DirectoryStore(
      Path root, InstantSource clock, Executor blocking, Optional<ExecutorService> own) {
    this.root = root;
    this.clock = clock;
    this.blocking = blocking;
    this.own = own;
  }

  /** A store with threads of its own, which end with it. */
  public static DirectoryStore at(Path root, InstantSource clock) {
    ExecutorService threads = BlockingThreads.start();
    return new DirectoryStore(root, clock, threads, Optional.of(threads));
  }

  /** A store that waits for the disk on threads of an executor. */
  public static DirectoryStore at(Path root, InstantSource clock, Executor blocking) {
    return new DirectoryStore(root, clock, blocking, Optional.empty());
  }

  @Override
  public Optional<KeyService> keys() {
    return Optional.of(KeyService.localFile(root.resolve("keys.json")));
  }

  @Override
  public Optional<Home> home() {
    return Optional.of(new Home(root, blocking));
  }

  @Override
  public CompletionStage<Acquisition> acquire(AcquireRequest request) {
    return run(
        () -> {
          Acquisitions.Outcome outcome =
              new Acquisitions(folder(request.environment()), clock, request).acquire();
          if (outcome.other().isPresent()) {
            Head other = outcome.other().get();
            return new Acquisition(Optional.empty(), other.owner().holder(), other.until());
          }
          Writer writer = outcome.writer().orElseThrow();
          Lease lease = writer.lease();
          writers.put(Key.of(lease), writer);
          return new Acquisition(Optional.of(lease), request.holder(), lease.until());
        });
  }

  @Override
  public CompletionStage<Optional<Holder>> holder(Environment.Id environment) {
    return run(
        () ->
            new Holding(folder(environment), clock)
                .now()
                .map(head -> new Holder(head.owner().holder(), head.until())));
  }

  @Override
  public CompletionStage<Lease> renew(Lease lease) {
    return run(() -> writer(lease).renew());
  }

  @Override
  public CompletionStage<Void> release(Lease lease) {
    return act(
        () -> {
          Writer writer = writers.remove(Key.of(lease));
          if (writer != null) {
            writer.release();
          }
        });
  }

  @Override
  public CompletionStage<Void> append(Lease lease, Batch batch) {
    return act(() -> writer(lease).append(batch));
  }

  @Override
  public CompletionStage<Void> compact(Lease lease, Snapshot snapshot) {
    return act(() -> writer(lease).compact(snapshot));
  }

  @Override
  public CompletionStage<Log> load(Environment.Id environment, OptionalLong serial) {
    return run(() -> new LogReading(folder(environment)).read(serial));
  }

  @Override
  public CompletionStage<List<Environment.Id>> environments() {
    return run(
        () -> {
          List<Environment.Id> written = new ArrayList<>();
          try (DirectoryStream<Path> folders =
              Files.newDirectoryStream(root.resolve(ENVIRONMENTS))) {
            for (Path path : folders) {
              new FolderOwner(path).environment().ifPresent(written::add);
            }
          } catch (NoSuchFileException e) {
            return List.of();
          }
          return written.stream().sorted().toList();
        });
  }

  @Override
  public CompletionStage<Optional<Bytes>> document(Environment.Id environment, String name) {
    return run(() -> DurableFile.read(documentFile(environment, name)).map(Bytes::of));
  }

  @Override
  public CompletionStage<Bytes> createDocument(
      Environment.Id environment, String name, Bytes bytes) {
    return run(
        () -> {
          Path file = documentFile(environment, name);
          if (DurableFile.create(file, List.of(bytes.toArray()))) {
            return bytes;
          }
          return Bytes.of(
              DurableFile.read(file).orElseThrow(() -> new NoSuchFileException(file.toString())));
        });
  }

  @Override
  public CompletionStage<Void> replaceDocument(Lease lease, String name, Bytes bytes) {
    return act(() -> writer(lease).replace(documentFile(lease.environment(), name), bytes));
  }

  /** Gives all leases back and ends the store's threads. Waits for the disk. */
  @Override
  public void close() {
    closed = true;
    writers.values().forEach(DirectoryStore::giveBack);
    writers.clear();
    own.ifPresent(ExecutorService::shutdown);
  }

  private static void giveBack(Writer writer) {
    try {
      writer.release();
    } catch (IOException e) {
      // The lease ends by itself, or with the process.
      return;
    }
  }

  private Folder folder(Environment.Id environment) {
    return new Folder(environment, root.resolve(ENVIRONMENTS).resolve(FolderName.of(environment)));
  }

  private Path documentFile(Environment.Id environment, String name) {
    return folder(environment).file(FolderName.encode(name) + DOCUMENT);
  }

  private Writer writer(Lease lease) {
    Writer writer = writers.get(Key.of(lease));
    if (writer == null) {
      throw new LeaseLostException("this lease is not held");
    }
    return writer;
  }

  private interface Blocking<T> {
    T run() throws IOException;
  }

  private interface BlockingAction {
    void run() throws IOException;
  }

  private CompletionStage<Void> act(BlockingAction action) {
    return run(() -> {
          action.run();
          return Boolean.TRUE;
        })
        .thenAccept(done -> {});
  }

  private <T> CompletionStage<T> run(Blocking<T> action) {
    CompletableFuture<T> result = new CompletableFuture<>();
    if (closed) {
      result.completeExceptionally(new IllegalStateException("the store is closed"));
      return result;
    }
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
