package dev.ashlar.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.simulation.plant.Plant;
import dev.ashlar.simulation.scenario.Drawer;
import dev.ashlar.simulation.scenario.Scenario;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A life that fails is made smaller, and written as a test that compiles. */
class ReproducersTest {
  @Test
  void whatIsNotNeededToFailIsTakenAway() {
    Scenario whole = Drawer.of(7);

    Scenario smallest = Reproducers.smallest(whole, Plant.beginsAreNotFlushed());

    assertThat(smallest.rounds()).hasSize(1);
    assertThat(smallest.rounds().get(0).drawing().things()).hasSize(1);
    assertThat(smallest.rounds().get(0).strikes()).isEmpty();
    assertThat(smallest.rounds().get(0).ends()).isEmpty();
  }

  @Test
  void theReproducerCompiles(@TempDir Path directory) throws Exception {
    for (long seed = 0; seed < 12; seed++) {
      Path file = Reproducers.write(Drawer.of(seed), directory);
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      StringWriter said = new StringWriter();
      try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
        boolean compiles =
            compiler
                .getTask(
                    said,
                    files,
                    null,
                    List.of("-proc:none", "-d", directory.toString()),
                    null,
                    files.getJavaFileObjects(file))
                .call();
        assertThat(compiles).as(said.toString()).isTrue();
      }
    }
  }
}
