package dev.ashlar.governance.policy.judging;

import dev.ashlar.governance.PolicyPack;
import dev.ashlar.governance.policy.document.Globs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which policies are asked in a stage, by type. For one thread. */
final class Rulebook {
  private final List<Asked> single = new ArrayList<>();
  private final List<Asked> whole = new ArrayList<>();
  private final Map<String, List<Asked>> byType = new HashMap<>();

  Rulebook(List<PackInUse> packs, String stage) {
    for (PackInUse use : packs) {
      for (PolicyPack.Rule rule : use.pack().pack().rules()) {
        List<String> stages = rule.match().stages();
        if (stages.isEmpty() || stages.contains(stage)) {
          Asked asked = new Asked(use, rule);
          (asked.isOfTheWhole() ? whole : single).add(asked);
        }
      }
    }
  }

  /** Those that are asked once for the whole graph. */
  List<Asked> ofTheWhole() {
    return whole;
  }

  /** Those that are asked for changes of a type. */
  List<Asked> of(String type) {
    return byType.computeIfAbsent(
        type,
        name ->
            single.stream()
                .filter(
                    asked -> {
                      List<String> types = asked.rule().match().types();
                      return types.isEmpty()
                          || types.stream().anyMatch(pattern -> Globs.matches(pattern, name));
                    })
                .toList());
  }

  /** All of them. */
  List<Asked> all() {
    List<Asked> all = new ArrayList<>(single);
    all.addAll(whole);
    return all;
  }

  /** Whether any of them reads the whole graph. */
  boolean readsTheGraph() {
    return !whole.isEmpty()
        || single.stream().anyMatch(asked -> asked.rule().scope() == PolicyPack.Scope.GRAPH);
  }
}
