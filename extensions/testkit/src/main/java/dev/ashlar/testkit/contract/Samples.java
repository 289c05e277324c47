package dev.ashlar.testkit.contract;

import dev.ashlar.blueprint.Resource;
import dev.ashlar.blueprint.Term;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Provider;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.testkit.ConnectorRule;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a contract is checked with.
 *
 * @param provider whose connector it is
 * @param others who else is needed, for what is given
 * @param configuration how the provider is configured; absent for not at all
 * @param given what the sample needs, made by any connector
 * @param sample the object
 * @param variants how it may be declared otherwise
 * @param refusals what the cloud refuses, and how
 * @param provocations how failures are brought about
 * @param past what older versions of the schema stored
 * @param exceptions rules that are not checked, and why
 * @param pace how time goes by
 * @param seenWithin how long until the cloud shows what was done; absent where the type says it
 */
public record Samples(
    Provider provider,
    List<Provider> others,
    Optional<Term.Fields> configuration,
    List<Resource> given,
    Resource sample,
    List<Variant> variants,
    List<Refusal> refusals,
    List<Provocation> provocations,
    List<Past> past,
    Map<ConnectorRule, String> exceptions,
    Pace pace,
    Optional<Duration> seenWithin) {
  /** Copies the collections. */
  public Samples {
    others = List.copyOf(others);
    given = List.copyOf(given);
    variants = List.copyOf(variants);
    refusals = List.copyOf(refusals);
    provocations = List.copyOf(provocations);
    past = List.copyOf(past);
    exceptions = Map.copyOf(exceptions);
  }

  /**
   * The sample, declared otherwise.
   *
   * @param resource the declaration
   * @param replaces whether that means another object
   */
  public record Variant(Resource resource, boolean replaces) {}

  /**
   * A declaration that the cloud refuses.
   *
   * @param kind how
   * @param resource the declaration
   */
  public record Refusal(Failure.Kind kind, Resource resource) {}

  /**
   * How a failure is brought about.
   *
   * @param kind what kind of failure
   * @param begin from now on calls fail so
   * @param end from now on they do not
   */
  public record Provocation(Failure.Kind kind, Runnable begin, Runnable end) {}

  /**
   * What an older version of the schema stored.
   *
   * @param version the version
   * @param properties the properties
   * @param outputs the outputs
   */
  public record Past(int version, Value.MapValue properties, Value.MapValue outputs) {}

  /** The type's name. */
  String type() {
    return sample.type();
  }

  /** The type's schema, as the provider's catalog has it. */
  ResourceSchema schema() {
    return provider
        .catalog()
        .schema(type())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the provider \"" + provider.descriptor().name() + "\" has no type " + type()));
  }
}
