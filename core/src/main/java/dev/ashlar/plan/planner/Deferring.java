package dev.ashlar.plan.planner;

import dev.ashlar.graph.Node;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Compensation;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.Risk;
import dev.ashlar.plan.object.Recorded;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import java.util.Optional;

/** What can only be planned in the next round. */
final class Deferring {
  private Deferring() {}

  /** Of a declaration, or of one object of it. */
  static Change change(Groundwork ground, Node.ResourceNode node, Address address, Reason reason) {
    Recorded recorded = ground.objects(node.declaration().name()).get(address);
    ObjectId id = recorded == null ? new ObjectId(address, 1) : recorded.original().id();
    return Change.builder(id, node.schema().type(), Action.DEFERRED)
        .reason(reason)
        .location(Optional.of(node.declaration().place().start()))
        .canvas(node.declaration().canvas())
        .home(ground.configurations().of(node.provider()).home())
        .schema(new StateObject.SchemaStamp(node.schema().version(), node.schema().digest()))
        .dependencies(ground.reach().recorded(node.id()))
        .risk(Risk.SAFE)
        .compensation(new Compensation.Undo(Action.NO_OP, ""))
        .build();
  }

  /** Of an object that would be removed, and must stay for now. */
  static Change instead(Change removal, Reason reason) {
    return Change.builder(removal.object(), removal.type(), Action.DEFERRED)
        .reason(reason)
        .location(removal.location())
        .canvas(removal.canvas())
        .home(removal.home())
        .schema(removal.schema())
        .dependencies(removal.dependencies())
        .risk(Risk.SAFE)
        .compensation(new Compensation.Undo(Action.NO_OP, ""))
        .build();
  }
}
