package dev.ashlar.plan.object;

import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.Risk;
import dev.ashlar.plan.question.PlanFacts;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.StateObject;
import java.util.Optional;

/** An object that is not wanted any more: deleted, or forgotten and left where it is. */
public final class Removing {
  private Removing() {}

  /**
   * What becomes of it.
   *
   * @param object the object, treated as its life cycle says
   * @param gone whether it was looked for and is not there
   * @param reason why it is not wanted
   */
  public static Change decide(PlanFacts facts, StateObject object, boolean gone, Reason reason) {
    if (gone) {
      return forgetting(object, Reason.of(Reason.Kind.MISSING));
    }
    boolean stays =
        object.lifecycle().onRemove() == Lifecycle.OnRemove.RETAIN
            || object.lifecycle().ownership() == Lifecycle.Ownership.OBSERVE
            || undeletable(facts, object);
    return stays
        ? forgetting(object, Reason.of(Reason.Kind.RETAINED))
        : deletion(facts, object, reason);
  }

  /** Whether deleting it is refused. */
  public static boolean refused(Change change) {
    return change.action() == Action.DELETE && change.lifecycle().preventDestroy();
  }

  /** The deletion of an object. */
  static Change deletion(PlanFacts facts, StateObject object, Reason reason) {
    Optional<ResourceSchema> schema = facts.catalog().schema(object.type());
    return Changes.recorded(object, Action.DELETE, reason)
        .risk(Risk.DESTROYS_DATA)
        .compensation(Compensations.ofDelete(schema, object))
        .build();
  }

  static Change forgetting(StateObject object, Reason reason) {
    return Changes.recorded(object, Action.FORGET, reason)
        .risk(Risk.SAFE)
        .compensation(Compensations.bookkeeping(Action.ADOPT))
        .build();
  }

  private static boolean undeletable(PlanFacts facts, StateObject object) {
    return facts
        .catalog()
        .schema(object.type())
        .filter(schema -> !schema.operations().contains(Operation.DELETE))
        .isPresent();
  }
}
