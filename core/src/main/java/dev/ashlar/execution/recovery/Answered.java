package dev.ashlar.execution.recovery;

import dev.ashlar.connector.call.Call;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.execution.step.Doubts;
import dev.ashlar.execution.step.Ending;
import dev.ashlar.execution.step.Failures;
import dev.ashlar.execution.step.Site;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject.Status;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Ends an operation as a person said.
 *
 * @param scene the operation
 * @param replaced what stands there again where nothing was made
 * @param owner whose the named object is, if it is another's
 */
record Answered(Scene scene, Replaced replaced, Optional<ObjectId> owner) {

  CompletableFuture<Ending> end(Decision.Answer answer) {
    return answer.choice() == Decision.Choice.ADOPT
        ? adopt(answer.identity().orElseThrow())
        : CompletableFuture.completedFuture(retry());
  }

  /** It did not take effect: the records are as before it, and the next plan does it again. */
  private Ending retry() {
    return scene.unfinished().operation() == Operation.CREATE
        ? Ending.without(replaced.restored(scene.object().id()))
        : Ending.without(
            new JournalEntry.Put(
                scene.object().status() == Status.TAINTED
                    ? scene.object()
                    : scene.object().withStatus(Status.READY)));
  }

  private CompletableFuture<Ending> adopt(String id) {
    if (owner.isPresent()) {
      return CompletableFuture.completedFuture(
          stays(
              List.of(
                  Site.problem(
                      scene.change(),
                      ExecutionProblems.TAKEN,
                      "\"" + id + "\" is the object of " + owner.get() + ". Say which it is."))));
    }
    return scene.read(id, scene.envelope()).thenApply(read -> adopted(id, read));
  }

  private Ending adopted(String id, Call<Optional<Observed>> read) {
    if (read.answer().isEmpty()) {
      return stays(Failures.of(scene.change(), read.failure().orElseThrow(), read.diagnostics()));
    }
    Optional<Observed> seen = read.answer().get();
    if (seen.isEmpty()) {
      return stays(
          List.of(
              Site.problem(
                  scene.change(),
                  ExecutionProblems.GONE,
                  "There is no " + scene.object().type() + " \"" + id + "\". Say which it is.")));
    }
    return Ending.done(
            scene.change().action(), new JournalEntry.Put(scene.seen(seen.get(), Status.READY)))
        .of(Optional.of(id));
  }

  /** The operation stays open: the answer was of no use. */
  private Ending stays(List<Diagnostic> why) {
    return Doubts.open(scene.change(), Operation.CREATE, why);
  }
}
