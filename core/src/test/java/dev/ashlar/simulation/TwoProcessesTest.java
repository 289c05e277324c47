package dev.ashlar.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.simulation.cloud.Types;
import dev.ashlar.simulation.life.Duel;
import dev.ashlar.simulation.scenario.Drawing;
import dev.ashlar.simulation.scenario.Thing;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every interleaving of a process that falls asleep anywhere, outlives its lease and wakes up too
 * late, with the one that takes over from it meanwhile: on the smallest graphs, with three changes
 * of turns, on the real engine and its real journal.
 */
class TwoProcessesTest {
  private static final int LATE_STEPS = 4;

  private static Thing thing(String name, String type, int size, String site) {
    return Thing.of(
        name, type, Map.of("Key", "\"" + name + "\"", "Size", "" + size, "Site", quoted(site)));
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static Drawing drawing(Thing... things) {
    return new Drawing(List.of(things), Map.of(), Map.of());
  }

  static Stream<Arguments> fights() {
    Stream<Arguments> creations =
        Types.ALL.stream()
            .map(type -> fight("create", type, drawing(), drawing(thing("a", type, 1, "x"))));
    Stream<Arguments> changes =
        Stream.of(Types.SAFE, Types.NAMED)
            .flatMap(
                type -> {
                  Drawing one = drawing(thing("a", type, 1, "x"));
                  return Stream.of(
                      fight("update", type, one, drawing(thing("a", type, 2, "x"))),
                      fight("replace", type, one, drawing(thing("a", type, 1, "y"))),
                      fight("delete", type, one, drawing()));
                });
    Drawing pair =
        drawing(
            thing("a", Types.KEYED, 1, "x"),
            thing("b", Types.KEYED, 1, "x").with("Uses", "[\"${a.Arn}\"]"));
    return Stream.concat(
        Stream.concat(creations, changes),
        Stream.of(fight("create two", Types.KEYED, drawing(), pair)));
  }

  private static Arguments fight(String what, String type, Drawing before, Drawing after) {
    return Arguments.of(what + " " + type, type, before, after);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fights")
  void nothingIsLostWhoeverWakesUpTooLate(String name, String type, Drawing before, Drawing after) {
    Map<Duel.End, Integer> ends = new EnumMap<>(Duel.End.class);
    Set<Integer> states = new HashSet<>();
    int interleavings = 0;
    boolean more = true;
    for (int asleep = 1; more; asleep++) {
      more = false;
      boolean second = true;
      for (int takeover = 1; second; takeover++) {
        second = false;
        for (int late = 1; late <= LATE_STEPS; late++) {
          int[] fought = new int[1];
          int[] turns = {asleep, takeover, late};
          Duel duel = new Duel(before);
          Duel.End end;
          try {
            end = duel.fight(after, turns, fought);
          } catch (AssertionError e) {
            throw new AssertionError(
                name + " " + Arrays.toString(turns) + ": " + e.getMessage(), e);
          }
          interleavings++;
          ends.merge(end, 1, Integer::sum);
          states.add(duel.state().hashCode());
          more |= fought[0] > 0;
          second |= fought[0] > 1;
          if (fought[0] < 3) {
            break;
          }
        }
      }
    }
    System.out.printf(
        "%s: %d interleavings, %d histories, %s%n", name, interleavings, states.size(), ends);
    assertThat(interleavings).isGreaterThan(100);
    assertThat(states.size()).isGreaterThan(10);
    if (type.equals(Types.KEYED)) {
      assertThat(ends).containsOnlyKeys(Duel.End.SOUND);
    }
  }
}
