package dev.ashlar.plan.object;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.Risk;
import dev.ashlar.plan.diff.OutputsAfter;
import dev.ashlar.plan.question.Question;
import dev.ashlar.plan.view.ObjectView;
import dev.ashlar.state.ObjectId;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Optional;

/** A new object: there is none, or it is not there any more. */
final class Creating {
  private Creating() {}

  static Decision decide(ObjectInputs in, Reason reason) {
    Proposal proposal =
        Proposal.created(in.schema(), in.declared(), in.environment(), in.address());
    Refining refining = new Refining(in);
    Optional<Question> open = refining.open(proposal, Optional.empty());
    if (open.isPresent()) {
      return Decision.Asking.of(open.get());
    }
    Refining.Refined refined = refining.refine(proposal, Optional.empty());
    Value.MapValue planned = refined.proposal().planned();
    Value.MapValue outputs = OutputsAfter.creation(in.schema());
    Change change =
        Changes.declared(in, new ObjectId(in.address(), in.incarnation()), Action.CREATE, reason)
            .planned(planned)
            .outputs(outputs)
            .opaque(refined.opaque())
            .attributes(new Attributes(in).created(planned))
            .risk(Risk.SAFE)
            .compensation(Compensations.ofCreate(in.schema(), in.lifecycle()))
            .build();
    return new Decision.Decided(
        List.of(change),
        ObjectView.created(in.schema(), Named.unbound(in.schema(), planned), outputs),
        refined.diagnostics());
  }
}
