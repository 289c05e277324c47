package dev.ashlar.plan.planner;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.term.Places;
import dev.ashlar.graph.term.TermEvaluation;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.diff.Confidential;
import dev.ashlar.plan.instance.Instance;
import dev.ashlar.plan.object.Decision;
import dev.ashlar.plan.object.ObjectDecision;
import dev.ashlar.plan.object.ObjectInputs;
import dev.ashlar.plan.object.Recorded;
import dev.ashlar.plan.object.Removing;
import dev.ashlar.plan.object.Wish;
import dev.ashlar.plan.view.ObjectView;
import dev.ashlar.schema.validation.Validator;
import dev.ashlar.state.StateObject.StoredLifecycle;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Plans one object of a resource. */
final class InstanceStep {
  private final Groundwork ground;
  private final Rulings rulings;

  InstanceStep(Groundwork ground, Rulings rulings) {
    this.ground = ground;
    this.rulings = rulings;
  }

  /** Adds what becomes of the object, and gives what expressions see of it. */
  Value step(
      Node.ResourceNode node,
      Instance instance,
      NodeBindings bindings,
      Upstream upstream,
      NodeResult.Parts parts) {
    NodeBindings own = bindings.each(instance.each());
    Optional<Recorded> recorded =
        Optional.ofNullable(ground.objects(node.declaration().name()).get(instance.address()));
    Lifecycles.Treated treated = Lifecycles.of(node, own, recorded);
    Problems.about(node, instance.address(), treated.diagnostics(), parts.diagnostics);
    Optional<Value.MapValue> declared = declared(node, instance, own, parts);
    if (declared.isEmpty()) {
      return Value.UnknownValue.ANY;
    }
    ObjectInputs inputs =
        new ObjectInputs(
            node,
            instance,
            declared.get(),
            treated.lifecycle(),
            ground.configurations().of(node.provider()),
            ground.reach().recorded(node.id()),
            recorded,
            wish(instance.address()),
            upstream.replaced() || rulings.replaces(instance.address()),
            incarnation(instance.address(), recorded),
            ground.request().graph().environment().id().name(),
            ground.request().state().lineage(),
            recorded.flatMap(r -> ground.refresh(r.original())),
            ground.request().observations(),
            ground.request().facts());
    return add(inputs, ObjectDecision.decide(inputs), parts);
  }

  private static Value add(ObjectInputs inputs, Decision decision, NodeResult.Parts parts) {
    if (decision instanceof Decision.Asking asking) {
      parts.atLeast(Standing.WAITING);
      parts.questions.addAll(asking.questions());
      return Value.UnknownValue.ANY;
    }
    Decision.Decided decided = (Decision.Decided) decision;
    parts.changes.addAll(decided.changes());
    parts.diagnostics.addAll(decided.diagnostics());
    if (decided.changes().isEmpty()) {
      parts.unchanged++;
    }
    boolean stays =
        decided.changes().isEmpty() || decided.changes().stream().noneMatch(InstanceStep::touches);
    if (stays && !seenAsRecorded(inputs, decided.view())) {
      parts.seen(inputs.address(), decided.view());
    }
    return decided.view();
  }

  private static boolean seenAsRecorded(ObjectInputs inputs, Value.MapValue view) {
    return inputs.recorded().isPresent()
        && ObjectView.isRecorded(view, inputs.recorded().get().original());
  }

  private static boolean touches(Change change) {
    return switch (change.action()) {
      case RECORD, MOVE, FORGET -> false;
      default -> true;
    };
  }

  private Optional<Value.MapValue> declared(
      Node.ResourceNode node, Instance instance, NodeBindings bindings, NodeResult.Parts parts) {
    Checked<Value> checked = TermEvaluation.evaluate(node.properties(), bindings);
    Problems.about(node, instance.address(), checked.diagnostics(), parts.diagnostics);
    if (!(checked.value().orElse(Value.NULL) instanceof Value.MapValue map)) {
      return Optional.empty();
    }
    if (!(node.properties() instanceof CompiledTerm.Constant)) {
      List<Diagnostic> problems = new ArrayList<>();
      for (Diagnostic problem : Validator.check(node.schema(), map)) {
        if (problem.isError()) {
          problems.add(
              problem.at(
                  Places.ofKey(
                      node.declaration().properties(), problem.path().orElse(ValuePath.ROOT))));
        }
      }
      Problems.about(node, instance.address(), problems, parts.diagnostics);
    }
    return Optional.of(Confidential.properties(node.schema(), map));
  }

  /** Adds the removal of an object that its declaration does not stand for any more. */
  void remove(
      Node.ResourceNode node,
      Recorded recorded,
      NodeBindings bindings,
      Reason reason,
      NodeResult.Parts parts) {
    Lifecycles.Treated treated = Lifecycles.of(node, bindings, Optional.of(recorded));
    StoredLifecycle lifecycle = treated.lifecycle();
    Change removal =
        Removing.decide(
            ground.request().facts(),
            recorded.original().withLifecycle(lifecycle),
            ground.gone(recorded.original()),
            reason);
    parts.changes.add(removal);
    if (Removing.refused(removal)) {
      Problems.about(
          node, removal.address(), List.of(Lifecycles.refusal(removal)), parts.diagnostics);
    }
  }

  private Wish wish(Address address) {
    PlanMode mode = ground.request().mode();
    boolean replace = contains(mode.replaced(), address);
    boolean providerChange = contains(mode.providerChanges(), address);
    String adopt = mode.adopted().get(address);
    return replace || providerChange || adopt != null
        ? new Wish(replace, providerChange, false, Optional.ofNullable(adopt))
        : Wish.NONE;
  }

  private static boolean contains(Set<Address> addresses, Address address) {
    return !addresses.isEmpty()
        && (addresses.contains(address) || addresses.contains(address.declaration()));
  }

  private int incarnation(Address address, Optional<Recorded> recorded) {
    int highest = ground.highestIncarnation(address);
    int own = recorded.map(r -> r.id().incarnation()).orElse(0);
    return Math.max(highest, own) + 1;
  }
}
