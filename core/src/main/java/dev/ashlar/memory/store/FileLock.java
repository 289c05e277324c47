package dev.ashlar.memory.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Keeps other processes, and other clouds of this one, away for the moment of one change. The file
 * stays open between changes: to open it anew each time would cost more than the changes. For one
 * thread at a time.
 */
final class FileLock {
  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final long PAUSE_NANOS = 500_000;

  private final Path path;
  private @Nullable FileChannel channel;
  private @Nullable Object identity;

  FileLock(Path path) {
    this.path = path;
  }

  /** The lock while it is held. */
  interface Held extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * Waits for the lock; others hold it for a moment only.
   *
   * @throws UnreadableCloudException if it cannot be had
   */
  Held acquire() {
    try {
      FileChannel open = open();
      long since = System.nanoTime();
      java.nio.channels.FileLock lock = tryLock(open);
      while (lock == null) {
        if (System.nanoTime() - since > PATIENCE_NANOS) {
          throw new IOException("another process held it all the time");
        }
        LockSupport.parkNanos(PAUSE_NANOS);
        lock = tryLock(open);
      }
      return held(lock);
    } catch (IOException e) {
      throw new UnreadableCloudException("the file " + path + " cannot be locked", e);
    }
  }

  private static Held held(java.nio.channels.FileLock lock) {
    return () -> {
      try {
        lock.release();
      } catch (IOException e) {
        throw new UnreadableCloudException("a file lock cannot be given back", e);
      }
    };
  }

  /** The file that stands there now: somebody may have taken the other one away. */
  private FileChannel open() throws IOException {
    FileChannel known = channel;
    if (known != null && known.isOpen() && Objects.equals(identity(), identity)) {
      return known;
    }
    close();
    Path folder = path.toAbsolutePath().getParent();
    if (folder != null) {
      Files.createDirectories(folder);
    }
    FileChannel fresh = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    channel = fresh;
    identity = identity();
    return fresh;
  }

  private @Nullable Object identity() throws IOException {
    try {
      return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
    } catch (NoSuchFileException e) {
      return null;
    }
  }

  /** Null while it is held; an overlap is another cloud of this process on the same file. */
  private static java.nio.channels.@Nullable FileLock tryLock(FileChannel channel)
      throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  /** Closes the file; it is opened again when it is needed. */
  void close() throws IOException {
    FileChannel known = channel;
    if (known != null) {
      channel = null;
      known.close();
    }
  }
}
