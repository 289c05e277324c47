package dev.ashlar.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text with a file under {@code src/test/resources/golden}; with {@code
 * -Dgolden.update=true} the file is written instead, for a person to read and commit.
 */
public final class Golden {
  private static final Path ROOT = Path.of("src", "test", "resources", "golden");

  private Golden() {}

  /** The file of this name, whether or not it is there. */
  public static Path file(String name) {
    return ROOT.resolve(name);
  }

  /** The text is what the file holds. */
  public static void check(String name, String actual) {
    Path file = file(name);
    try {
      if (Boolean.getBoolean("golden.update")) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, actual);
        return;
      }
      assertThat(file)
          .as("%s is missing: run with -Dgolden.update=true and read what it says", file)
          .exists();
      assertThat(actual).as("%s", file).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
