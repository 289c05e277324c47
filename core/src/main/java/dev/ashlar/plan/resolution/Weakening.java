package dev.ashlar.plan.resolution;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.diff.OutputsAfter;
import dev.ashlar.plan.diff.Patch;
import dev.ashlar.plan.diff.WriteOnly;
import dev.ashlar.plan.naming.OwnershipMark;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.schema.equivalence.Equality;
import dev.ashlar.schema.equivalence.Equivalences;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** An update or a replacement that turns out to change less, or nothing. */
final class Weakening {
  private final ResourceSchema schema;
  private final Change change;
  private final StateObject prior;
  private final Function<Value, String> fingerprint;

  Weakening(
      ResourceSchema schema,
      Change change,
      StateObject prior,
      Function<Value, String> fingerprint) {
    this.schema = schema;
    this.change = change;
    this.prior = prior;
    this.fingerprint = fingerprint;
  }

  Change weaken() {
    List<AttributeChange> left = new ArrayList<>();
    boolean replaces = false;
    for (AttributeChange attribute : change.attributes()) {
      if (schema.properties().containsKey(attribute.path().head())) {
        AttributeChange resolved = resolved(attribute);
        if (differs(resolved)) {
          left.add(resolved);
          replaces |= change.replacePaths().contains(attribute.path());
        }
      }
    }
    if (change.action() == Action.REPLACE_IF_CHANGED && replaces) {
      return change.toBuilder(change.object(), Action.REPLACE).attributes(left).build();
    }
    if (left.isEmpty()) {
      return unchanged();
    }
    return change.action() == Action.UPDATE
        ? change.toBuilder().attributes(left).build()
        : updated(left);
  }

  private AttributeChange resolved(AttributeChange attribute) {
    return attribute.after().isKnown()
        ? attribute
        : new AttributeChange(
            attribute.path(),
            attribute.before(),
            after(attribute.path()),
            attribute.sensitive(),
            attribute.requiresReplace(),
            attribute.expression(),
            attribute.location());
  }

  private Value after(ValuePath path) {
    return path.in(OwnershipMark.strip(schema, change.planned()));
  }

  private boolean differs(AttributeChange attribute) {
    ValuePath path = attribute.path();
    Value after = attribute.after();
    String former = prior.fingerprints().get(path);
    boolean hidden = WriteOnly.in(schema, change.planned()).containsKey(path);
    if (hidden) {
      return !after.isKnown() || !fingerprint.apply(after).equals(former);
    }
    List<Attribute> chain = Definitions.of(schema).chain(schema.properties(), path);
    return chain.isEmpty()
        ? !after.equals(attribute.before())
        : Equivalences.compare(schema, chain.get(chain.size() - 1), attribute.before(), after)
            != Equality.EQUAL;
  }

  /** Nothing is called; that it was looked at is recorded. */
  private Change unchanged() {
    return change.toBuilder(prior.id(), Action.NO_OP)
        .attributes(List.of())
        .planned(prior.values().effective())
        .outputs(prior.values().outputs())
        .opaque(prior.opaque())
        .build();
  }

  /** As applied last; what is declared otherwise since then may be so already, and stays so. */
  private Value.MapValue redeclared() {
    Value.MapValue known = prior.values().effective();
    for (Map.Entry<String, Value> declared : change.declared().entries().entrySet()) {
      Value before = prior.values().declared().get(declared.getKey());
      Value planned = change.planned().get(declared.getKey());
      if (planned.isKnown() && !declared.getValue().equals(before)) {
        known = known.with(declared.getKey(), planned);
      }
    }
    return known;
  }

  /** The object as it is, with what changes; the name that was made for a new one is not used. */
  private Change updated(List<AttributeChange> left) {
    Value.MapValue planned = redeclared();
    for (AttributeChange attribute : left) {
      Value.MapValue patched = Patch.set(planned, attribute.path(), attribute.after());
      if (patched.equals(planned)) {
        ValuePath whole = ValuePath.of(attribute.path().head());
        patched = Patch.set(planned, whole, whole.in(change.planned()));
      }
      planned = patched;
    }
    for (Map.Entry<ValuePath, Value> hidden : WriteOnly.in(schema, change.planned()).entrySet()) {
      // Of what was applied only a fingerprint is kept; the value itself is at hand again.
      if (hidden.getValue().isKnown()) {
        planned = Patch.set(planned, hidden.getKey(), hidden.getValue());
      }
    }
    Value.MapValue outputs =
        OutputsAfter.update(
            schema, prior.values().outputs(), left.stream().map(AttributeChange::path).toList());
    return change.toBuilder(prior.id(), Action.UPDATE)
        .attributes(left)
        .planned(OwnershipMark.keep(schema, planned, prior.values().effective()))
        .outputs(outputs)
        .identity(prior.identity())
        .build();
  }
}
