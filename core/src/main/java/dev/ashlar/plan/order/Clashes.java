package dev.ashlar.plan.order;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Refuses a replacement made first whose fixed inputs give it the identity of the old object. */
public final class Clashes {
  private Clashes() {}

  /** The problems of all changes of a plan. */
  public static List<Diagnostic> in(
      List<Change> changes, Function<String, Optional<ResourceSchema>> schemas) {
    Map<String, Change> removals = new HashMap<>();
    List<Diagnostic> problems = new ArrayList<>();
    for (Change change : changes) {
      if (change.action() == Action.DELETE) {
        removals.put(change.object().toString(), change);
      }
    }
    for (Change change : changes) {
      if (Spreading.createsFirst(change)) {
        change
            .prior()
            .map(prior -> removals.get(prior.toString()))
            .filter(old -> old.type().equals(change.type()) && old.home().equals(change.home()))
            .flatMap(
                old ->
                    schemas
                        .apply(change.type())
                        .filter(schema -> same(schema, change.planned(), old.planned())))
            .ifPresent(schema -> problems.add(clash(change, schema)));
      }
    }
    return problems;
  }

  private static boolean same(
      ResourceSchema schema, Value.MapValue planned, Value.MapValue former) {
    for (ValuePath path : schema.identity()) {
      Value now = path.in(planned);
      boolean open = !now.isKnown() || now instanceof Value.NullValue;
      if (open || !now.equals(path.in(former))) {
        return false;
      }
    }
    return !schema.identity().isEmpty();
  }

  private static Diagnostic clash(Change change, ResourceSchema schema) {
    return Diagnostic.of(
            PlanProblems.CLASH,
            "\""
                + change.address()
                + "\" is replaced by making the new object first, and both would have the same "
                + String.join(", ", schema.identity().stream().map(ValuePath::toString).toList())
                + ".")
        .on(change.address())
        .in(schema.identity().get(0))
        .at(change.location().orElse(null))
        .canvas(change.canvas().orElse(null));
  }
}
