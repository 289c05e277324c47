package dev.ashlar.plan.question;

import dev.ashlar.schema.Catalog;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * What a plan must know that no document says. Equal questions get equal answers.
 *
 * @param catalog the resource types; also those that only the state still knows
 * @param refines whether a type's connector completes plans
 * @param providerVersion the version of a provider, by its name
 * @param fingerprint the keyed fingerprint of a known value, as it stands in the state
 */
public record PlanFacts(
    Catalog catalog,
    Predicate<String> refines,
    UnaryOperator<String> providerVersion,
    Function<Value, String> fingerprint) {
  /** Asks of each type once: it is asked for every object. */
  public PlanFacts {
    Map<String, Boolean> known = new ConcurrentHashMap<>();
    Predicate<String> asked = refines;
    refines = type -> known.computeIfAbsent(type, asked::test);
  }
}
