package dev.ashlar.schema;

import dev.ashlar.schema.binding.RecordSchemas;
import dev.ashlar.value.Value;
import java.lang.invoke.MethodHandles;
import java.util.Objects;
import java.util.Optional;

/**
 * A schema and the two Java types that its values are decoded to.
 *
 * @param <S> the Java type of what a user sets
 * @param <O> the Java type of what the cloud gives
 * @since 0.1
 */
public final class ResourceType<S, O> {
  private final ResourceSchema schema;
  private final Codec<S> spec;
  private final Codec<O> outputs;

  private ResourceType(ResourceSchema schema, Codec<S> spec, Codec<O> outputs) {
    this.schema = Objects.requireNonNull(schema, "schema");
    this.spec = Objects.requireNonNull(spec, "spec");
    this.outputs = Objects.requireNonNull(outputs, "outputs");
  }

  /** A type whose values stay values: for generic connectors. */
  public static ResourceType<Value.MapValue, Value.MapValue> of(ResourceSchema schema) {
    return new ResourceType<>(schema, Codec.VALUES, Codec.VALUES);
  }

  /** A type with codecs of one's own. */
  public static <S, O> ResourceType<S, O> of(
      ResourceSchema schema, Codec<S> spec, Codec<O> outputs) {
    return new ResourceType<>(schema, spec, outputs);
  }

  /**
   * A type whose schema is derived from two records: that of its inputs, with {@link ResourceSpec},
   * and that of its outputs. The records are public in an exported package, or in a package that is
   * open to this library; for others there is {@link #of(MethodHandles.Lookup, Class, Class)}.
   *
   * @throws IllegalArgumentException if the records cannot be a type; the message lists all reasons
   */
  public static <S, O> ResourceType<S, O> of(Class<S> spec, Class<O> outputs) {
    return RecordSchemas.type(spec, outputs, Optional.empty());
  }

  /**
   * A type whose schema is derived from two records that the lookup can see.
   *
   * @throws IllegalArgumentException if the records cannot be a type; the message lists all reasons
   */
  public static <S, O> ResourceType<S, O> of(
      MethodHandles.Lookup lookup, Class<S> spec, Class<O> outputs) {
    return RecordSchemas.type(spec, outputs, Optional.of(lookup));
  }

  /** The schema. */
  public ResourceSchema schema() {
    return schema;
  }

  /** Binds what a user sets. */
  public Codec<S> spec() {
    return spec;
  }

  /** Binds what the cloud gives. */
  public Codec<O> outputs() {
    return outputs;
  }

  @Override
  public String toString() {
    return schema.type();
  }
}
