package dev.ashlar.plan.object;

import dev.ashlar.plan.question.Question;
import dev.ashlar.value.ValuePath;
import java.util.Optional;

/** Asks whether an object that nobody recorded exists. */
final class Existing {
  private Existing() {}

  /**
   * The question; empty where what identifies the object, or its provider, is not known yet.
   *
   * @param identity the provider's identifier, where somebody named it
   */
  static Optional<Question> question(ObjectInputs in, Optional<String> identity) {
    boolean identified = identity.isPresent() || identityKnown(in);
    return in.whereabouts()
        .configuration()
        .filter(configuration -> identified)
        .map(
            configuration ->
                new Question.Existing(
                    in.address(),
                    in.schema().type(),
                    in.whereabouts().home(),
                    configuration,
                    identity,
                    in.declared()));
  }

  private static boolean identityKnown(ObjectInputs in) {
    if (in.schema().identity().isEmpty()) {
      return in.declared().isKnown();
    }
    for (ValuePath path : in.schema().identity()) {
      if (!path.in(in.declared()).isKnown()) {
        return false;
      }
    }
    return true;
  }
}
