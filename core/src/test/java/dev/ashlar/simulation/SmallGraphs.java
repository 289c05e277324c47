package dev.ashlar.simulation;

import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.simulation.cloud.Types;
import dev.ashlar.simulation.scenario.Drawing;
import dev.ashlar.simulation.scenario.Round;
import dev.ashlar.simulation.scenario.Scenario;
import dev.ashlar.simulation.scenario.Thing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Small graphs and an edit of each: what is to be tried in every way. */
final class SmallGraphs {
  private SmallGraphs() {}

  private static Thing thing(String name, String type, int size, String... uses) {
    String all = String.join(",", Stream.of(uses).map(use -> "\"${" + use + ".Arn}\"").toList());
    return Thing.of(
        name,
        type,
        Map.of(
            "Key",
            "\"key-" + name + "\"",
            "Size",
            "" + size,
            "Site",
            "\"here\"",
            "Uses",
            "[" + all + "]"));
  }

  private static Drawing drawing(Thing... things) {
    return new Drawing(List.of(things), Map.of(), Map.of());
  }

  private static Thing elsewhere(Thing thing) {
    return thing.with("Site", "\"there\"");
  }

  private static Scenario edit(Drawing before, Drawing after, String... theirs) {
    List<Round> rounds =
        Stream.of(before, after)
            .map(
                drawing ->
                    new Round(
                        drawing,
                        drawing == after ? List.of(theirs) : List.of(),
                        List.of(),
                        List.of(),
                        List.of()))
            .toList();
    return new Scenario(1, OnFailure.STOP, rounds);
  }

  static Map<String, Scenario> all() {
    Drawing nothing = drawing();
    Thing a = thing("a", Types.SAFE, 1);
    Thing b = thing("b", Types.KEYED, 1, "a");
    Thing c = thing("c", Types.MARKED, 1, "b");
    Thing d = thing("d", Types.BLIND, 1, "b", "c");
    Thing n = thing("n", Types.NAMED, 1, "a");
    List<String> newFirst = List.of("new-first");
    Map<String, Scenario> all = new LinkedHashMap<>();
    all.put("chain", edit(nothing, drawing(a, b, c)));
    all.put("diamond", edit(nothing, drawing(a, b, thing("e", Types.NAMED, 1, "a"), d0("f"))));
    all.put("update", edit(drawing(a, b), drawing(a.with("Size", "2"), b.with("Size", "2"))));
    all.put("replace", edit(drawing(a, b, n), drawing(elsewhere(a), b, elsewhere(n))));
    all.put(
        "new first",
        edit(
            drawing(a.treated(newFirst), c0("c")),
            drawing(elsewhere(a).treated(newFirst), c0("c").with("Size", "2"))));
    Thing decided = thing("b", Types.SAFE, 1).with("Site", "\"${a.Address}\"");
    all.put("decided later", edit(drawing(a, decided), drawing(a.with("Size", "2"), decided)));
    Thing same = thing("b", Types.SAFE, 1).with("Site", "\"${a.Zone}\"");
    all.put("decided otherwise", edit(drawing(a, same), drawing(a.with("Size", "2"), same)));
    all.put("delete", edit(drawing(a, b, c, d), nothing));
    all.put(
        "blind", edit(drawing(d0("d")), drawing(elsewhere(d0("d")), thing("e", Types.BLIND, 1))));
    all.put(
        "move and forget",
        edit(
            drawing(a, thing("k", Types.KEYED, 1).treated(List.of("retain"))),
            new Drawing(List.of(a.called("z")), Map.of("z", "a"), Map.of())));
    all.put(
        "adopt",
        edit(nothing, drawing(thing("n", Types.NAMED, 3).treated(List.of("adopt"))), "key-n"));
    all.put("deferred", edit(drawing(a), drawing(a.with("Size", "2"), b.onlyWhen("${a.Ready}"))));
    return all;
  }

  private static Thing d0(String name) {
    return thing(name, Types.BLIND, 1);
  }

  private static Thing c0(String name) {
    return thing(name, Types.MARKED, 1, "a");
  }
}
