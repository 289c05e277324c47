package dev.ashlar.governance.policy.judging;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.governance.policy.PolicyProblems;
import dev.ashlar.governance.policy.language.CompiledPack;
import dev.ashlar.governance.policy.language.PolicyLanguage;
import dev.ashlar.schema.Catalog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;

/** Holds packs against the types that there are. */
public final class TypeCheck {
  private TypeCheck() {}

  /**
   * Types that a pack names and that do not exist. Of a cloud without a provider here nothing is
   * said: a pack may be about more clouds than an engine serves.
   *
   * @param types all types
   * @param owned whether a provider owns the name
   */
  public static List<Diagnostic> names(
      PolicyPack pack, SortedSet<String> types, Predicate<String> owned) {
    List<Diagnostic> problems = new ArrayList<>();
    for (PolicyPack.Rule rule : pack.rules()) {
      for (String type : rule.match().types()) {
        if (type.indexOf('*') < 0
            && type.indexOf('?') < 0
            && !types.contains(type)
            && owned.test(type)) {
          problems.add(
              Diagnostic.of(
                      PolicyProblems.UNKNOWN_TYPE,
                      "The policy \""
                          + rule.id()
                          + "\" is about \""
                          + type
                          + "\", which does not exist."
                          + Suggestion.sentence(type, types))
                  .at(rule.location()));
        }
      }
    }
    return problems;
  }

  /** What is wrong with the expressions of a pack, held against the types that it names. */
  public static List<Diagnostic> programs(CompiledPack pack, Catalog catalog) {
    Set<Diagnostic> problems = new LinkedHashSet<>();
    for (PolicyPack.Rule rule : pack.pack().rules()) {
      List<String> named =
          rule.match().types().stream().filter(type -> catalog.schema(type).isPresent()).toList();
      for (String type : named) {
        collect(pack.program(rule, type), problems);
      }
      if (named.isEmpty()) {
        collect(pack.program(rule), problems);
      }
    }
    return List.copyOf(problems);
  }

  private static void collect(PolicyLanguage.Compiled compiled, Set<Diagnostic> problems) {
    if (compiled instanceof PolicyLanguage.Unsound unsound) {
      problems.addAll(unsound.problems());
    }
  }
}
