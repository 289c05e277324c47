package dev.ashlar.testkit.contract;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.ProviderSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** Everything that was asked of connectors, and what they answered. Safe for every thread. */
final class Tape {
  private final List<Take> takes = new CopyOnWriteArrayList<>();
  private volatile String losing = "";

  /**
   * One call.
   *
   * @param session whose connector it is
   * @param connector the connector
   * @param method what was called
   * @param request what it was asked
   * @param answer what it answered
   */
  record Take(
      ProviderSession session,
      Connector<?, ?> connector,
      String method,
      Object request,
      CompletableFuture<?> answer) {

    String type() {
      return connector.type().schema().type();
    }

    /** What it answered, if it did and did not fail. */
    Optional<Object> answered() {
      return answer.isDone() && !answer.isCompletedExceptionally()
          ? Optional.ofNullable(answer.getNow(null))
          : Optional.empty();
    }
  }

  /** The answer to the next create of a type never arrives, though it takes effect. */
  void loseOneAnswerOf(String type) {
    losing = type;
  }

  /** Notes a call; what the engine hears of it is another matter. */
  CompletionStage<?> add(Take take) {
    takes.add(take);
    if (take.method().equals("create") && losing.equals(take.type())) {
      losing = "";
      return take.answer()
          .handle(
              (answer, failure) -> {
                throw Failure.inDoubt("the connection broke").toException();
              });
    }
    return take.answer();
  }

  /** The calls of a method of a type's connectors, in order. */
  List<Take> takes(String type, String method) {
    return takes(take -> take.method().equals(method) && take.type().equals(type));
  }

  List<Take> takes(Predicate<Take> which) {
    List<Take> all = new ArrayList<>();
    takes.forEach(
        take -> {
          if (which.test(take)) {
            all.add(take);
          }
        });
    return all;
  }
}
