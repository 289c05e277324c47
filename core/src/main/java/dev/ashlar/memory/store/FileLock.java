package dev.ashlar.memory.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.LockSupport;

/** Keeps other processes, and other clouds of this one, away for the moment of one change. */
final class FileLock implements AutoCloseable {
  private static final long PATIENCE_NANOS = 30_000_000_000L;
  private static final long PAUSE_NANOS = 500_000;

  private final FileChannel channel;

  private FileLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for the lock; others hold it for a moment only.
   *
   * @throws UnreadableCloudException if it cannot be had
   */
  static FileLock acquire(Path path) {
    try {
      Path folder = path.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      boolean locked = false;
      try {
        long since = System.nanoTime();
        while (!tryLock(channel)) {
          if (System.nanoTime() - since > PATIENCE_NANOS) {
            throw new IOException("another process held it all the time");
          }
          LockSupport.parkNanos(PAUSE_NANOS);
        }
        locked = true;
        return new FileLock(channel);
      } finally {
        if (!locked) {
          channel.close();
        }
      }
    } catch (IOException e) {
      throw new UnreadableCloudException("the file " + path + " cannot be locked", e);
    }
  }

  /** An overlap is another cloud of this process on the same file. */
  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new UnreadableCloudException("a file lock cannot be given back", e);
    }
  }
}
