package dev.ashlar.aws.everytype;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Resource;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** One object's life: made, looked at, changed, replaced, taken away; and what went wrong. */
final class Life {
  private static final Blueprint EMPTY =
      Blueprint.read(
              Source.text(
                  "types.yaml",
                  """
                  apiVersion: ashlar.dev/v1
                  kind: Blueprint
                  metadata: { name: types }
                  providers: { aws: { region: eu-west-1 } }
                  resources: {}
                  """))
          .orThrow();

  private final Ashlar ashlar;
  private final ResourceSchema schema;
  private final RandomObjects objects;
  private final List<String> wrong = new ArrayList<>();
  private int changes;

  Life(Ashlar ashlar, ResourceSchema schema, RandomObjects objects) {
    this.ashlar = ashlar;
    this.schema = schema;
    this.objects = objects;
  }

  List<String> wrong() {
    return wrong;
  }

  /** How many single changes were planned. */
  int changes() {
    return changes;
  }

  void live(Value.MapValue all) {
    if (!apply("create", all)) {
      return;
    }
    Value.MapValue updated = all;
    Value.MapValue replaced = all;
    for (Map.Entry<String, Value> property : all.entries().entrySet()) {
      Attribute attribute = schema.properties().get(property.getKey());
      Optional<Value> other =
          attribute == null ? Optional.empty() : objects.other(attribute, property.getValue());
      if (other.isEmpty()) {
        continue;
      }
      boolean replaces = replaces(attribute);
      Value.MapValue changed = all.with(property.getKey(), other.get());
      change(property.getKey(), changed, replaces);
      if (replaces) {
        replaced = changed;
      } else if (!hidesImmutable(attribute, false, 0)) {
        updated = updated.with(property.getKey(), other.get());
      }
    }
    boolean sound = updated.equals(all) || apply("update", updated);
    if (sound && !replaced.equals(all)) {
      sound = apply("replace", replaced);
    }
    destroy();
  }

  private boolean replaces(Attribute attribute) {
    return attribute.immutability() == Immutability.YES
        || !schema.operations().contains(Operation.UPDATE);
  }

  /**
   * Whether something that cannot be read back holds parts that cannot be changed: which part
   * differs is known to nobody, so an update is tried, and the cloud may say that it needs a
   * replacement.
   */
  private boolean hidesImmutable(Attribute attribute, boolean hiddenAbove, int depth) {
    boolean hidden = hiddenAbove || attribute.writeOnly();
    if (hidden && attribute.immutability() == Immutability.YES) {
      return true;
    }
    Shape shape = schema.resolve(attribute.shape());
    if (depth > 8) {
      return false;
    }
    if (shape instanceof Shape.ListShape list) {
      return hidesImmutable(list.items(), hidden, depth + 1);
    }
    if (shape instanceof Shape.MapShape map) {
      return hidesImmutable(map.values(), hidden, depth + 1);
    }
    return shape instanceof Shape.ObjectShape object
        && object.attributes().values().stream()
            .anyMatch(part -> hidesImmutable(part, hidden, depth + 1));
  }

  private void change(String property, Value.MapValue changed, boolean replaces) {
    Plan plan = open(changed).plan().join();
    if (hasErrors("change of " + property, plan)) {
      return;
    }
    changes++;
    List<Action> actions = plan.changes().stream().map(Change::action).toList();
    boolean inside = actions.contains(Action.REPLACE) && !replaces;
    if (actions.isEmpty()) {
      wrong.add("another " + property + " is not noticed");
    } else if (replaces && !actions.contains(Action.REPLACE)) {
      wrong.add("another " + property + " does not replace: " + actions);
    } else if (inside && !holdsImmutable(plan)) {
      wrong.add("another " + property + " replaces");
    }
  }

  /** A part of a property that can be changed may be one that cannot. */
  private boolean holdsImmutable(Plan plan) {
    return plan.changes().stream()
        .flatMap(change -> change.replacePaths().stream())
        .allMatch(path -> path.steps().size() > 1);
  }

  private boolean apply(String what, Value.MapValue properties) {
    Workspace workspace = open(properties);
    Plan plan = workspace.plan().join();
    if (hasErrors(what, plan)) {
      return false;
    }
    Outcome outcome = workspace.apply(plan).outcome().join();
    if (!(outcome instanceof Outcome.Succeeded)) {
      wrong.add(what + ": " + outcome.summary() + " " + details(outcome.diagnostics()));
      return false;
    }
    Plan second = workspace.plan().join();
    if (!second.changes().isEmpty()) {
      wrong.add(
          what
              + " drifts: "
              + second.changes().stream()
                  .flatMap(change -> change.attributes().stream())
                  .map(attribute -> attribute.path().toString())
                  .toList());
    }
    return true;
  }

  private void destroy() {
    Workspace workspace = ashlar.open(Environment.of(name(), EMPTY));
    Outcome outcome = workspace.apply(workspace.plan().join()).outcome().join();
    if (!(outcome instanceof Outcome.Succeeded)) {
      wrong.add("delete: " + outcome.summary() + " " + details(outcome.diagnostics()));
    }
  }

  private boolean hasErrors(String what, Plan plan) {
    List<Diagnostic> errors = plan.diagnostics().stream().filter(Diagnostic::isError).toList();
    if (!errors.isEmpty()) {
      wrong.add(what + ": " + details(errors));
    }
    return !errors.isEmpty();
  }

  private static List<String> details(List<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::detail).toList();
  }

  private Workspace open(Value.MapValue properties) {
    Resource resource = Resource.named("it", schema.type());
    for (Map.Entry<String, Value> property : properties.entries().entrySet()) {
      resource = resource.property(property.getKey(), property.getValue());
    }
    return ashlar.open(Environment.of(name(), EMPTY.toBuilder().add(resource).build()));
  }

  private String name() {
    return schema.type().replace("::", "-").toLowerCase(Locale.ROOT);
  }
}
