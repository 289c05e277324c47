package dev.ashlar.simulation.scenario;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A scenario as a test of its own, which fails as the simulation did. */
public final class JavaText {
  private static final String HEAD =
      """
      package dev.ashlar.simulation;

      import dev.ashlar.blueprint.Environment.OnFailure;
      import dev.ashlar.schema.Operation;
      import dev.ashlar.simulation.life.Coverage;
      import dev.ashlar.simulation.life.Life;
      import dev.ashlar.simulation.scenario.Back;
      import dev.ashlar.simulation.scenario.Crash;
      import dev.ashlar.simulation.scenario.Drawing;
      import dev.ashlar.simulation.scenario.Round;
      import dev.ashlar.simulation.scenario.Scenario;
      import dev.ashlar.simulation.scenario.Strike;
      import dev.ashlar.simulation.scenario.Thing;
      import dev.ashlar.simulation.scenario.Trouble;
      import dev.ashlar.simulation.world.Boundary;
      import dev.ashlar.simulation.world.Machine.Blow;
      import java.util.List;
      import java.util.Map;
      import org.junit.jupiter.api.Test;

      class NAMETest {
        @Test
        void nothingIsLost() {
          Scenario scenario =
              SCENARIO;
          new Life(scenario, new Coverage()).liveAndTell();
        }
      }
      """;

  private JavaText() {}

  /** The name of the class. */
  public static String name(Scenario scenario) {
    return "Seed" + Long.toString(scenario.seed()).replace('-', 'M') + "Test";
  }

  /** The text of the class. */
  public static String of(Scenario scenario) {
    String name = name(scenario);
    return HEAD.replace("NAMETest", name).replace("SCENARIO", scenario(scenario));
  }

  private static String scenario(Scenario scenario) {
    return "new Scenario(\n                  "
        + scenario.seed()
        + "L,\n                  OnFailure."
        + scenario.onFailure()
        + ",\n                  "
        + list(scenario.rounds(), JavaText::round)
        + ")";
  }

  private static String round(Round round) {
    return "\n                      new Round("
        + String.join(
            ",\n                          ",
            drawing(round.drawing()),
            list(round.theirs(), JavaText::text),
            list(round.meddling(), JavaText::text),
            list(round.strikes(), JavaText::strike),
            list(round.ends(), JavaText::crash),
            list(round.ways(), JavaText::back))
        + ")";
  }

  private static String drawing(Drawing drawing) {
    return "new Drawing("
        + list(drawing.things(), JavaText::thing)
        + ", "
        + map(drawing.moved())
        + ", "
        + map(drawing.lookups())
        + ")";
  }

  private static String thing(Thing thing) {
    return "\n                              new Thing("
        + String.join(
            ", ",
            text(thing.name()),
            text(thing.type()),
            map(thing.properties()),
            list(thing.flags(), JavaText::text),
            text(thing.when()),
            list(thing.dependsOn(), JavaText::text))
        + ")";
  }

  private static String strike(Strike strike) {
    return "new Strike(Trouble.%s, %s, Operation.%s, %d)"
        .formatted(strike.trouble(), text(strike.address()), strike.operation(), strike.times());
  }

  private static String crash(Crash crash) {
    return "new Crash(Boundary.%s, %s, %d, Blow.%s)"
        .formatted(crash.boundary(), text(crash.about()), crash.passing(), crash.blow());
  }

  private static String back(Back back) {
    return "new Back(%d, %s)".formatted(back.serials(), list(back.ends(), JavaText::crash));
  }

  private static <T> String list(List<T> all, Function<T, String> each) {
    return "List.of(" + all.stream().map(each).collect(Collectors.joining(", ")) + ")";
  }

  private static String map(Map<String, String> all) {
    return "Map.ofEntries("
        + all.entrySet().stream()
            .map(each -> "Map.entry(" + text(each.getKey()) + ", " + text(each.getValue()) + ")")
            .collect(Collectors.joining(", "))
        + ")";
  }

  private static String text(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
