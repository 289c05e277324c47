package dev.ashlar.plan;

/**
 * What undoes a change, or why nothing does. Part of the digest: it is approved with the change.
 *
 * @since 0.1
 */
public sealed interface Compensation {

  /**
   * What undoes it.
   *
   * @param action what is done
   * @param caveat what is not as before even then: another identity, a value that must be supplied
   *     again; may be empty
   */
  record Undo(Action action, String caveat) implements Compensation {}

  /**
   * Nothing undoes it.
   *
   * @param why in words for a person
   */
  record None(String why) implements Compensation {}
}
