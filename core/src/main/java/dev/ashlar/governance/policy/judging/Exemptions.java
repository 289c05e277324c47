package dev.ashlar.governance.policy.judging;

import dev.ashlar.blueprint.Environment.Exemption;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.policy.PolicyProblems;
import dev.ashlar.governance.policy.document.Globs;
import dev.ashlar.value.Address;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is exempt at one moment. */
final class Exemptions {
  private final List<Exemption> all;
  private final Instant now;

  Exemptions(List<Exemption> all, Instant now) {
    this.all = all;
    this.now = now;
  }

  /**
   * What exempts a resource from a policy, or the whole.
   *
   * @param policy the name of the policy, its pack included
   * @param resource which resource; none for the whole graph
   */
  Optional<Exemption> of(String policy, Optional<Address> resource) {
    for (Exemption each : all) {
      if (now.isBefore(each.expires())
          && Globs.matches(each.policy(), policy)
          && isFor(each, resource)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  private static boolean isFor(Exemption exemption, Optional<Address> resource) {
    if (exemption.resources().isEmpty()) {
      return true;
    }
    if (resource.isEmpty()) {
      return false;
    }
    String address = resource.get().toString();
    String declaration = resource.get().declaration().toString();
    return exemption.resources().stream()
        .anyMatch(
            pattern -> Globs.matches(pattern, address) || Globs.matches(pattern, declaration));
  }

  /** What is to be said of exemptions that are over, or that nothing needed. */
  List<Diagnostic> problems(Set<Exemption> used) {
    Set<Exemption> needed = new HashSet<>(used);
    List<Diagnostic> problems = new ArrayList<>();
    for (Exemption each : all) {
      if (!now.isBefore(each.expires())) {
        problems.add(
            Diagnostic.of(
                    PolicyProblems.EXEMPTION_EXPIRED,
                    "The exemption from \""
                        + each.policy()
                        + "\" ended at "
                        + each.expires()
                        + ". "
                        + each.owner()
                        + " answers for it.")
                .at(each.location().orElse(null)));
      } else if (!needed.contains(each)) {
        problems.add(
            Diagnostic.of(
                    PolicyProblems.EXEMPTION_UNUSED,
                    "Nothing violates \"" + each.policy() + "\" where the exemption would count.")
                .at(each.location().orElse(null)));
      }
    }
    return problems;
  }
}
