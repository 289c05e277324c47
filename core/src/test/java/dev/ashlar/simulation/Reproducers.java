package dev.ashlar.simulation;

import dev.ashlar.simulation.life.Coverage;
import dev.ashlar.simulation.life.Life;
import dev.ashlar.simulation.life.Sabotage;
import dev.ashlar.simulation.scenario.JavaText;
import dev.ashlar.simulation.scenario.Scenario;
import dev.ashlar.simulation.scenario.Shrinking;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes a test of its own of a life that fails. */
final class Reproducers {
  private static final int TRIES = 200;

  private Reproducers() {}

  /** The smallest scenario that was found to fail as well. */
  static Scenario smallest(Scenario scenario, Sabotage sabotage) {
    return Shrinking.of(scenario, TRIES, less -> fails(less, sabotage));
  }

  /** A smaller document may be no document any more: that is another failure. */
  private static boolean fails(Scenario scenario, Sabotage sabotage) {
    try {
      new Life(scenario, new Coverage(), sabotage).live();
      return false;
    } catch (AssertionError broken) {
      return broken.getMessage() != null && !broken.getMessage().startsWith("the plan has errors");
    } catch (RuntimeException other) {
      return false;
    }
  }

  /** Writes the test; where to. */
  static Path write(Scenario scenario, Path directory) {
    try {
      Files.createDirectories(directory);
      Path file = directory.resolve(JavaText.name(scenario) + ".java");
      return Files.writeString(file, JavaText.of(scenario));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
