package dev.ashlar.governance.policy.judging;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What policies read of one change; each part is made when the first of them asks for it. */
final class Subject {
  /** How the value of a resource carries the provider's identifier. */
  private static final String IDENTITY = "$identity";

  private final Change change;
  private final State state;
  private @Nullable Value resource;
  private @Nullable Value actual;
  private @Nullable Value described;

  Subject(Change change, State state) {
    this.change = change;
    this.state = state;
  }

  Change change() {
    return change;
  }

  /** The resource as it is to be; of a deletion, as it goes away. */
  Value resource() {
    if (resource == null) {
      resource = whole(change.planned(), change.outputs(), change.identity());
    }
    return resource;
  }

  /** The resource as it is, with what the plan saw of it; null where there is none. */
  Value actual() {
    if (actual == null) {
      actual = recorded().map(this::seen).orElse(Value.NULL);
    }
    return actual;
  }

  private Optional<StateObject> recorded() {
    return change
        .prior()
        .flatMap(prior -> state.at(prior.address()).filter(object -> object.id().equals(prior)));
  }

  private Value seen(StateObject object) {
    StateObject.Values values = object.values();
    Value.MapValue properties =
        values.observed().entries().isEmpty() ? values.effective() : values.observed();
    if (change.action() != Action.DELETE) {
      for (AttributeChange attribute : change.attributes()) {
        List<ValuePath.Step> steps = attribute.path().steps();
        if (steps.size() == 1 && steps.get(0) instanceof ValuePath.Key key) {
          properties = properties.with(key.name(), attribute.before());
        }
      }
    }
    return whole(properties, values.outputs(), object.identity());
  }

  /** The change itself. */
  Value described() {
    if (described == null) {
      Map<String, Value> fields = new TreeMap<>();
      fields.put("action", Value.of(word(change.action())));
      fields.put("address", Value.of(change.address().toString()));
      fields.put("name", Value.of(change.address().name()));
      fields.put("type", Value.of(change.type()));
      fields.put("reason", Value.of(change.reason().kind().text()));
      fields.put("risk", Value.of(change.risk().text()));
      fields.put("provider", Value.of(change.home().provider()));
      fields.put("configuration", Value.of(change.home().configuration()));
      fields.put("scope", change.home().scope());
      fields.put("canvas", text(change.canvas()));
      fields.put(
          "paths",
          Value.list(
              change.attributes().stream().map(a -> Value.of(a.path().toString())).toList()));
      fields.put("dependencies", texts(change.dependencies()));
      fields.put("preventDestroy", Value.of(change.lifecycle().preventDestroy()));
      described = Value.map(fields);
    }
    return described;
  }

  /** A replacement that is not certain counts as one. */
  static String word(Action action) {
    return action == Action.REPLACE_IF_CHANGED ? Action.REPLACE.text() : action.text();
  }

  static Value text(Optional<String> text) {
    return text.isPresent() ? Value.of(text.get()) : Value.NULL;
  }

  static Value texts(List<String> texts) {
    return Value.list(texts.stream().map(Value::of).toList());
  }

  /** Properties, outputs and identifier in one, as expressions see a resource. */
  static Value.MapValue whole(
      Value.MapValue properties, Value.MapValue outputs, Optional<String> identity) {
    if (outputs.entries().isEmpty() && identity.isEmpty()) {
      return properties;
    }
    Map<String, Value> all = new TreeMap<>(outputs.entries());
    all.putAll(properties.entries());
    identity.ifPresent(id -> all.put(IDENTITY, Value.of(id)));
    return Value.map(all);
  }
}
