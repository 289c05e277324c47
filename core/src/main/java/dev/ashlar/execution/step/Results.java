package dev.ashlar.execution.step;

import dev.ashlar.connector.call.Answer;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import java.util.List;

/** Records what a connector gave, and holds it against the plan. */
final class Results {
  private Results() {}

  /** The object as made or changed; a failure where an output is not what was promised. */
  static Ending recorded(Work work, Portrait portrait, Answer answer) {
    Value.MapValue outputs = Promises.marked(work.change().outputs(), answer.outputs());
    Bytes opaque = answer.opaque().size() > 0 ? answer.opaque() : work.opaque();
    JournalEntry.Effect put =
        new JournalEntry.Put(
            portrait.applied(StateObject.Status.READY, answer.id(), outputs, opaque));
    List<String> broken = Promises.broken(work.schema(), work.planned().outputs(), outputs);
    return broken.isEmpty()
        ? Ending.done(work.change().action(), put)
        : Ending.failed(work.change().action(), List.of(complaint(work, broken)), put);
  }

  private static Diagnostic complaint(Work work, List<String> broken) {
    String names = String.join(", ", broken);
    return work.problem(
        ExecutionProblems.PROMISE_BROKEN,
        work.on().described()
            + " gave \""
            + work.change().address()
            + "\" another "
            + names
            + " than its schema let the plan promise. What depends on it is not begun.");
  }
}
