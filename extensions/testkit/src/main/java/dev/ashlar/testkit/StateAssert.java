package dev.ashlar.testkit;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.state.Invariants;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;

/**
 * What is recorded. A failure shows all recorded objects.
 *
 * @since 0.1
 */
public final class StateAssert extends AbstractAssert<StateAssert, State> {

  StateAssert(State state) {
    super(state, StateAssert.class);
  }

  /** These addresses have a current object, and no others have. */
  public StateAssert hasExactly(String... addresses) {
    isNotNull();
    Set<String> all = new TreeSet<>();
    actual.current().keySet().forEach(address -> all.add(address.toString()));
    if (!all.equals(new TreeSet<>(List.of(addresses)))) {
      throw told("it has not exactly %s".formatted(List.of(addresses)));
    }
    return this;
  }

  /** These addresses have a current object. */
  public StateAssert has(String... addresses) {
    for (String address : addresses) {
      var unused = object(address);
    }
    return this;
  }

  /** These addresses have none. */
  public StateAssert hasNot(String... addresses) {
    isNotNull();
    for (String address : addresses) {
      if (Address.parse(address).flatMap(actual::at).isPresent()) {
        throw told("it has " + address);
      }
    }
    return this;
  }

  /** A property of the object was applied with this value. */
  public StateAssert hasProperty(String address, String pointer, Value value) {
    return hasValue(address, pointer, value, object(address).values().effective());
  }

  /** The cloud gave the object an output with this value. */
  public StateAssert hasOutputOf(String address, String pointer, Value value) {
    return hasValue(address, pointer, value, object(address).values().outputs());
  }

  private StateAssert hasValue(String address, String pointer, Value value, Value.MapValue values) {
    Value there = ValuePath.ofPointer(pointer).in(values);
    if (!there.equals(value)) {
      throw told("%s of %s is %s, and not %s".formatted(pointer, address, there, value));
    }
    return this;
  }

  /** An output of the blueprint has this value. */
  public StateAssert hasOutput(String name, Value value) {
    isNotNull();
    Value there = actual.outputs().get(name);
    if (!there.equals(value)) {
      throw told("the output %s is %s, and not %s".formatted(name, there, value));
    }
    return this;
  }

  /** The object stands so. */
  public StateAssert hasStatus(String address, StateObject.Status status) {
    StateObject.Status is = object(address).status();
    if (is != status) {
      throw told("%s is %s, and not %s".formatted(address, is, status));
    }
    return this;
  }

  /** Nothing is under way, nothing waits for its deletion, and every invariant holds. */
  public StateAssert isSound() {
    isNotNull();
    List<Diagnostic> broken = Invariants.check(actual);
    if (!broken.isEmpty()) {
      throw told("invariants are broken: " + broken);
    }
    if (actual.run().isPresent() || !actual.pending().isEmpty()) {
      throw told("a run was interrupted; pending: " + actual.pending().keySet());
    }
    if (!actual.deposed().isEmpty()) {
      throw told("replaced objects are still there: " + actual.deposed().keySet());
    }
    return this;
  }

  private StateObject object(String address) {
    isNotNull();
    return Address.parse(address)
        .flatMap(actual::at)
        .orElseThrow(() -> told("it does not have " + address));
  }

  private AssertionError told(String what) {
    String objects =
        actual.objects().stream()
            .map(
                object ->
                    "  %s: %s %s, %s"
                        .formatted(
                            object.id(),
                            object.type(),
                            object.identity().orElse("(not named yet)"),
                            object.status()))
            .collect(Collectors.joining("\n"));
    return failure(
        "of the state of %s, serial %d: %s; its objects are:\n%s",
        actual.environment(), actual.serial(), what, objects.isEmpty() ? "  none" : objects);
  }
}
