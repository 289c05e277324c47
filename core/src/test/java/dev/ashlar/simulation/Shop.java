package dev.ashlar.simulation;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.CloudObject;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.Invariants;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.secret.MemoryKeys;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * One environment that outlives the processes which work on it: cloud, records and keys stay, each
 * process has an engine of its own and may be killed at any write.
 */
final class Shop {
  /** Thirty resources of all fates between the first document and the second. */
  static final String BEFORE = head() + resources(false);

  /** The second document. */
  static final String AFTER = head() + resources(true);

  final VirtualTime time = VirtualTime.create();
  final MemoryCloud cloud = MemoryCloud.builder().time(time).build();
  final StateStore store = StateStore.inMemory(time::now);
  private final KeyService keys = new MemoryKeys(new Random(1));
  private int parallelism = 4;
  private Environment.OnFailure onFailure = Environment.OnFailure.ROLLBACK;

  /** As many changes at a time. */
  Shop parallelism(int changes) {
    parallelism = changes;
    return this;
  }

  /** After a failure, this. */
  Shop onFailure(Environment.OnFailure choice) {
    onFailure = choice;
    return this;
  }

  private static String head() {
    return """
    apiVersion: ashlar.dev/v1
    kind: Blueprint
    metadata: { name: shop, version: 1.0.0 }
    outputs:
      first: { value: "${same0.id}" }
      made: { value: "${base1.id}" }
    resources:
    """;
  }

  /** Five groups of six: what stays, changes, is replaced either way, goes and comes. */
  private static String resources(boolean after) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < 5; i++) {
      String below = i == 0 ? "none" : "${base%d.id}".formatted(i - 1);
      text.append(value("same" + i, "\"kept " + i + "\"", "\"x\"", ""));
      text.append(
          value("base" + i, "\"" + below + "\"", after && i % 2 == 1 ? "\"b\"" : "\"a\"", ""));
      text.append(
          value(
              "first" + i,
              "\"of ${base" + i + ".id}\"",
              after ? "\"b\"" : "\"a\"",
              ", lifecycle: { createBeforeDestroy: true }"));
      text.append(
          value(
              "user" + i,
              after ? "\"new ${first" + i + ".id}\"" : "\"${first" + i + ".id}\"",
              "\"x\"",
              ""));
      if (after) {
        text.append(value("comes" + i, "\"${user" + i + ".id} ${same" + i + ".id}\"", "\"x\"", ""));
      } else {
        text.append(value("goes" + i, "\"${user" + i + ".id}\"", "\"x\"", ""));
        text.append(value("goesToo" + i, "\"${goes" + i + ".id}\"", "\"x\"", ""));
      }
    }
    return text.toString();
  }

  private static String value(String name, String input, String replaceOn, String more) {
    return "  %s: { type: \"memory::Value\", properties: { input: %s, replaceOn: %s }%s }%n"
        .formatted(name, input, replaceOn, more);
  }

  /** A process on a store: works, and is gone. */
  <T> T process(StateStore on, String document, Function<Workspace, T> work) {
    try (Ashlar ashlar =
        Ashlar.builder()
            .state(on)
            .keys(keys)
            .addProvider(cloud)
            .executor(time)
            .time(time)
            .random(new Random(7))
            .parallelism(parallelism)
            .build()) {
      Blueprint read = Blueprint.read(Source.text("shop.yaml", document)).orThrow();
      return work.apply(ashlar.open(Environment.of("shop", read).onFailure(onFailure)));
    }
  }

  /** A process that nobody kills. */
  <T> T process(String document, Function<Workspace, T> work) {
    return process(new MortalStore(store, Integer.MAX_VALUE), document, work);
  }

  Plan plan(String document) {
    return process(document, workspace -> time.run(workspace.plan()));
  }

  Plan plan(String document, PlanMode mode) {
    return process(document, workspace -> time.run(workspace.plan(mode)));
  }

  Outcome apply(String document) {
    return process(
        document, workspace -> time.run(workspace.apply(time.run(workspace.plan())).outcome()));
  }

  Outcome recover(String document) {
    return process(document, workspace -> time.run(workspace.recover().outcome()));
  }

  State state() {
    return process(BEFORE, workspace -> time.run(workspace.state()).orThrow());
  }

  /** Whoever held the lease is dead: it runs out. */
  void later() {
    time.advance(Duration.ofMinutes(11));
  }

  /** What is wrong with the records, by themselves and beside the cloud; nothing by the laws. */
  List<String> wrongs() {
    State state = state();
    List<String> wrongs = new ArrayList<>();
    Invariants.check(state).forEach(each -> wrongs.add(each.toString()));
    state.run().ifPresent(run -> wrongs.add("a run is open"));
    state.pending().keySet().forEach(id -> wrongs.add("open: " + id));
    List<String> recorded =
        state.objects().stream()
            .map(StateObject::identity)
            .flatMap(Optional::stream)
            .sorted()
            .toList();
    List<String> there = cloud.objects().stream().map(CloudObject::id).sorted().toList();
    if (!recorded.equals(there)) {
      wrongs.add("recorded " + recorded + ", there " + there);
    }
    return wrongs;
  }

  /** What each address is and depends on, with the names of other objects instead of theirs. */
  static SortedMap<String, String> meaning(State state) {
    SortedMap<String, String> names = new TreeMap<>();
    state
        .current()
        .forEach(
            (address, object) ->
                object.identity().ifPresent(id -> names.put(id, "<" + address + ">")));
    SortedMap<String, String> meaning = new TreeMap<>();
    state
        .current()
        .forEach(
            (address, object) ->
                meaning.put(
                    address.toString(),
                    named(object.values().declared(), names)
                        + " "
                        + object.dependencies()
                        + " "
                        + object.lifecycle().onRemove()));
    meaning.put("outputs", named(state.outputs(), names));
    return meaning;
  }

  private static String named(Value value, SortedMap<String, String> names) {
    String text = value.toString();
    for (String id : names.keySet()) {
      text = text.replace(id, names.get(id));
    }
    return text;
  }
}
