package dev.ashlar.aws.fake;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is to go wrong: for each action, one thing after the other. Safe for every thread. */
public final class Mischief {
  /** A thing that goes wrong. */
  sealed interface Mishap {
    /** The call itself is refused. */
    record Refused(int status, String code, String message) implements Mishap {}

    /** The call is carried out, and its answer is lost. */
    record LostAnswer() implements Mishap {}

    /** The handler fails. */
    record Failed(String code, String message, boolean leavesObject) implements Mishap {}

    /** A hook refuses. */
    record Hook(String name, String message) implements Mishap {}
  }

  private final Map<String, Deque<Mishap>> planned = new HashMap<>();

  /** The next call of an action is refused. */
  public Mischief refuse(String action, int status, String code, String message) {
    return add(action, new Mishap.Refused(status, code, message));
  }

  /** The next call of an action is carried out, and its answer is lost. */
  public Mischief loseAnswer(String action) {
    return add(action, new Mishap.LostAnswer());
  }

  /** The next request's handler fails, and has made nothing. */
  public Mischief fail(String action, String code, String message) {
    return add(action, new Mishap.Failed(code, message, false));
  }

  /** The next request's handler fails half way, and has made the object. */
  public Mischief failHalfWay(String action, String code, String message) {
    return add(action, new Mishap.Failed(code, message, true));
  }

  /** The next request is refused by a hook. */
  public Mischief hook(String action, String name, String message) {
    return add(action, new Mishap.Hook(name, message));
  }

  private synchronized Mischief add(String action, Mishap mishap) {
    planned.computeIfAbsent(action, is -> new ArrayDeque<>()).add(mishap);
    return this;
  }

  synchronized Optional<Mishap> next(String action) {
    Deque<Mishap> waiting = planned.get(action);
    return waiting == null ? Optional.empty() : Optional.ofNullable(waiting.poll());
  }
}
