package dev.ashlar.schema;

import dev.ashlar.value.ValuePath;
import java.util.List;

/**
 * What an update does to an output: this decides what stays known while planning it.
 *
 * @since 0.1
 */
public sealed interface Stability {
  /** Set at creation and the same for life, like an ARN. */
  Stability STABLE = Always.STABLE;

  /** Anything may change it at any time, like a counter: unknown after every update. */
  Stability VOLATILE = Always.VOLATILE;

  /** Changes only when one of these inputs changes. */
  static Stability changedBy(List<ValuePath> inputs) {
    return new ChangedBy(inputs);
  }

  /** The stabilities that need nothing more. */
  enum Always implements Stability {
    /** See {@link Stability#STABLE}. */
    STABLE,
    /** See {@link Stability#VOLATILE}. */
    VOLATILE
  }

  /**
   * See {@link #changedBy}.
   *
   * @param inputs paths of inputs; a change at or below one of them may change the output
   */
  record ChangedBy(List<ValuePath> inputs) implements Stability {
    /** Copies the list. */
    public ChangedBy {
      inputs = List.copyOf(inputs);
    }
  }
}
