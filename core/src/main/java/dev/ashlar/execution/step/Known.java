package dev.ashlar.execution.step;

import dev.ashlar.plan.question.Answer;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is known by now, while a plan is applied. For the run's logical thread. */
public interface Known {

  /** The current object at an address, as recorded by now. */
  Optional<StateObject> at(Address address);

  /** What was looked up while applying, by the text of its address. */
  Map<String, List<Answer.Seen>> lookups();

  /** The environment's lineage. */
  String lineage();
}
