package dev.ashlar.plan.instance;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.expression.Bindings;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.term.TermEvaluation;
import dev.ashlar.plan.Reason;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.List;

/** Finds which objects a declaration stands for: first whether any, then which. */
public final class Expanding {
  private Expanding() {}

  /** The objects, as far as they are known. */
  public static Expansion expand(Node.ResourceNode node, Bindings bindings) {
    if (node.when().isPresent()) {
      Condition when = Condition.of(node.when().get(), bindings);
      switch (when.state()) {
        case FALSE -> {
          return new Expansion.Off();
        }
        case UNKNOWN -> {
          return new Expansion.Deferred(Reason.of(Reason.Kind.WHEN_UNKNOWN));
        }
        case FAILED -> {
          return new Expansion.Failed(when.diagnostics());
        }
        case TRUE -> {}
      }
    }
    String name = node.declaration().name();
    if (node.forEach().isEmpty()) {
      return new Expansion.Instances(List.of(new Instance(Address.of(name), Value.NULL)), false);
    }
    CompiledTerm term = node.forEach().get();
    Checked<Value> keys = TermEvaluation.evaluate(term, bindings);
    return keys.value()
        .map(value -> new Keys(term, name).expand(value))
        .orElseGet(() -> new Expansion.Failed(keys.diagnostics()));
  }
}
