package dev.ashlar.expression.cel;

import dev.ashlar.expression.Bindings;
import dev.ashlar.expression.path.Reading;
import dev.ashlar.expression.path.Resolution;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One evaluation: fills the parameters of a program when it asks for them. */
final class Run {
  private final List<Slot> slots;
  private final Bindings bindings;
  private final Inward inward = new Inward();
  private final List<String> unset = new ArrayList<>();

  Run(List<Slot> slots, Bindings bindings) {
    this.slots = slots;
    this.bindings = bindings;
  }

  /** Values as CEL sees them in this evaluation. */
  Inward inward() {
    return inward;
  }

  /** The references that were read and are not set. */
  List<String> unset() {
    return unset;
  }

  /** The value of a parameter. */
  Optional<Object> find(String name) {
    int index = Slot.index(name);
    return index < 0 ? Optional.empty() : Optional.of(read(slots.get(index)));
  }

  private Object read(Slot slot) {
    if (slot.constant() != null) {
      return slot.constant();
    }
    Resolution.Resolved path = path(slot);
    Reading reading = Reading.of(path, bindings);
    if (reading instanceof Reading.Missing missing) {
      throw Fault.of(missing.problem());
    }
    if (!(reading instanceof Reading.Found found)) {
      return Optional.empty();
    }
    Object value = inward.of(found.value(), path.type(), slot.passedOn());
    if (Unknowns.is(value)) {
      return value;
    }
    if (found.value() instanceof Value.NullValue) {
      unset.add(path.path().toString());
    }
    return path.optional() ? Optional.of(value) : value;
  }

  private static Resolution.Resolved path(Slot slot) {
    Resolution.Resolved path = slot.path();
    if (path == null) {
      throw new IllegalStateException("a slot holds a constant or a path");
    }
    return path;
  }

  /** Whether any reference holds something secret, read or not. */
  boolean holdsSecret() {
    for (Slot slot : slots) {
      if (slot.path() != null
          && Reading.of(slot.path(), bindings) instanceof Reading.Found found
          && found.value().hasSecret()) {
        return true;
      }
    }
    return false;
  }
}
