package dev.ashlar.plan.resolution;

import dev.ashlar.blueprint.Inputs;
import dev.ashlar.expression.Bindings;
import dev.ashlar.graph.scope.ScopeRecord.Count;
import dev.ashlar.graph.term.TermEvaluation;
import dev.ashlar.plan.PlanContext;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.view.ObjectView;
import dev.ashlar.plan.view.RootView;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What names stand for by now: made objects as they are recorded, the rest as the plan says. */
final class PresentBindings implements Bindings {
  private final PlanContext context;
  private final Inputs inputs;
  private final Language language;
  private final Traces traces;
  private final Present present;
  private final Map<String, Value> fixed = new HashMap<>();
  private final Map<String, Made> made = new HashMap<>();

  /** What a name stood for when its records had this version. */
  private record Made(long version, Value value) {}

  /**
   * Names by now.
   *
   * @param traces what the plan does to which addresses
   */
  PresentBindings(
      PlanContext context, Inputs inputs, Language language, Traces traces, Present present) {
    this.context = context;
    this.inputs = inputs;
    this.language = language;
    this.traces = traces;
    this.present = present;
  }

  boolean isOf(Present other) {
    return present == other;
  }

  @Override
  public Value root(String name) {
    Value known = fixed.get(name);
    if (known != null) {
      return known;
    }
    return switch (name) {
      case "params" -> fix(name, inputs.parameters());
      case "env" -> fix(name, inputs.env());
      case "flags" -> fix(name, flags());
      case Language.LOCALS -> language.localsAreFixed() ? fix(name, locals()) : locals();
      default -> current(name);
    };
  }

  private Value fix(String name, Value value) {
    fixed.put(name, value);
    return value;
  }

  private Value current(String name) {
    long version = present.version(name);
    Made before = made.get(name);
    if (before != null && before.version() == version && version >= 0) {
      return before.value();
    }
    Value value = declared(name);
    if (language.isKeyed(name)) {
      made.put(name, new Made(version, value));
    }
    return value;
  }

  private Value flags() {
    TreeMap<String, Value> flags = new TreeMap<>();
    inputs.flags().forEach((flag, on) -> flags.put(flag, Value.of(on)));
    return new Value.MapValue(flags);
  }

  /** Each named value is evaluated after those that it reads, and sees only them. */
  private Value locals() {
    TreeMap<String, Value> values = new TreeMap<>();
    Bindings inside =
        name -> name.equals(Language.LOCALS) ? new Value.MapValue(values) : root(name);
    language
        .locals()
        .forEach(
            (name, term) ->
                values.put(
                    name,
                    TermEvaluation.evaluate(term, inside).value().orElse(Value.UnknownValue.ANY)));
    return new Value.MapValue(values);
  }

  private Value declared(String name) {
    Value.MapValue imported = context.imports().get(name);
    if (imported != null) {
      return imported;
    }
    Value lookedUp = context.lookups().get(name);
    if (lookedUp != null) {
      return lookedUp;
    }
    Optional<Count> count = language.count(name);
    List<Answer.Seen> found = present.lookups().get(name);
    if (found != null) {
      return found(count.orElse(Count.MANY), found);
    }
    return resource(name, count.orElse(Count.ONE));
  }

  private static Value found(Count count, List<Answer.Seen> found) {
    List<Value> views =
        found.stream()
            .<Value>map(
                seen -> ObjectView.found(seen.identity(), seen.properties(), seen.outputs()))
            .toList();
    if (count == Count.MANY) {
      return Value.list(views);
    }
    return views.isEmpty() ? Value.NULL : views.get(0);
  }

  private Value resource(String name, Count count) {
    if (count != Count.KEYED) {
      Address address = Address.of(name);
      return view(address).orElse(count == Count.ONE ? Value.UnknownValue.ANY : Value.NULL);
    }
    List<String> keys = context.instances().get(name);
    if (keys == null) {
      return Value.UnknownValue.ANY;
    }
    Map<Address, Value> views = new TreeMap<>();
    for (String key : keys) {
      Address address = Address.of(name, key);
      views.put(address, view(address).orElse(Value.UnknownValue.ANY));
    }
    return RootView.of(true, Address.of(name), views);
  }

  private Optional<Value> view(Address address) {
    List<Answer.Seen> found = present.lookups().get(address.toString());
    if (found != null && !found.isEmpty()) {
      return Optional.of(found(Count.ONE, found));
    }
    Value.MapValue seen = context.seen().get(address.toString());
    if (seen != null && !traces.touched().contains(address.toString())) {
      return Optional.of(seen);
    }
    return traces.gone().contains(address.toString())
        ? Optional.empty()
        : present.at(address).map(ObjectView::recorded);
  }
}
