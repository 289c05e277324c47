package dev.ashlar.blueprint;

import dev.ashlar.value.Value;
import java.util.Map;

/**
 * The values that a blueprint is evaluated with, resolved and checked.
 *
 * @param parameters every declared parameter; sensitive ones as secret values. One that comes from
 *     a secret source is a secret unknown until it is fetched
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
  /** Copies the maps. */
  public Inputs {
    secretReferences = Map.copyOf(secretReferences);
    flags = Map.copyOf(flags);
  }
}
