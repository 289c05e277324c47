package dev.ashlar.plan;

import dev.ashlar.blueprint.Inputs;
import dev.ashlar.blueprint.Term;
import dev.ashlar.value.Value;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What applying a plan evaluates its remaining expressions with: a plan read from a file needs
 * nothing else.
 *
 * @param inputs parameters, flags and what {@code env} shows; secrets as references
 * @param scope what kind of thing each root name is, as a value
 * @param locals named values
 * @param providers configurations of providers that are used
 * @param lookups what was looked up while planning
 * @param imports other environments' outputs
 * @param outputs the blueprint's outputs
 * @param sensitiveOutputs those in which a secret may be
 * @param seen what expressions see of objects that the plan leaves alone, by address, where the
 *     state alone does not tell
 * @param instances the keys of each declaration with {@code forEach}
 * @param forEach the terms of {@code forEach} whose values are not all known, or secret
 * @since 0.1
 */
public record PlanContext(
    Inputs inputs,
    Value.MapValue scope,
    Map<String, Term> locals,
    Map<String, ProviderUse> providers,
    Map<String, Value> lookups,
    Map<String, Value.MapValue> imports,
    Map<String, Term> outputs,
    Set<String> sensitiveOutputs,
    Map<String, Value.MapValue> seen,
    Map<String, List<String>> instances,
    Map<String, Term> forEach) {

  /** Nothing to evaluate. */
  public static final PlanContext EMPTY =
      new PlanContext(
          new Inputs(Value.MapValue.EMPTY, Map.of(), Map.of(), Value.MapValue.EMPTY),
          Value.MapValue.EMPTY,
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Set.of(),
          Map.of(),
          Map.of(),
          Map.of());

  /** Copies the maps, sorted. */
  public PlanContext {
    locals = Collections.unmodifiableMap(new TreeMap<>(locals));
    providers = Collections.unmodifiableMap(new TreeMap<>(providers));
    lookups = Collections.unmodifiableMap(new TreeMap<>(lookups));
    imports = Collections.unmodifiableMap(new TreeMap<>(imports));
    outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
    sensitiveOutputs = Set.copyOf(sensitiveOutputs);
    seen = Collections.unmodifiableMap(new TreeMap<>(seen));
    instances = Collections.unmodifiableMap(new TreeMap<>(instances));
    forEach = Collections.unmodifiableMap(new TreeMap<>(forEach));
  }

  /**
   * A configuration of a provider.
   *
   * @param provider the provider's name
   * @param version the provider's version
   * @param configuration what is configured
   */
  public record ProviderUse(String provider, String version, Term.Fields configuration) {}
}
