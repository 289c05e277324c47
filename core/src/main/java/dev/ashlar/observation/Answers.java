package dev.ashlar.observation;

import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.question.Question;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Answers as they come in, from any thread. */
final class Answers {
  private final Map<Question, Answer> all = new ConcurrentHashMap<>();

  void put(Question question, Answer answer) {
    all.put(question, answer);
  }

  Map<Question, Answer> all() {
    return Map.copyOf(all);
  }
}
