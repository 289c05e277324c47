package dev.ashlar.simulation.plant;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.Reason;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A plan as a planner with a bug would make it. */
final class AlteredPlan {
  private AlteredPlan() {}

  private static Plan with(Plan plan, UnaryOperator<Change> change) {
    Map<String, String> renamed = new HashMap<>();
    plan.changes().forEach(each -> renamed.put(each.id(), change.apply(each).id()));
    return plan.toBuilder()
        .changes(
            plan.changes().stream()
                .map(change)
                .map(
                    each ->
                        each.toBuilder()
                            .dependsOn(
                                each.dependsOn().stream()
                                    .map(id -> renamed.getOrDefault(id, id))
                                    .toList())
                            .build())
                .toList())
        .build();
  }

  /** Such changes wait for nothing. */
  static Plan withoutOrder(Plan plan, Predicate<Change> which) {
    return with(
        plan,
        change -> which.test(change) ? change.toBuilder().dependsOn(List.of()).build() : change);
  }

  /** What was replaced is forgotten. */
  static Plan forgettingTheDeposed(Plan plan) {
    return with(
        plan,
        change ->
            change.action() == Action.DELETE
                    && change.reason().kind() == Reason.Kind.REPLACED
                    && plan.changes().stream()
                        .noneMatch(other -> other.dependsOn().contains(change.id()))
                ? change.toBuilder(change.object(), Action.FORGET).build()
                : change);
  }

  /** Nobody knows how it was before an update. */
  static Plan unguarded(Plan plan) {
    return with(
        plan,
        change ->
            change.toBuilder()
                .attributes(
                    change.attributes().stream()
                        .map(
                            each ->
                                new AttributeChange(
                                    each.path(),
                                    Value.unknown(ValueType.ANY),
                                    each.after(),
                                    each.sensitive(),
                                    each.requiresReplace(),
                                    each.expression(),
                                    each.location()))
                        .toList())
                .build());
  }

  /** The marks of secrecy are lost. */
  static Plan withoutSecrecy(Plan plan) {
    return with(
        plan,
        change ->
            change.toBuilder()
                .planned(clear(change.planned()))
                .declared(clear(change.declared()))
                .build());
  }

  private static Value.MapValue clear(Value.MapValue values) {
    Map<String, Value> clear = new TreeMap<>();
    values
        .entries()
        .forEach(
            (name, value) ->
                clear.put(
                    name, value instanceof Value.SecretValue secret ? secret.content() : value));
    return Value.map(clear);
  }
}
