package dev.ashlar.observation;

import dev.ashlar.diagnostic.Code;
import java.util.List;

/** The kinds of problems with looking at the outside. */
public final class ObservationProblems {
  /** The cloud could not be asked, or did not answer. */
  public static final Code CANNOT_LOOK =
      Code.error(
          "observation.cannot-look",
          "An object cannot be looked at",
          "A plan starts from how things are. The cloud refused to show an object, or could not"
              + " just now. Mend what the detail names, or plan from the state alone without a"
              + " refresh.");

  /** An operation on the object has not ended. */
  public static final Code UNKNOWN_IDENTITY =
      Code.error(
          "observation.unknown-identity",
          "The identifier of a recorded object is not known",
          "An operation that was to make the object was cut off before the cloud named it, so"
              + " nobody can look at it. Recover first: it is found, made again or forgotten.");

  /** The configuration is not known yet. */
  public static final Code UNKNOWN_CONFIGURATION =
      Code.error(
          "observation.unknown-configuration",
          "A provider's configuration is not known yet",
          "The provider's configuration depends on something that is only known after apply, and"
              + " an object of it must be looked at now. Apply what the configuration depends on"
              + " first, or plan without a refresh.");

  /** The type cannot be searched. */
  public static final Code CANNOT_SEARCH =
      Code.error(
          "observation.cannot-search",
          "Objects of this type cannot be searched",
          "The connector of the type has no search. Name the object by its identifier instead.");

  /** Several objects fit. */
  public static final Code AMBIGUOUS =
      Code.error(
          "observation.ambiguous",
          "Several objects fit",
          "One object is to be taken over or looked at, and several match what is declared. Say"
              + " more of it, or name it by its identifier.");

  private ObservationProblems() {}

  /** All of them. */
  public static List<Code> all() {
    return List.of(CANNOT_LOOK, UNKNOWN_IDENTITY, UNKNOWN_CONFIGURATION, CANNOT_SEARCH, AMBIGUOUS);
  }
}
