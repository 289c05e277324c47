package dev.ashlar.plan.object;

import dev.ashlar.blueprint.Term;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import java.util.Optional;

/** Begins the description of a change with what all changes of a kind of object have. */
final class Changes {
  private Changes() {}

  /** Of a declared object. */
  static Change.Builder declared(ObjectInputs in, ObjectId object, Action action, Reason reason) {
    Change.Builder change =
        Change.builder(object, in.schema().type(), action)
            .reason(reason)
            .location(Optional.of(in.node().declaration().place().start()))
            .canvas(in.node().declaration().canvas())
            .home(in.whereabouts().home())
            .schema(in.stamp())
            .declared(in.declared())
            .each(in.instance().each())
            .lifecycle(in.lifecycle())
            .dependencies(in.dependencies());
    Term.Fields properties = in.node().declaration().properties();
    boolean evaluated = !in.wish().asApplied() || !properties.fields().isEmpty();
    if (evaluated && Template.needed(in.declared())) {
      change.template(Template.of(in.schema(), properties));
    }
    return change;
  }

  /** Of an object as it is recorded. */
  static Change.Builder recorded(StateObject object, Action action, Reason reason) {
    return Change.builder(object.id(), object.type(), action)
        .reason(reason)
        .canvas(object.canvas())
        .prior(object.id())
        .identity(object.identity())
        .home(object.home())
        .schema(object.schema())
        .declared(object.values().declared())
        .planned(object.values().effective())
        .outputs(object.values().outputs())
        .lifecycle(object.lifecycle())
        .dependencies(object.dependencies())
        .opaque(object.opaque());
  }
}
