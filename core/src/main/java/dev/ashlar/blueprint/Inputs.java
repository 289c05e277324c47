package dev.ashlar.blueprint;

import dev.ashlar.blueprint.reading.InputReader;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.value.Value;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The values that a blueprint is evaluated with, resolved and checked.
 *
 * @param parameters every declared parameter; null where a nullable one is not set; sensitive ones
 *     as secret values. One that comes from a secret source is a secret unknown until it is fetched
 * @param secretReferences where parameters come from that are fetched at the moment of use, by
 *     name: {@code env:ORDERS_TOKEN}
 * @param flags every declared flag
 * @param env what {@code env} shows: name, tenant, stage, target
 * @since 0.1
 */
public record Inputs(
    Value.MapValue parameters,
    Map<String, String> secretReferences,
    Map<String, Boolean> flags,
    Value.MapValue env) {
  /** Copies the maps, into the order of their keys. */
  public Inputs {
    secretReferences = Collections.unmodifiableMap(new TreeMap<>(secretReferences));
    flags = Collections.unmodifiableMap(new TreeMap<>(flags));
  }

  /** Reads what stands elsewhere: the environment of the process, a file. */
  @FunctionalInterface
  public interface Elsewhere {
    /**
     * The text that a reference names.
     *
     * @param reference scheme and name: {@code env:REGION}, {@code file:region.txt}
     * @return empty where there is none
     */
    Optional<String> read(String reference);
  }

  /** The inputs of an environment by itself. */
  public static Checked<Inputs> resolve(Environment environment) {
    return resolve(environment, Map.of(), reference -> Optional.empty());
  }

  /**
   * What is known of the inputs where some are missing or unfit: every parameter is an unknown of
   * its declared type. For checking what else may be wrong, never for planning.
   */
  public static Inputs assumed(Environment environment) {
    return InputReader.assumed(environment);
  }

  /**
   * The inputs of an environment, with parameters set over it as texts, its own texts included.
   *
   * @param overrides texts by name, read by the declared type: JSON for lists, maps, objects and
   *     any. {@code @env:NAME} and {@code @file:PATH} stand for what is read elsewhere; of a
   *     sensitive parameter they become a secret reference
   * @param elsewhere reads what is not secret
   * @return every missing, unknown or unfit parameter at once
   */
  public static Checked<Inputs> resolve(
      Environment environment, Map<String, String> overrides, Elsewhere elsewhere) {
    return InputReader.read(environment, overrides, elsewhere);
  }

  /**
   * The same with secrets fetched: each text is read by its parameter's type and checked.
   *
   * @param blueprint the blueprint that these are the inputs of
   * @param contents texts by the name of the parameter; those left out stay to be fetched
   */
  public Checked<Inputs> reveal(Blueprint blueprint, Map<String, String> contents) {
    return InputReader.reveal(blueprint, this, contents);
  }
}
