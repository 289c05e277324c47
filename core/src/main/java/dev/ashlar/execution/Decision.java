package dev.ashlar.execution;

import dev.ashlar.value.Address;
import java.util.List;
import java.util.Optional;

/**
 * A question that only a person can answer: did this operation take effect?
 *
 * @param operation the id of the change whose operation is in doubt
 * @param address the address of the object
 * @param question in words for a person
 * @param choices what can be answered
 * @since 0.1
 */
public record Decision(String operation, Address address, String question, List<Choice> choices) {
  /** Copies the list. */
  public Decision {
    choices = List.copyOf(choices);
  }

  /** What can be answered. Will grow: a switch needs a default. */
  public enum Choice {
    /** It took effect: this object is the one. */
    ADOPT,
    /** It did not: it is to be tried again. */
    RETRY,
    /** The record goes, whatever is in the cloud. */
    FORGET
  }

  /**
   * An answer.
   *
   * @param operation the id of the change
   * @param choice what is to be done
   * @param identity for {@link Choice#ADOPT}, the provider's identifier of the object
   */
  public record Answer(String operation, Choice choice, Optional<String> identity) {}
}
