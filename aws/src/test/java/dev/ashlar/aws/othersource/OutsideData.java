package dev.ashlar.aws.othersource;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Data that is not part of the project: looked for where the property {@code ashlar.data} says, or
 * in {@code ../shared/data} beside the project.
 */
final class OutsideData {
  private OutsideData() {}

  /** A file or directory of it; without it the test is skipped and says so. */
  static Path path(String name) {
    Path data = Path.of(System.getProperty("ashlar.data", "../../shared/data"));
    Path path = data.resolve(name);
    if (!Files.exists(path)) {
      Assumptions.abort(
          "skipped: there is no "
              + path.toAbsolutePath().normalize()
              + "; -Dashlar.data=DIR says where the data of others lies");
    }
    return path;
  }
}
