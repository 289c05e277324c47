package dev.ashlar.connector.discovery;

import dev.ashlar.connector.problem.ConnectorProblems;
import dev.ashlar.diagnostic.Diagnostic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may have a name and a namespace: of two that claim the same, neither.
 *
 * @param sound the providers that nobody contests
 * @param conflicts the others, two by two
 */
record Claims(List<Candidate> sound, List<Conflict> conflicts) {

  /**
   * Two providers that cannot live together.
   *
   * @param first the one
   * @param second the other
   * @param problem what is wrong
   */
  record Conflict(Candidate first, Candidate second, Diagnostic problem) {
    boolean concerns(String type) {
      return owns(first, type) || owns(second, type);
    }
  }

  static Claims of(List<Candidate> all) {
    List<Conflict> conflicts = new ArrayList<>();
    Set<Candidate> refused = new LinkedHashSet<>();
    for (int i = 0; i < all.size(); i++) {
      for (int j = i + 1; j < all.size(); j++) {
        Candidate first = all.get(i);
        Candidate second = all.get(j);
        between(first, second)
            .ifPresent(
                problem -> {
                  conflicts.add(new Conflict(first, second, problem));
                  refused.add(first);
                  refused.add(second);
                });
      }
    }
    List<Candidate> sound = new ArrayList<>(all);
    sound.removeAll(refused);
    return new Claims(List.copyOf(sound), List.copyOf(conflicts));
  }

  static boolean owns(Candidate candidate, String type) {
    return candidate.descriptor().namespaces().stream().anyMatch(type::startsWith);
  }

  private static Optional<Diagnostic> between(Candidate first, Candidate second) {
    String both = first.origin() + " and " + second.origin();
    if (first.name().equals(second.name())) {
      return Optional.of(
          Diagnostic.of(
              ConnectorProblems.DUPLICATE_PROVIDER,
              "The name \"" + first.name() + "\" is claimed by " + both + ". Remove one of them."));
    }
    if (first.overlaps(second)) {
      return Optional.of(
          Diagnostic.of(
              ConnectorProblems.OVERLAPPING_NAMESPACES,
              "Types whose names start with "
                  + namespaces(first)
                  + " and "
                  + namespaces(second)
                  + " are claimed by "
                  + both
                  + ". Remove one of them."));
    }
    return Optional.empty();
  }

  private static String namespaces(Candidate candidate) {
    return String.join(", ", candidate.descriptor().namespaces());
  }
}
