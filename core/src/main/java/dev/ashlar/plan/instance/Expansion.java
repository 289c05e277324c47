package dev.ashlar.plan.instance;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Reason;
import java.util.List;

/** Which objects a declaration stands for. */
public sealed interface Expansion {

  /**
   * These.
   *
   * @param all in the order of their keys; exactly one without {@code forEach}
   * @param keyed whether there is a {@code forEach}
   */
  record Instances(List<Instance> all, boolean keyed) implements Expansion {
    /** Copies the list. */
    public Instances {
      all = List.copyOf(all);
    }
  }

  /** None: {@code when} is false. */
  record Off() implements Expansion {}

  /**
   * Only applying will tell.
   *
   * @param reason what is not known
   */
  record Deferred(Reason reason) implements Expansion {}

  /**
   * Nobody can tell.
   *
   * @param diagnostics why
   */
  record Failed(List<Diagnostic> diagnostics) implements Expansion {
    /** Copies the list. */
    public Failed {
      diagnostics = List.copyOf(diagnostics);
    }
  }
}
