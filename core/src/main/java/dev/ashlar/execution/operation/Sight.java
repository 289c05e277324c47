package dev.ashlar.execution.operation;

import dev.ashlar.connector.call.Answer;
import java.time.Duration;

/** What a look after a doubtful call saw. */
public sealed interface Sight {

  /**
   * It took effect.
   *
   * @param answer what the call would have answered
   */
  record Effect(Answer answer) implements Sight {}

  /**
   * It takes effect just now.
   *
   * @param answer what the call would have answered: in progress, with a token
   */
  record UnderWay(Answer answer) implements Sight {}

  /** It did not, and will not. */
  record NoEffect() implements Sight {}

  /**
   * Nothing is to be seen yet.
   *
   * @param delay when to look again
   */
  record NotYet(Duration delay) implements Sight {}

  /** It cannot be seen. */
  record Unclear() implements Sight {}
}
