package dev.ashlar.laws.rig;

import dev.ashlar.schema.Stability;
import dev.ashlar.value.ValuePath;
import java.util.Set;

/** Which outputs a change leaves as they are. */
public final class Stays {
  /** A change of everything, as a new object is. */
  static final Set<ValuePath> EVERYTHING = Set.of(ValuePath.ROOT);

  private Stays() {}

  /** Whether an output of this stability stays as it is when these places change. */
  public static boolean stays(Stability stability, Set<ValuePath> changed) {
    if (changed.equals(EVERYTHING)) {
      return false;
    }
    if (stability instanceof Stability.ChangedBy by) {
      return by.inputs().stream()
          .noneMatch(input -> changed.stream().anyMatch(path -> path.head().equals(input.head())));
    }
    return stability == Stability.STABLE || changed.isEmpty();
  }
}
