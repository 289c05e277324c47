package dev.ashlar.plan.planner;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.ValuePath;
import java.util.List;

/** Says what a rollback does not bring back, and what it needs to. */
record Unrestored(AsApplied applied, List<Diagnostic> diagnostics) {

  /** An object stays as it is, or stays away. */
  void add(StateObject object, String why) {
    say(
        object,
        Diagnostic.of(
            PlanProblems.NOT_RESTORED,
            "\"" + object.id().address() + "\" is not as before afterwards: " + why + "."));
  }

  /** A value is needed of which only a fingerprint is kept; the root for one that is composed. */
  void secret(StateObject object, ValuePath path) {
    if (path.equals(ValuePath.ROOT)) {
      say(
          object,
          Diagnostic.of(
              PlanProblems.ROLLBACK_SECRET,
              "A secret of \""
                  + object.id().address()
                  + "\" is composed with what another object gave, which is made anew. Leave it out"
                  + " with --exclude '"
                  + object.id().address()
                  + "', and apply the blueprint that declares it."));
      return;
    }
    say(
        object,
        Diagnostic.of(
                PlanProblems.ROLLBACK_SECRET,
                path
                    + " of \""
                    + object.id().address()
                    + "\" had a value of which only a fingerprint is kept, and no parameter has it"
                    + " now. Supply it again with --param, or leave the object out with --exclude '"
                    + object.id().address()
                    + "'.")
            .in(path));
  }

  private void say(StateObject object, Diagnostic diagnostic) {
    diagnostics.add(
        diagnostic
            .on(object.id().address())
            .at(applied.place(object).start())
            .canvas(object.canvas().orElse(null)));
  }
}
