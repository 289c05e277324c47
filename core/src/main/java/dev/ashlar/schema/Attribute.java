package dev.ashlar.schema;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one attribute, be it a property that a user sets or an output that the cloud
 * gives.
 *
 * @since 0.1
 */
public final class Attribute {
  private final String name;
  private final Shape shape;
  private final Builder flags;

  private Attribute(Builder builder) {
    this.name = builder.name;
    this.shape = builder.shape;
    this.flags = builder;
  }

  /** An attribute without further flags. */
  public static Attribute of(String name, Shape shape) {
    return builder(name, shape).build();
  }

  /** Starts to describe an attribute. */
  public static Builder builder(String name, Shape shape) {
    return new Builder(name, shape);
  }

  /** This attribute with other flags. */
  public Attribute with(UnaryOperator<Builder> change) {
    return change.apply(new Builder(flags)).build();
  }

  /** This attribute with another shape, all flags kept. */
  public Attribute shaped(Shape other) {
    return new Builder(flags, other).build();
  }

  /** The name, the cloud's own. */
  public String name() {
    return name;
  }

  /** The structure of the value. */
  public Shape shape() {
    return shape;
  }

  /** Whether the user must set it. */
  public boolean required() {
    return flags.required;
  }

  /** The value where the user sets none; known and without secrets. */
  public Optional<Value> defaultValue() {
    return Optional.ofNullable(flags.defaultValue);
  }

  /** What a value must keep to. */
  public Constraints constraints() {
    return flags.constraints;
  }

  /** Whether a change means a replacement. */
  public Immutability immutability() {
    return flags.immutability;
  }

  /** Whether the cloud sets it, and the user cannot. */
  public boolean computed() {
    return flags.computed;
  }

  /** Whether the value is secret. */
  public boolean sensitive() {
    return flags.sensitive;
  }

  /** Whether the value can be set and never be read back. */
  public boolean writeOnly() {
    return flags.writeOnly;
  }

  /** Whether null is a value of its own; else it is the same as absent. */
  public boolean nullable() {
    return flags.nullable;
  }

  /** When two values mean the same. */
  public Equivalence equivalence() {
    return flags.equivalence;
  }

  /** What it means that it is not declared any more. */
  public OnUnset onUnset() {
    return flags.onUnset;
  }

  /** For an output, what an update does to it. */
  public Stability stability() {
    return flags.stability;
  }

  /** Whether it should no longer be used. */
  public Optional<Deprecation> deprecation() {
    return Optional.ofNullable(flags.deprecation);
  }

  /** What it may refer to; empty where that is not known. */
  public List<ReferenceTarget> references() {
    return flags.references;
  }

  /** One line for a form; may be empty. */
  public String description() {
    return flags.description;
  }

  /** How far these statements can be trusted. */
  public Origin origin() {
    return flags.origin;
  }

  /** The type of the value; a definition's content is {@code any}. */
  public ValueType type() {
    return typeOf(shape);
  }

  private static ValueType typeOf(Shape shape) {
    if (shape instanceof Shape.Primitive primitive) {
      return ValueType.Scalar.valueOf(primitive.name());
    }
    if (shape instanceof Shape.ListShape list) {
      return ValueType.listOf(list.items().type());
    }
    if (shape instanceof Shape.MapShape map) {
      return ValueType.mapOf(map.values().type());
    }
    if (shape instanceof Shape.ObjectShape object) {
      TreeMap<String, ValueType> fields = new TreeMap<>();
      object.attributes().forEach((name, attribute) -> fields.put(name, attribute.type()));
      return new ValueType.ObjectType(fields);
    }
    return ValueType.ANY;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Attribute that
        && name.equals(that.name)
        && shape.equals(that.shape)
        && flags.sameAs(that.flags);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, shape);
  }

  @Override
  public String toString() {
    return name + ": " + type();
  }

  /** Describes an attribute. For one thread. */
  public static final class Builder {
    private final String name;
    private final Shape shape;
    private boolean required;
    private @Nullable Value defaultValue;
    private Constraints constraints = Constraints.NONE;
    private Immutability immutability = Immutability.NO;
    private boolean computed;
    private boolean sensitive;
    private boolean writeOnly;
    private boolean nullable;
    private Equivalence equivalence = Equivalence.EXACT;
    private OnUnset onUnset = OnUnset.UNSET;
    private Stability stability = Stability.STABLE;
    private @Nullable Deprecation deprecation;
    private List<ReferenceTarget> references = List.of();
    private String description = "";
    private Origin origin = Origin.DECLARED;

    private Builder(String name, Shape shape) {
      this.name = Objects.requireNonNull(name, "name");
      this.shape = Objects.requireNonNull(shape, "shape");
    }

    private Builder(Builder other) {
      this(other, other.shape);
    }

    private Builder(Builder other, Shape shape) {
      this(other.name, shape);
      required = other.required;
      defaultValue = other.defaultValue;
      constraints = other.constraints;
      immutability = other.immutability;
      computed = other.computed;
      sensitive = other.sensitive;
      writeOnly = other.writeOnly;
      nullable = other.nullable;
      equivalence = other.equivalence;
      onUnset = other.onUnset;
      stability = other.stability;
      deprecation = other.deprecation;
      references = other.references;
      description = other.description;
      origin = other.origin;
    }

    private boolean sameAs(Builder other) {
      return required == other.required
          && Objects.equals(defaultValue, other.defaultValue)
          && constraints.equals(other.constraints)
          && immutability == other.immutability
          && computed == other.computed
          && sensitive == other.sensitive
          && writeOnly == other.writeOnly
          && nullable == other.nullable
          && equivalence.equals(other.equivalence)
          && onUnset == other.onUnset
          && stability.equals(other.stability)
          && Objects.equals(deprecation, other.deprecation)
          && references.equals(other.references)
          && description.equals(other.description)
          && origin == other.origin;
    }

    /** The user must set it. */
    public Builder required() {
      required = true;
      return this;
    }

    /** The value where the user sets none. */
    public Builder defaultValue(Value value) {
      defaultValue = value;
      return this;
    }

    /** What a value must keep to. */
    public Builder constraints(Constraints value) {
      constraints = value;
      return this;
    }

    /** Whether a change means a replacement. */
    public Builder immutability(Immutability value) {
      immutability = value;
      return this;
    }

    /** A change means a replacement. */
    public Builder immutable() {
      return immutability(Immutability.YES);
    }

    /** The cloud sets it, and the user cannot. */
    public Builder computed() {
      computed = true;
      return this;
    }

    /** The value is secret. */
    public Builder sensitive() {
      sensitive = true;
      return this;
    }

    /** The value can be set and never be read back. */
    public Builder writeOnly() {
      writeOnly = true;
      return this;
    }

    /** Null is a value of its own. */
    public Builder nullable() {
      nullable = true;
      return this;
    }

    /** When two values mean the same. */
    public Builder equivalence(Equivalence value) {
      equivalence = value;
      return this;
    }

    /** What it means that it is not declared any more. */
    public Builder onUnset(OnUnset value) {
      onUnset = value;
      return this;
    }

    /** For an output, what an update does to it. */
    public Builder stability(Stability value) {
      stability = value;
      return this;
    }

    /** It should no longer be used. */
    public Builder deprecated(Deprecation value) {
      deprecation = value;
      return this;
    }

    /** What it may refer to. */
    public Builder references(List<ReferenceTarget> targets) {
      references = List.copyOf(targets);
      return this;
    }

    /** One line for a form. */
    public Builder description(String text) {
      description = text;
      return this;
    }

    /** How far these statements can be trusted. */
    public Builder origin(Origin value) {
      origin = value;
      return this;
    }

    /** The attribute as described so far. */
    public Attribute build() {
      return new Attribute(new Builder(this));
    }
  }
}
