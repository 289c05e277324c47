package dev.ashlar.plan.planner;

import dev.ashlar.blueprint.Term;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.term.TermEvaluation;
import dev.ashlar.plan.rollback.Rewriting.Supplied;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds values again of which only fingerprints are recorded: among the parameters, or where the
 * blueprint declares them today. Nothing else than the very same value is found.
 */
final class Recollection {
  private final Groundwork ground;
  private final AsApplied applied;
  private final Map<String, Supplied> parameters = new HashMap<>();

  Recollection(Groundwork ground, AsApplied applied) {
    this.ground = ground;
    this.applied = applied;
    ground
        .request()
        .graph()
        .inputs()
        .parameters()
        .entries()
        .forEach(
            (name, value) -> {
              if (value.isKnown() && !(value instanceof Value.NullValue)) {
                parameters.putIfAbsent(
                    fingerprint(value), new Supplied(secret(value), "params." + name));
              }
            });
  }

  private String fingerprint(Value value) {
    return ground.request().facts().fingerprint().apply(value);
  }

  private static Value secret(Value value) {
    return value instanceof Value.SecretValue ? value : Value.secret(value);
  }

  /** What was found again of an object's values, by place. */
  Map<ValuePath, Supplied> of(StateObject former) {
    Map<ValuePath, Supplied> found = new TreeMap<>();
    for (Map.Entry<ValuePath, String> entry : former.fingerprints().entrySet()) {
      Supplied parameter = parameters.get(entry.getValue());
      if (parameter != null) {
        found.put(entry.getKey(), parameter);
      } else {
        declared(former, entry.getKey(), entry.getValue())
            .ifPresent(supplied -> found.put(entry.getKey(), supplied));
      }
    }
    return found;
  }

  private Optional<Supplied> declared(StateObject former, ValuePath path, String fingerprint) {
    Optional<Node.ResourceNode> node =
        applied.declared(former).filter(there -> there.declaration().type().equals(former.type()));
    if (node.isEmpty() || former.id().address().key().isPresent()) {
      return Optional.empty();
    }
    Value now =
        path.in(
            TermEvaluation.evaluate(node.get().properties(), ground.fromState())
                .value()
                .orElse(Value.NULL));
    boolean same =
        now.isKnown() && !(now instanceof Value.NullValue) && fingerprint(now).equals(fingerprint);
    Term term = same ? at(node.get().declaration().properties(), path) : null;
    return term instanceof Term.Computed computed
        ? Optional.of(new Supplied(secret(now), computed.expression()))
        : same ? Optional.of(new Supplied(secret(now), "")) : Optional.empty();
  }

  private static @Nullable Term at(Term term, ValuePath path) {
    Term at = term;
    for (ValuePath.Step step : path.steps()) {
      if (at instanceof Term.Fields fields && step instanceof ValuePath.Key key) {
        at = fields.fields().get(key.name());
      } else {
        return null;
      }
    }
    return at;
  }
}
