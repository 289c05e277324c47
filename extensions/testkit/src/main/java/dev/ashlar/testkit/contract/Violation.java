package dev.ashlar.testkit.contract;

import dev.ashlar.testkit.ConnectorRule;
import java.util.Locale;
import org.opentest4j.AssertionFailedError;

/** That a connector does not keep a promise: what, where, what follows from it, how to mend it. */
final class Violation extends AssertionFailedError {
  private static final long serialVersionUID = 1L;

  /**
   * A promise that is not kept.
   *
   * @param where the type, and the attribute if it is one's
   * @param what what was seen
   */
  Violation(ConnectorRule rule, String where, String what) {
    super(
        where
            + ": "
            + what.stripTrailing()
            + "\n  the rule:    "
            + rule.promise()
            + " ("
            + rule.name().toLowerCase(Locale.ROOT).replace('_', '-')
            + ")"
            + "\n  without it:  "
            + rule.consequence()
            + "\n  to mend it:  "
            + rule.remedy());
  }
}
