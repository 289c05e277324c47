package dev.ashlar.benchmarks.run;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs other programs. */
final class Processes {
  private Processes() {}

  /** From the start to the end; what it prints is dropped. Any other exit is an error. */
  static double seconds(Path directory, int exit, List<String> command) {
    Path log = directory.resolve("output.txt");
    long begun = System.nanoTime();
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(directory.toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      int ended = process.waitFor();
      double seconds = (System.nanoTime() - begun) / 1e9;
      if (ended != exit) {
        throw new IllegalStateException(
            String.join(" ", command) + " ended with " + ended + ", not " + exit);
      }
      return seconds;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Whether a program is on the path. */
  static boolean isOnPath(String program) {
    String path = System.getenv("PATH");
    if (path == null) {
      return false;
    }
    return Stream.of(path.split(File.pathSeparator, -1))
        .anyMatch(directory -> Path.of(directory, program).toFile().canExecute());
  }
}
