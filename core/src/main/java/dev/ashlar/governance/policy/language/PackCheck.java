package dev.ashlar.governance.policy.language;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.PolicyPack;
import java.util.ArrayList;
import java.util.List;

/** Compiles the policies of a pack without the types that they are about. */
public final class PackCheck {
  private PackCheck() {}

  /** Everything that is wrong with the expressions of a pack. */
  public static List<Diagnostic> of(PolicyPack pack) {
    PolicyLanguage language = new PolicyLanguage(System::nanoTime);
    List<Diagnostic> problems = new ArrayList<>();
    for (PolicyPack.Rule rule : pack.rules()) {
      if (language.compile(rule, PolicyScope.ofAny(pack, rule))
          instanceof PolicyLanguage.Unsound unsound) {
        problems.addAll(unsound.problems());
      }
    }
    return problems;
  }
}
