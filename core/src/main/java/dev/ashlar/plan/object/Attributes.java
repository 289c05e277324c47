package dev.ashlar.plan.object;

import dev.ashlar.graph.term.Origin;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.diff.Deviation;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Stability;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Says what becomes of each property and output, and where it comes from. */
final class Attributes {
  private final ObjectInputs in;

  Attributes(ObjectInputs in) {
    this.in = in;
  }

  /** Of a new object: every property that is set. */
  List<AttributeChange> created(Value.MapValue planned) {
    List<AttributeChange> all = new ArrayList<>();
    for (Map.Entry<String, Value> entry : planned.entries().entrySet()) {
      ValuePath path = ValuePath.of(entry.getKey());
      all.add(change(path, Value.NULL, entry.getValue(), false, false));
    }
    return all;
  }

  /** Of an object that deviates; those in the set are why it is replaced. */
  List<AttributeChange> deviating(List<Deviation> deviations, Set<ValuePath> replacing) {
    List<AttributeChange> all = new ArrayList<>();
    for (Deviation each : deviations) {
      all.add(
          change(
              each.path(),
              each.before(),
              each.after(),
              each.sensitive(),
              replacing.contains(each.path())));
    }
    return all;
  }

  /** Outputs that were known and will not be. */
  List<AttributeChange> outputs(Value.MapValue before, Value.MapValue after) {
    List<AttributeChange> all = new ArrayList<>();
    for (Map.Entry<String, Value> entry : after.entries().entrySet()) {
      Value former = before.get(entry.getKey());
      if (!entry.getValue().isKnown() && former.isKnown() && !fickle(entry.getKey())) {
        boolean sensitive = former.hasSecret() || entry.getValue().hasSecret();
        all.add(
            new AttributeChange(
                ValuePath.of(entry.getKey()),
                former,
                entry.getValue(),
                sensitive,
                false,
                Optional.empty(),
                Optional.empty()));
      }
    }
    return all;
  }

  /** Whether an output may change at any time: that it does is no news. */
  private boolean fickle(String output) {
    Attribute attribute = in.schema().outputs().get(output);
    return attribute != null && attribute.stability() == Stability.VOLATILE;
  }

  private AttributeChange change(
      ValuePath path, Value before, Value after, boolean sensitive, boolean requiresReplace) {
    boolean declared = !(ValuePath.of(path.head()).in(in.declared()) instanceof Value.NullValue);
    Optional<Origin> origin =
        declared
            ? Optional.of(Origin.of(in.node().declaration().properties(), path))
            : Optional.empty();
    return new AttributeChange(
        path,
        before,
        after,
        sensitive || before.hasSecret() || after.hasSecret(),
        requiresReplace,
        origin.flatMap(Origin::expression),
        origin.map(Origin::location));
  }
}
