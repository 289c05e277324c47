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

  /** The environment's lineage. */
  String lineage();
}
