package dev.ashlar.state.store.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

/**
 * A file that is locked as long as its process lives: the system lets go of the lock when the
 * process dies, however it dies. Each lease has a file of its own, since closing any channel of a
 * file gives up all of a process's locks on it.
 */
final class LifeLock implements AutoCloseable {
  private final Path file;
  private final FileChannel channel;

  private LifeLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Makes a file of its own in the folder and locks it. */
  static LifeLock take(Path folder) throws IOException {
    Path file = Files.createTempFile(folder, "", ".lock");
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock == null || !lock.isValid()) {
        throw new IOException("a fresh file could not be locked");
      }
      return new LifeLock(file, channel);
    } catch (IOException | RuntimeException e) {
      channel.close();
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /**
   * Whether the process that locked the file is dead. Never ask of a lock of this process: asking
   * would give it up.
   */
  static boolean isOwnerDead(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      return channel.tryLock() != null;
    } catch (NoSuchFileException e) {
      return false;
    } catch (OverlappingFileLockException e) {
      // Another thread asks at this moment, and will act on the answer.
      return false;
    }
  }

  /** Names this process of this machine: its number, and when it began, since numbers return. */
  static String thisProcess() {
    ProcessHandle self = ProcessHandle.current();
    return self.pid() + "@" + self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  String name() {
    return String.valueOf(file.getFileName());
  }

  /** Gives the lock up; the file goes away. */
  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
  }
}
