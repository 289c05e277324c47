package dev.ashlar.observation;

import dev.ashlar.connector.call.ConnectorCalls;
import dev.ashlar.connector.session.Sessions;
import dev.ashlar.observation.retry.Patience;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.question.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Answers the planner's questions by asking the clouds: many at once, within bounds, in batches
 * where connectors can. Blocks nothing; safe for every thread.
 */
public final class Observer {
  private final Sessions sessions;
  private final ConnectorCalls calls;
  private final Patience patience;
  private final int parallelism;
  private final Consumer<Repeated> repeated;

  /**
   * An observer.
   *
   * @param sessions connectors
   * @param calls calls them
   * @param patience waits for limits, and before a call that failed in passing is made again
   * @param parallelism how many calls are under way at once for one list of questions, at most
   */
  public Observer(Sessions sessions, ConnectorCalls calls, Patience patience, int parallelism) {
    this(sessions, calls, patience, parallelism, nobody -> {});
  }

  /**
   * The same.
   *
   * @param repeated hears of each look that is made again; must return promptly
   */
  public Observer(
      Sessions sessions,
      ConnectorCalls calls,
      Patience patience,
      int parallelism,
      Consumer<Repeated> repeated) {
    this.sessions = sessions;
    this.calls = calls;
    this.patience = patience;
    this.parallelism = parallelism;
    this.repeated = repeated;
  }

  /**
   * Answers all questions.
   *
   * @return completes on the engine's executor, with one answer for each question; a failure is an
   *     {@link Answer.Unanswered}
   */
  public CompletableFuture<Map<Question, Answer>> answer(List<Question> questions) {
    Desk desk =
        new Desk(sessions, calls, new Lanes(parallelism), patience, new Silence(), repeated);
    Answers answers = new Answers();
    Finding finding = new Finding(desk);
    List<Question.Refresh> refreshes = new ArrayList<>();
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (Question question : questions) {
      if (question instanceof Question.Refresh refresh) {
        refreshes.add(refresh);
      } else if (question instanceof Question.Search search) {
        all.add(finding.search(search).thenAccept(answer -> answers.put(search, answer)));
      } else if (question instanceof Question.Existing existing) {
        all.add(finding.existing(existing).thenAccept(answer -> answers.put(existing, answer)));
      } else if (question instanceof Question.Refine refine) {
        all.add(finding.refine(refine).thenAccept(answer -> answers.put(refine, answer)));
      }
    }
    all.addAll(new Refreshing(desk, answers).start(refreshes));
    return CompletableFuture.allOf(all.toArray(CompletableFuture<?>[]::new))
        .thenApplyAsync(nothing -> answers.all(), patience.delays().executor());
  }
}
