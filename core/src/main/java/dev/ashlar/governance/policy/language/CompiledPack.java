package dev.ashlar.governance.policy.language;

import dev.ashlar.governance.PolicyPack;
import dev.ashlar.governance.policy.language.PolicyLanguage.Compiled;
import dev.ashlar.schema.Catalog;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A pack whose policies are compiled when they are first asked, once for each type that they name,
 * and once for all types that they only have a pattern for. Safe for every thread.
 */
public final class CompiledPack {
  private final PolicyPack pack;
  private final PolicyLanguage language;
  private final Catalog catalog;
  private final Map<String, Compiled> programs = new ConcurrentHashMap<>();

  /** A pack in an engine's hands. */
  public CompiledPack(PolicyPack pack, PolicyLanguage language, Catalog catalog) {
    this.pack = pack;
    this.language = language;
    this.catalog = catalog;
  }

  /** The pack. */
  public PolicyPack pack() {
    return pack;
  }

  /** A policy of the whole graph. */
  public Compiled program(PolicyPack.Rule rule) {
    return programs.computeIfAbsent(
        rule.id(), id -> language.compile(rule, PolicyScope.ofAny(pack, rule)));
  }

  /** A policy, for resources of a type. */
  public Compiled program(PolicyPack.Rule rule, String type) {
    return rule.match().types().contains(type)
        ? programs.computeIfAbsent(rule.id() + " " + type, key -> typed(rule, type))
        : program(rule);
  }

  private Compiled typed(PolicyPack.Rule rule, String type) {
    return language.compile(
        rule,
        catalog.schema(type).isPresent()
            ? PolicyScope.of(pack, rule, type, catalog)
            : PolicyScope.ofAny(pack, rule));
  }
}
