package dev.ashlar.memory;

import dev.ashlar.memory.cloud.OutputRule;
import dev.ashlar.memory.cloud.Rule;
import dev.ashlar.memory.cloud.TypeTraits;
import dev.ashlar.schema.Operation;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Describes how a type of the cloud's own behaves.
 *
 * @param traits what is described so far
 */
record Traits(TypeTraits traits) {

  /** The cloud makes the identifiers, with this beginning. */
  static Traits numbered(String prefix) {
    return new Traits(new TypeTraits(prefix, false, Map.of(), Map.of(), List.of(), true));
  }

  /** The name is the identifier. */
  static Traits named(String prefix) {
    return new Traits(new TypeTraits(prefix, true, Map.of(), Map.of(), List.of(), true));
  }

  Traits takes(Operation operation, Duration duration) {
    Map<Operation, Duration> durations = new EnumMap<>(Operation.class);
    durations.putAll(traits.durations());
    durations.put(operation, duration);
    return new Traits(
        new TypeTraits(
            traits.idPrefix(),
            traits.identityIsId(),
            durations,
            traits.minting(),
            traits.rules(),
            traits.strict()));
  }

  Traits gives(String output, OutputRule rule) {
    Map<String, OutputRule> minting = new HashMap<>(traits.minting());
    minting.put(output, rule);
    return new Traits(
        new TypeTraits(
            traits.idPrefix(),
            traits.identityIsId(),
            traits.durations(),
            minting,
            traits.rules(),
            traits.strict()));
  }

  Traits keeps(Rule rule) {
    return new Traits(
        new TypeTraits(
            traits.idPrefix(),
            traits.identityIsId(),
            traits.durations(),
            traits.minting(),
            List.of(rule),
            traits.strict()));
  }
}
