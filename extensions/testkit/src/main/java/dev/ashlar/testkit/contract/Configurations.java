package dev.ashlar.testkit.contract;

import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.Term;
import dev.ashlar.schema.Codec;
import dev.ashlar.value.Value;

/** How a provider is configured. */
public final class Configurations {
  private static final Place PLACE = Place.inCode("(configuration of the contract)");

  private Configurations() {}

  /**
   * The configuration as an environment has it.
   *
   * @throws IllegalArgumentException if it is neither a record nor a map of values
   */
  public static Term.Fields of(Object configuration) {
    if (configuration instanceof Value.MapValue values) {
      return (Term.Fields) Term.of(Terms.clear(values), PLACE);
    }
    if (configuration instanceof Record record) {
      return of(encoded(record));
    }
    throw new IllegalArgumentException(
        "a configuration is a record or a map of values, and not "
            + configuration.getClass().getName());
  }

  @SuppressWarnings("unchecked")
  private static <T extends Record> Value.MapValue encoded(T record) {
    return Codec.of((Class<T>) record.getClass()).encode(record);
  }
}
