package dev.ashlar.governance.policy.judging;

import dev.ashlar.governance.policy.document.Globs;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The whole graph as it will be: what the plan makes and changes, and what stays as it is recorded.
 * What stayed the same object since the last plan is the same value.
 */
final class GraphView {
  private final IdentityHashMap<Object, Entry> known;
  private final IdentityHashMap<Object, Entry> entries = new IdentityHashMap<>();
  private final TreeMap<Address, Entry> all = new TreeMap<>();
  private final Map<List<String>, Value.ListValue> lists = new HashMap<>();

  /** One resource of the graph. */
  private record Entry(String type, Value value) {}

  /** A graph by itself. */
  GraphView(Plan plan, State state) {
    this(plan, state, new IdentityHashMap<>());
  }

  /** A graph, with what is known from the one before it. */
  GraphView(Plan plan, State state, GraphView before) {
    this(plan, state, before.entries);
  }

  private GraphView(Plan plan, State state, IdentityHashMap<Object, Entry> known) {
    this.known = known;
    state.current().forEach((address, object) -> all.put(address, entry(object, () -> of(object))));
    for (Change change : plan.changes()) {
      change.from().ifPresent(all::remove);
      if (change.action() == Action.DELETE || change.action() == Action.FORGET) {
        all.remove(change.address());
      }
    }
    for (Change change : plan.changes()) {
      put(change);
    }
  }

  /** A change as it is resolved, in the place of the one that was planned. */
  void put(Change change) {
    switch (change.action()) {
      case DELETE, FORGET, READ, DEFERRED -> {
        return;
      }
      case NO_OP, RECORD, MOVE -> {
        if (change.planned().entries().isEmpty()) {
          return;
        }
      }
      default -> {}
    }
    all.put(change.address(), entry(change, () -> of(change)));
    lists.clear();
  }

  private Entry entry(Object of, Supplier<Entry> made) {
    Entry before = known.get(of);
    Entry entry = before == null ? made.get() : before;
    entries.put(of, entry);
    return entry;
  }

  private static Entry of(StateObject object) {
    return new Entry(
        object.type(),
        value(
            object.id().address(),
            object.type(),
            Action.NO_OP.text(),
            object.home(),
            Subject.text(object.canvas()),
            Subject.whole(
                object.values().effective(), object.values().outputs(), object.identity()),
            object.dependencies()));
  }

  private static Entry of(Change change) {
    return new Entry(
        change.type(),
        value(
            change.address(),
            change.type(),
            Subject.word(change.action()),
            change.home(),
            Subject.text(change.canvas()),
            Subject.whole(change.planned(), change.outputs(), change.identity()),
            change.dependencies()));
  }

  private static Value value(
      Address address,
      String type,
      String action,
      StateObject.Home home,
      Value canvas,
      Value.MapValue properties,
      List<String> dependencies) {
    Map<String, Value> fields = new TreeMap<>();
    fields.put("address", Value.of(address.toString()));
    fields.put("name", Value.of(address.name()));
    fields.put("type", Value.of(type));
    fields.put("action", Value.of(action));
    fields.put("provider", Value.of(home.provider()));
    fields.put("configuration", Value.of(home.configuration()));
    fields.put("canvas", canvas);
    fields.put("properties", properties);
    fields.put("dependencies", Subject.texts(dependencies));
    return Value.map(fields);
  }

  /**
   * The resources of some types, in the order of their addresses.
   *
   * @param types patterns; none for all
   */
  Value.ListValue resources(List<String> types) {
    return lists.computeIfAbsent(types, this::listed);
  }

  private Value.ListValue listed(List<String> types) {
    List<Value> items = new ArrayList<>(all.size());
    for (Entry entry : all.values()) {
      if (types.isEmpty()
          || types.stream().anyMatch(pattern -> Globs.matches(pattern, entry.type()))) {
        items.add(entry.value());
      }
    }
    return new Value.ListValue(items);
  }
}
