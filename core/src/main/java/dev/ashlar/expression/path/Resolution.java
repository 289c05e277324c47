package dev.ashlar.expression.path;

import dev.ashlar.expression.Problem;
import dev.ashlar.expression.Typed;
import java.util.List;

/** What the types say of a path. */
public sealed interface Resolution {
  /**
   * A path that leads somewhere.
   *
   * @param path the path
   * @param containers the type before each step
   * @param type the type at its end, without {@code Maybe}
   * @param optional whether what it leads to may not be there
   */
  record Resolved(Path path, List<Typed> containers, Typed type, boolean optional)
      implements Resolution {
    /** Copies the list. */
    public Resolved {
      containers = List.copyOf(containers);
    }
  }

  /**
   * A path that leads nowhere.
   *
   * @param problem why
   */
  record Unresolved(Problem problem) implements Resolution {}
}
