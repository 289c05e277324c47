package dev.ashlar;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.execution.step.Known;
import dev.ashlar.execution.step.Remainder;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.question.Answer;
import dev.ashlar.plan.resolution.Present;
import dev.ashlar.plan.resolution.Resolution;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The resolution of a plan, as execution asks for it. */
record PlanRemainder(Resolution resolution) implements Remainder {
  @Override
  public Checked<Change> change(Change change, Known known) {
    return resolution.change(change, new KnownPresent(known));
  }

  @Override
  public Checked<Value.MapValue> configuration(StateObject.Home home, Known known) {
    return resolution.configuration(home, new KnownPresent(known));
  }

  @Override
  public Checked<Value.MapValue> outputs(Known known) {
    return resolution.outputs(new KnownPresent(known));
  }

  private record KnownPresent(Known known) implements Present {
    @Override
    public Optional<StateObject> at(Address address) {
      return known.at(address);
    }

    @Override
    public Map<String, List<Answer.Seen>> lookups() {
      Map<String, List<Answer.Seen>> byName = new TreeMap<>();
      known.lookups().forEach((address, seen) -> byName.put(address.toString(), seen));
      return byName;
    }

    @Override
    public String lineage() {
      return known.lineage();
    }
  }
}
