package dev.ashlar.plan.planner;

import dev.ashlar.blueprint.Inputs;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.diff.Patch;
import dev.ashlar.plan.diff.WriteOnly;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.resolution.Present;
import dev.ashlar.plan.resolution.Resolution;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Applies a plan to a model cloud, one change after the other: what an executor does, at least. */
final class ModelRun implements Present {
  private final Plan plan;
  private final ModelCloud cloud;
  private final State.Builder state;
  private final String lineage;
  private final Resolution resolution;
  private final Map<String, List<Answer.Seen>> lookups = new HashMap<>();
  private final Map<ObjectId, Action> decided = new HashMap<>();
  private final Set<String> done = new HashSet<>();

  ModelRun(Plan plan, Inputs inputs, ModelCloud cloud, State before) {
    this.plan = plan;
    this.cloud = cloud;
    this.state = before.toBuilder().serial(before.serial() + 1);
    this.lineage = before.lineage();
    this.resolution =
        new Resolution(plan, inputs, World.TYPES, World.EXPRESSIONS::compile, World::fingerprint);
  }

  State run() {
    for (Change change : plan.changes()) {
      if (!done.containsAll(change.dependsOn())) {
        throw new AssertionError(change + " comes before " + change.dependsOn());
      }
      make(change);
      done.add(change.id());
    }
    Value.MapValue outputs = resolution.outputs(this).orThrow();
    return state.origin(plan.origin()).outputs(outputs).build();
  }

  private void make(Change planned) {
    if (planned.action() == Action.DELETE && stays(planned)) {
      return;
    }
    Change change = resolution.change(planned, this).orThrow();
    if (planned.action() == Action.REPLACE_IF_CHANGED) {
      decided.put(planned.prior().orElseThrow(), change.action());
    }
    switch (change.action()) {
      case CREATE, REPLACE -> created(change);
      case UPDATE -> updated(change);
      case DELETE -> {
        change.identity().ifPresent(cloud::delete);
        state.remove(change.object());
      }
      case FORGET -> state.remove(change.object());
      case MOVE, RECORD, NO_OP -> recorded(change);
      case ADOPT -> adopted(change);
      case READ ->
          lookups.put(change.address().name(), cloud.search(change.type(), change.planned()));
      case DEFERRED -> {}
      case REPLACE_IF_CHANGED -> throw new AssertionError("undecided: " + change);
    }
  }

  /** The deletion of an object that is not replaced after all. */
  private boolean stays(Change removal) {
    if (removal.reason().kind() != Reason.Kind.REPLACED) {
      return false;
    }
    for (Change make : plan.changes()) {
      if (make.action() == Action.REPLACE_IF_CHANGED
          && make.prior().filter(removal.object()::equals).isPresent()) {
        Action action =
            decided.containsKey(removal.object())
                ? decided.get(removal.object())
                : resolution.change(make, this).orThrow().action();
        return action != Action.REPLACE;
      }
    }
    return false;
  }

  private void created(Change change) {
    if (!change.planned().isKnown()) {
      throw new AssertionError("unknown: " + change + " " + change.planned());
    }
    change
        .prior()
        .flatMap(state::object)
        .ifPresent(
            old -> {
              state.remove(old.id());
              state.put(old.asDeposed());
            });
    if (change.reason().kind() == Reason.Kind.MISSING) {
      state.at(change.address()).ifPresent(old -> state.remove(old.id()));
    }
    String id = cloud.create(change.type(), revealed(change.planned()));
    put(change, id, change.object(), cloud.outputs(id));
  }

  private void updated(Change change) {
    String id = change.identity().orElseThrow();
    cloud.update(id, revealed(change.planned()));
    put(change, id, change.object(), cloud.outputs(id));
  }

  private void adopted(Change change) {
    String id = change.identity().orElseThrow();
    put(change, id, change.object(), cloud.outputs(id));
  }

  private void recorded(Change change) {
    StateObject before = state.object(change.prior().orElseThrow()).orElseThrow();
    ResourceSchema schema = World.TYPES.catalog().schema(change.type()).orElseThrow();
    state.remove(before.id());
    state.put(
        new StateObject(
            change.object(),
            false,
            before.type(),
            change.home(),
            before.schema(),
            before.status(),
            before.identity(),
            new StateObject.Values(
                withheld(schema, change.declared()),
                withheld(schema, change.planned()),
                before.values().observed(),
                before.values().outputs()),
            before.fingerprints(),
            before.opaque(),
            change.dependencies(),
            change.lifecycle(),
            change.canvas()));
  }

  private void put(Change change, String id, ObjectId object, Value.MapValue outputs) {
    ResourceSchema schema = World.TYPES.catalog().schema(change.type()).orElseThrow();
    SortedMap<ValuePath, String> fingerprints =
        WriteOnly.fingerprints(schema, change.planned(), World::fingerprint);
    state.put(
        new StateObject(
            object,
            false,
            change.type(),
            change.home(),
            change.schema(),
            StateObject.Status.READY,
            Optional.of(id),
            new StateObject.Values(
                withheld(schema, change.declared()),
                withheld(schema, change.planned()),
                cloud.see(id).orElseThrow().properties(),
                outputs),
            fingerprints,
            change.opaque(),
            change.dependencies(),
            change.lifecycle(),
            change.canvas()));
  }

  private static Value.MapValue withheld(ResourceSchema schema, Value.MapValue values) {
    Value.MapValue withheld = values;
    for (ValuePath path : new ArrayList<>(WriteOnly.in(schema, values).keySet())) {
      withheld = Patch.set(withheld, path, Value.secret(Value.unknown(ValueType.STRING)));
    }
    return withheld;
  }

  private static Value.MapValue revealed(Value.MapValue values) {
    Value.MapValue revealed = values;
    for (Map.Entry<String, Value> entry : values.entries().entrySet()) {
      if (entry.getValue() instanceof Value.SecretValue secret) {
        revealed = revealed.with(entry.getKey(), secret.content());
      }
    }
    return revealed;
  }

  @Override
  public Optional<StateObject> at(Address address) {
    return state.at(address);
  }

  @Override
  public Map<String, List<Answer.Seen>> lookups() {
    return lookups;
  }

  @Override
  public String lineage() {
    return lineage;
  }
}
