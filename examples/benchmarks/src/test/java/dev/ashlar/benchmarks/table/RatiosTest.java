package dev.ashlar.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatiosTest {
  @TempDir private Path directory;
  private Path file;

  @BeforeEach
  void store() throws IOException {
    file = directory.resolve("ratios.properties");
    Files.writeString(file, "apply.kib = 40 0.1\nempty.kib = 20\n");
  }

  private Ratios.Verdict verdict(String name, double measured) {
    return Ratios.read(file).compare(Map.of(name, measured)).get(0).verdict();
  }

  @Test
  void moreThanIsToleratedIsWorse() {
    assertThat(verdict("apply.kib", 44.1)).isEqualTo(Ratios.Verdict.WORSE);
  }

  @Test
  void aLittleMoreOrLessIsTheSame() {
    assertThat(verdict("apply.kib", 43.9)).isEqualTo(Ratios.Verdict.SAME);
    assertThat(verdict("apply.kib", 36.5)).isEqualTo(Ratios.Verdict.SAME);
  }

  @Test
  void muchLessIsBetter() {
    assertThat(verdict("apply.kib", 20)).isEqualTo(Ratios.Verdict.BETTER);
  }

  @Test
  void withoutAToleranceAQuarterIsTolerated() {
    assertThat(verdict("empty.kib", 24.9)).isEqualTo(Ratios.Verdict.SAME);
    assertThat(verdict("empty.kib", 25.1)).isEqualTo(Ratios.Verdict.WORSE);
  }

  @Test
  void whatIsNotStoredIsNew() {
    assertThat(verdict("edit", 1)).isEqualTo(Ratios.Verdict.NEW);
  }

  @Test
  void whatIsNotMeasuredIsNotCompared() {
    assertThat(Ratios.read(file).compare(Map.of())).isEmpty();
  }

  @Test
  void storingKeepsTolerancesAndWhatWasNotMeasured() {
    Ratios.read(file).with(Map.of("apply.kib", 30.0, "edit", 0.01)).write(file);
    assertThat(Ratios.read(file).all())
        .containsEntry("apply.kib", new Ratios.Stored(30, 0.1))
        .containsEntry("empty.kib", new Ratios.Stored(20, 0.25))
        .containsEntry("edit", new Ratios.Stored(0.01, 0.25));
  }

  @Test
  void aComparisonIsALine() {
    assertThat(Ratios.read(file).compare(Map.of("apply.kib", 60.0)).get(0).text())
        .isEqualTo("apply.kib: worse (60.000, stored 40.000)");
  }
}
