package dev.ashlar.benchmarks.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {
  private static final Machine MACHINE =
      new Machine(Instant.parse("2030-01-01T12:00:00Z"), 2, 24, "A JVM 17", "Linux 6 amd64", 0.25);

  @Test
  void theMachineComesFirstThenARowForEachFigure() {
    String table =
        Table.of(
            MACHINE,
            List.of(
                Row.of("apply of 5000", 2.5, Unit.SECONDS).target(Target.atMost(3)),
                Row.of("empty plan", 1.5, Unit.SECONDS).target(Target.atMost(1.2)).note("cold"),
                Row.of("edit to plan", 50, Unit.TIMES).target(Target.atLeast(100)),
                Row.of("heap", 100.4, Unit.MEBIBYTES),
                Row.without("terraform", Unit.SECONDS, Target.NONE, "it is not on the PATH")));
    assertThat(table)
        .isEqualTo(
            """
            2030-01-01T12:00:00Z: 2 cores, 24 GiB; A JVM 17; Linux 6 amd64; load 0.3

            | what | measured | target | | |
            |---|---|---|---|---|
            | apply of 5000 | 2.50 s | ≤ 3.00 s | met |  |
            | empty plan | 1.50 s | ≤ 1.20 s | not met | cold |
            | edit to plan | 50.00 × | ≥ 100.00 × | not met |  |
            | heap | 100 MiB |  |  |  |
            | terraform | not measured |  |  | it is not on the PATH |
            """);
  }

  @Test
  void anUnknownLoadIsNotWritten() {
    Machine machine = new Machine(MACHINE.when(), 8, 16, "J", "S", -1);
    assertThat(Table.of(machine, List.of()))
        .startsWith("2030-01-01T12:00:00Z: 8 cores, 16 GiB; J; S\n");
  }
}
