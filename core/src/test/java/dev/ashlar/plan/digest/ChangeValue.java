package dev.ashlar.plan.digest;

import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Compensation;
import dev.ashlar.plan.Reason;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/** What is digested of a change, as one value: its canonical text is what the engine writes. */
final class ChangeValue {
  private ChangeValue() {}

  static Value of(Change change) {
    TreeMap<String, Value> form = new TreeMap<>();
    form.put("id", Value.of(change.id()));
    form.put("type", Value.of(change.type()));
    form.put("order", Value.of(change.order().map(order -> order.text()).orElse("")));
    form.put("reason", reason(change.reason()));
    form.put(
        "attributes", Value.list(change.attributes().stream().map(ChangeValue::form).toList()));
    form.put("dependsOn", texts(change.dependsOn()));
    form.put("risk", Value.of(change.risk().text()));
    form.put("compensation", compensation(change.compensation()));
    form.put("from", Value.of(change.from().map(Object::toString).orElse("")));
    form.put("prior", Value.of(change.prior().map(Object::toString).orElse("")));
    form.put("identity", Value.of(change.identity().orElse("")));
    form.put("home", home(change.home()));
    form.put("declared", change.declared());
    form.put("planned", change.planned());
    form.put("replacePaths", paths(change.replacePaths().stream().sorted().toList()));
    form.put("lifecycle", lifecycle(change.lifecycle()));
    form.put("dependencies", texts(change.dependencies()));
    form.put("each", change.each());
    return new Value.MapValue(form);
  }

  private static Value form(AttributeChange attribute) {
    return Value.list(
        Value.of(attribute.path().toPointer()),
        attribute.before(),
        attribute.after(),
        Value.of(attribute.sensitive()),
        Value.of(attribute.requiresReplace()));
  }

  private static Value reason(Reason reason) {
    return Value.list(
        Value.of(reason.kind().text()), paths(reason.paths()), texts(reason.causes()));
  }

  private static Value compensation(Compensation compensation) {
    return compensation instanceof Compensation.Undo undo
        ? Value.list(Value.of(undo.action().text()), Value.of(undo.caveat()))
        : Value.list(Value.of("none"), Value.of(((Compensation.None) compensation).why()));
  }

  private static Value home(StateObject.Home home) {
    return Value.list(Value.of(home.provider()), Value.of(home.configuration()), home.scope());
  }

  private static Value lifecycle(StateObject.StoredLifecycle lifecycle) {
    return Value.list(
        Value.of(lifecycle.preventDestroy()),
        Value.of(lifecycle.createBeforeDestroy()),
        Value.of(lifecycle.onRemove().name()),
        Value.of(lifecycle.ownership().name()));
  }

  private static Value paths(List<ValuePath> paths) {
    return Value.list(paths.stream().map(path -> Value.of(path.toPointer())).toList());
  }

  private static Value texts(Collection<String> texts) {
    return Value.list(texts.stream().map(Value::of).toList());
  }
}
