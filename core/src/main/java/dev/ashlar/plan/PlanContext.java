package dev.ashlar.plan;

import dev.ashlar.blueprint.Inputs;
import dev.ashlar.blueprint.Term;
import dev.ashlar.value.Value;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What applying a plan evaluates its remaining expressions with: a plan read from a file needs
 * nothing else.
 *
 * @param inputs parameters, flags and what {@code env} shows; secrets as references
 * @param roots the static description of each root name: what kind of thing it is
 * @param locals named values
 * @param providers configurations of providers that are used
 * @param lookups what was looked up while planning
 * @param imports other environments' outputs
 * @param outputs the blueprint's outputs
 * @param sensitiveOutputs those in which a secret may be
 * @since 0.1
 */
public record PlanContext(
    Inputs inputs,
    Map<String, Root> roots,
    Map<String, Term> locals,
    Map<String, ProviderUse> providers,
    Map<String, Value> lookups,
    Map<String, Value.MapValue> imports,
    Map<String, Term> outputs,
    Set<String> sensitiveOutputs) {

  /** Nothing to evaluate. */
  public static final PlanContext EMPTY =
      new PlanContext(
          new Inputs(Value.MapValue.EMPTY, Map.of(), Map.of(), Value.MapValue.EMPTY),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          Set.of());

  /** Copies the maps, sorted. */
  public PlanContext {
    roots = Collections.unmodifiableMap(new TreeMap<>(roots));
    locals = Collections.unmodifiableMap(new TreeMap<>(locals));
    providers = Collections.unmodifiableMap(new TreeMap<>(providers));
    lookups = Collections.unmodifiableMap(new TreeMap<>(lookups));
    imports = Collections.unmodifiableMap(new TreeMap<>(imports));
    outputs = Collections.unmodifiableMap(new TreeMap<>(outputs));
    sensitiveOutputs = Set.copyOf(sensitiveOutputs);
  }

  /**
   * What a root name stands for.
   *
   * @param kind resource, lookup or import
   * @param type the resource type; empty for an import
   * @param shape how many there can be
   */
  public record Root(String kind, String type, Shape shape) {
    /** How many there can be. */
    public enum Shape {
      /** Exactly one. */
      ONE,
      /** One or none. */
      OPTIONAL,
      /** One for each key. */
      KEYED,
      /** A list. */
      MANY
    }
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
