package dev.ashlar.memory.store;

import dev.ashlar.memory.cloud.CloudChange;
import dev.ashlar.memory.cloud.CloudState;
import dev.ashlar.memory.cloud.Decision;
import dev.ashlar.memory.cloud.SimulatedType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Keeps the objects in a file: a line for each change, and after {@link #tidy} a line for each
 * object. A change is written before it counts, under a lock, after what others wrote was read.
 */
public final class FileStore implements CloudStore {
  /** So many lines more than twice the objects, and the file is tidied on the way. */
  private static final int SLACK = 10_000;

  private final Path path;
  private final Keeping keeping;
  private final LogFile log;
  private final FileLock lock;
  private final ChangeLines lines;
  private CloudState state = new CloudState();
  private long count;
  private boolean looked;

  /**
   * A store; nothing is read or made yet.
   *
   * @param path the file; a key for secrets and a lock lie beside it
   * @param types what is known of a type
   */
  public FileStore(Path path, Function<String, Optional<SimulatedType>> types, Keeping keeping) {
    this.path = path;
    this.keeping = keeping;
    this.log = new LogFile(path, keeping == Keeping.RECORDS);
    this.lock = new FileLock(beside(path, ".lock"));
    this.lines = new ChangeLines(types, new SecretBox(beside(path, ".key")));
  }

  private static Path beside(Path path, String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }

  @Override
  @SuppressWarnings("try") // the lock is there to be held
  public synchronized <T> T decide(Function<CloudState, Decision<T>> request) {
    try (FileLock.Held held = lock.acquire()) {
      catchUp();
      Decision<T> decision = request.apply(state);
      keep(decision.changes());
      if (keeping == Keeping.OBJECTS && count > 2L * state.size() + SLACK) {
        rewrite();
      }
      return decision.reply();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  /** Reads the first line only: a plan that asks the cloud nothing need not wait for the rest. */
  @Override
  public synchronized void check() {
    try {
      Optional<String> first = log.firstLine();
      if (first.isPresent()) {
        var unused = lines.read(first.get());
      }
    } catch (IOException e) {
      throw new UnreadableCloudException(
          "line 1 of " + path + " is no object of the simulated cloud", null);
    }
  }

  /** Only reads: takes no lock and makes no file. */
  @Override
  public synchronized <T> T look(Function<CloudState, T> question) {
    catchUp();
    return question.apply(state);
  }

  @Override
  @SuppressWarnings("try") // the lock is there to be held
  public synchronized void tidy() {
    if (!looked) {
      return;
    }
    try {
      log.close();
    } catch (IOException e) {
      throw unwritable(e);
    }
    if (keeping == Keeping.RECORDS) {
      return;
    }
    catchUp();
    if (count == state.size()) {
      return;
    }
    try (FileLock.Held held = lock.acquire()) {
      catchUp();
      rewrite();
    } catch (IOException e) {
      throw unwritable(e);
    }
  }

  private void catchUp() {
    looked = true;
    try {
      LogFile.News news = log.read();
      if (!news.fromStart() && !take(news)) {
        // Somebody edited the file in place: what was read before does not count either.
        log.forget();
        news = log.read();
      }
      if (news.fromStart() && !take(news)) {
        log.forget();
        throw new UnreadableCloudException(
            "line " + count + " of " + path + " is no object of the simulated cloud", null);
      }
    } catch (IOException e) {
      throw new UnreadableCloudException("the file " + path + " cannot be read", e);
    }
  }

  /** Takes lines in; false where one of them is none of ours. */
  private boolean take(LogFile.News news) {
    if (news.fromStart()) {
      state = new CloudState();
      count = 0;
    }
    try {
      for (String line : news.lines()) {
        count++;
        state.apply(lines.read(line));
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void keep(List<CloudChange> changes) throws IOException {
    if (changes.isEmpty()) {
      return;
    }
    log.append(changes.stream().map(lines::write).toList());
    changes.forEach(state::apply);
    count += changes.size();
  }

  private void rewrite() throws IOException {
    log.replace(
        state.all().stream().map(object -> lines.write(new CloudChange.Put(object))).toList());
    count = state.size();
  }

  private UnreadableCloudException unwritable(IOException cause) {
    return new UnreadableCloudException("the file " + path + " cannot be written", cause);
  }
}
