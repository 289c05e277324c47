package dev.ashlar.plan.question;

import com.google.common.collect.ImmutableMap;
import java.util.Map;
import java.util.Optional;

/**
 * Recorded answers: the impure inputs of a plan, made pure.
 *
 * @param answers by question
 */
public record Observations(Map<Question, Answer> answers) {
  /** Nothing was asked yet. */
  public static final Observations NONE = new Observations(Map.of());

  /** Copies the map. */
  public Observations {
    answers = ImmutableMap.copyOf(answers);
  }

  /** The answer to a question. */
  public Optional<Answer> to(Question question) {
    return Optional.ofNullable(answers.get(question));
  }

  /** These answers and more. */
  public Observations and(Map<Question, Answer> more) {
    return new Observations(
        ImmutableMap.<Question, Answer>builder().putAll(answers).putAll(more).buildKeepingLast());
  }
}
