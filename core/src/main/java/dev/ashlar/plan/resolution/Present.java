package dev.ashlar.plan.resolution;

import dev.ashlar.plan.question.Answer;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known by now, while a plan is applied. */
public interface Present {

  /** The current object at an address, as recorded by now. */
  Optional<StateObject> at(Address address);

  /** What was looked up while applying, by the lookup's name. */
  Map<String, List<Answer.Seen>> lookups();

  /**
   * Another number whenever something else is recorded of the objects of a {@code forEach}, so that
   * what was made of all of them can be kept; negative where nobody counts.
   *
   * @param name the declared name
   */
  default long version(String name) {
    return -1;
  }

  /** The environment's lineage. */
  String lineage();
}
