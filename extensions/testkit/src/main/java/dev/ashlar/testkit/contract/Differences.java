package dev.ashlar.testkit.contract;

import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.value.Address;
import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Optional;

/** What a plan does to one address. */
final class Differences {
  private Differences() {}

  /** The change that leads to the declared object; empty where it stays as it is. */
  static Optional<Change> of(Plan plan, Address address) {
    List<Change> all =
        plan.changes().stream().filter(change -> change.address().equals(address)).toList();
    return all.stream()
        .filter(change -> change.action() != dev.ashlar.plan.Action.DELETE)
        .findFirst()
        .or(() -> all.stream().findFirst());
  }

  /** The first property that changes, with its type; the type alone where none does. */
  static String first(Plan plan, Address address, String type) {
    return of(plan, address).stream()
        .flatMap(change -> change.attributes().stream())
        .map(AttributeChange::path)
        .map(ValuePath::toPointer)
        .map(path -> type + " " + path)
        .findFirst()
        .orElse(type);
  }
}
