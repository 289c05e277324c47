package dev.ashlar.schema;

import dev.ashlar.value.Value;
import java.util.Objects;

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
