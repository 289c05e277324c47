package dev.ashlar.plan.resolution;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.diff.Confidential;
import dev.ashlar.plan.naming.OwnershipMark;
import dev.ashlar.plan.object.Proposal;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.equivalence.Difference;
import dev.ashlar.schema.equivalence.Differences;
import dev.ashlar.schema.equivalence.Equality;
import dev.ashlar.schema.equivalence.Scope;
import dev.ashlar.schema.validation.Validator;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Resolves one change, whose declared values are known by now. */
final class Resolving {
  private final ResourceSchema schema;
  private final String environment;
  private final Change change;
  private final Optional<Openings> openings;
  private final Present present;
  private final Function<Value, String> fingerprint;

  Resolving(
      ResourceSchema schema,
      String environment,
      Change change,
      Optional<Openings> openings,
      Present present,
      Function<Value, String> fingerprint) {
    this.schema = schema;
    this.environment = environment;
    this.change = change;
    this.openings = openings;
    this.present = present;
    this.fingerprint = fingerprint;
  }

  Checked<Change> resolve(Value.MapValue now) {
    if (isSettled()) {
      return Checked.of(change);
    }
    Value.MapValue declared = Confidential.properties(schema, now);
    if (change.action() == Action.READ) {
      return Checked.of(change.toBuilder().declared(declared).planned(declared).build());
    }
    List<Diagnostic> problems = invalid(declared);
    if (!problems.isEmpty()) {
      return Checked.refused(problems);
    }
    List<Diagnostic> strayed = openings.map(open -> strayed(open, declared)).orElse(List.of());
    if (!strayed.isEmpty()) {
      return Checked.refused(strayed);
    }
    Value.MapValue planned = planned(declared);
    Change resolved = change.toBuilder().declared(declared).planned(planned).build();
    Optional<StateObject> prior = change.prior().flatMap(this::recorded);
    boolean weakens =
        change.action() == Action.UPDATE || change.action() == Action.REPLACE_IF_CHANGED;
    if (weakens && prior.isPresent()) {
      return Checked.of(new Weakening(schema, resolved, prior.get(), fingerprint).weaken());
    }
    // An object that is gone already was deleted because it was decided so.
    boolean decided = change.action() == Action.REPLACE_IF_CHANGED;
    return Checked.of(
        decided ? resolved.toBuilder(change.object(), Action.REPLACE).build() : resolved);
  }

  /** A new object of which the plan knew everything is made as planned. */
  private boolean isSettled() {
    boolean made = change.action() == Action.CREATE || change.action() == Action.REPLACE;
    return made && openings.map(Openings::isEmpty).orElse(true) && change.planned().isKnown();
  }

  private Optional<StateObject> recorded(ObjectId id) {
    return present.at(id.address()).filter(object -> object.id().equals(id));
  }

  private List<Diagnostic> invalid(Value.MapValue declared) {
    if (change.template().isEmpty()) {
      return List.of();
    }
    List<Diagnostic> errors =
        Validator.check(schema, declared).stream().filter(Diagnostic::isError).toList();
    return Resolution.located(change, errors);
  }

  /** What the plan knew stays to the letter; only what it did not know is taken from now. */
  private Value.MapValue planned(Value.MapValue declared) {
    if (change.template().isEmpty()) {
      return change.planned();
    }
    boolean made = change.action() != Action.UPDATE;
    Value.MapValue completed =
        made
            ? Proposal.created(schema, declared, environment, change.address()).planned()
            : OwnershipMark.keep(
                schema,
                Proposal.existing(
                        schema, declared, change.planned(), Value.MapValue.EMPTY, List.of())
                    .wanted(),
                change.planned());
    Value.MapValue planned = change.planned();
    for (Map.Entry<String, Value> entry : planned.entries().entrySet()) {
      Value value = completed.get(entry.getKey());
      boolean open = !entry.getValue().isKnown();
      if (open && value instanceof Value.NullValue) {
        planned = planned.without(entry.getKey());
      } else if (open) {
        planned = planned.with(entry.getKey(), value);
      }
    }
    return withMark(planned);
  }

  private Value.MapValue withMark(Value.MapValue planned) {
    boolean made = change.action() == Action.CREATE || change.action() == Action.REPLACE;
    return made && schema.ownershipMark().isPresent()
        ? OwnershipMark.add(schema, planned)
        : planned;
  }

  /** Parts of open properties that the plan knew and that are others now. */
  private List<Diagnostic> strayed(Openings open, Value.MapValue declared) {
    List<Diagnostic> strayed = new ArrayList<>();
    for (Difference difference :
        Differences.properties(
            schema, open.in(change.declared()), open.in(declared), Scope.WHOLE)) {
      if (difference.equality() == Equality.DIFFERENT && difference.before().isKnown()) {
        strayed.add(
            Diagnostic.of(
                    PlanProblems.NOT_AS_PLANNED,
                    "\""
                        + difference.path()
                        + "\" of \""
                        + change.address()
                        + "\" has another value now than was planned. Plan again.")
                .in(difference.path()));
      }
    }
    return Resolution.located(change, strayed);
  }
}
