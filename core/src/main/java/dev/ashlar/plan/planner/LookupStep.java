package dev.ashlar.plan.planner;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.term.TermEvaluation;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Compensation;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.Risk;
import dev.ashlar.plan.object.Whereabouts;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.question.Question;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Optional;

/** Plans a lookup: looked up now, or read while applying, or in the next round. */
final class LookupStep {
  private final Groundwork ground;
  private final Lookups lookups;

  LookupStep(Groundwork ground) {
    this.ground = ground;
    this.lookups = new Lookups(ground.configurations(), ground.request());
  }

  NodeResult step(Node.LookupNode node, NodeBindings bindings, Upstream upstream) {
    if (upstream.standing() == Standing.DEFERRED) {
      return deferred(node, upstream);
    }
    Checked<Value> checked = TermEvaluation.evaluate(node.where(), bindings);
    if (checked.value().isEmpty()) {
      return NodeResult.failed(checked.diagnostics());
    }
    Value where = checked.value().get();
    Optional<Question> question = lookups.question(node, where);
    if (question.isEmpty()) {
      return reading(node, where);
    }
    Optional<Answer> answer = ground.request().observations().to(question.get());
    if (answer.isEmpty()) {
      return NodeResult.asking(List.of(question.get()));
    }
    NodeResult.Parts parts = new NodeResult.Parts();
    parts.diagnostics.addAll(lookups.problems(node, answer.get()));
    return parts.result(lookups.value(node, answer.get()));
  }

  private NodeResult deferred(Node.LookupNode node, Upstream upstream) {
    NodeResult.Parts parts = new NodeResult.Parts();
    parts.standing = Standing.DEFERRED;
    Reason waits = new Reason(Reason.Kind.WAITS, List.of(), upstream.deferred());
    parts.changes.add(change(node, Action.DEFERRED, waits).build());
    return parts.result(Value.UnknownValue.ANY);
  }

  private NodeResult reading(Node.LookupNode node, Value where) {
    NodeResult.Parts parts = new NodeResult.Parts();
    Value.MapValue map = where instanceof Value.MapValue known ? known : Value.MapValue.EMPTY;
    Change.Builder read = change(node, Action.READ, Reason.of(Reason.Kind.LOOKUP));
    parts.changes.add(read.declared(map).planned(map).template(node.declaration().where()).build());
    return parts.result(Value.UnknownValue.ANY);
  }

  private Change.Builder change(Node.LookupNode node, Action action, Reason reason) {
    Whereabouts whereabouts = ground.configurations().of(node.provider());
    return Change.builder(
            new ObjectId(Address.of(node.declaration().name()), 1), node.schema().type(), action)
        .reason(reason)
        .location(Optional.of(node.declaration().place().start()))
        .canvas(node.declaration().canvas())
        .home(whereabouts.home())
        .schema(new StateObject.SchemaStamp(node.schema().version(), node.schema().digest()))
        .dependencies(ground.reach().recorded(node.id()))
        .risk(Risk.SAFE)
        .compensation(new Compensation.Undo(Action.NO_OP, ""));
  }
}
