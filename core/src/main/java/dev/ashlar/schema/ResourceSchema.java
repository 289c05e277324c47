package dev.ashlar.schema;

import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.schema.export.JsonSchema;
import dev.ashlar.schema.export.SchemaForm;
import dev.ashlar.value.ValuePath;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one resource type: attributes, identity, operations, permissions, limits.
 *
 * @since 0.1
 */
public final class ResourceSchema {
  /** How long an operation may take where the type does not say. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(30);

  private final Builder parts;

  /** Made when asked for; two threads may make the same one. */
  private volatile @Nullable String digest;

  private ResourceSchema(Builder builder) {
    this.parts = builder;
  }

  /** Starts to describe a type. */
  public static Builder builder(String type) {
    return new Builder(type);
  }

  /** The type's name, the cloud's own: {@code AWS::S3::Bucket}. */
  public String type() {
    return parts.type;
  }

  /** One line; may be empty. */
  public String description() {
    return parts.description;
  }

  /** The version of the schema; a state with a newer one is refused, with an older one upgraded. */
  public int version() {
    return parts.version;
  }

  /** What a user can set, by name, in the order in which a form shows them. */
  public Map<String, Attribute> properties() {
    return parts.properties;
  }

  /** What the cloud gives, by name. */
  public Map<String, Attribute> outputs() {
    return parts.outputs;
  }

  /** Shapes that are used more than once or contain themselves, by name. */
  public Map<String, Attribute> definitions() {
    return parts.definitions;
  }

  /** A property or else an output of this name. */
  public Optional<Attribute> attribute(String name) {
    Attribute property = parts.properties.get(name);
    return Optional.ofNullable(property != null ? property : parts.outputs.get(name));
  }

  /** The shape itself, or the one that a definition names. */
  public Shape resolve(Shape shape) {
    Shape at = shape;
    for (int i = 0; at instanceof Shape.DefinitionShape named && i < 100; i++) {
      Attribute definition = parts.definitions.get(named.definition());
      at = definition == null ? Shape.Primitive.ANY : definition.shape();
    }
    return at;
  }

  /**
   * The properties that together fix the object's identity; empty where the cloud chooses it. Two
   * objects of one provider scope cannot have the same.
   */
  public List<ValuePath> identity() {
    return parts.identity;
  }

  /** The name that the engine makes where the user gives none. */
  public Optional<NameRule> naming() {
    return Optional.ofNullable(parts.naming);
  }

  /** What can be done to such a resource. */
  public Set<Operation> operations() {
    return parts.operations;
  }

  /** The permissions that an operation needs, in the cloud's own words. */
  public List<String> permissions(Operation operation) {
    return parts.permissions.getOrDefault(operation, List.of());
  }

  /** How long an operation may take altogether, retries aside. */
  public Duration timeout(Operation operation) {
    return parts.timeouts.getOrDefault(operation, DEFAULT_TIMEOUT);
  }

  /** How long the cloud remembers an idempotency key; empty where it knows none. */
  public Optional<Duration> idempotencyHorizon() {
    return Optional.ofNullable(parts.idempotencyHorizon);
  }

  /** How long after an effect it may still be invisible to a read or list. */
  public Duration visibilityBound() {
    return parts.visibilityBound;
  }

  /** The property that can carry the mark of ownership (a map of tags, or a list with keys). */
  public Optional<ValuePath> ownershipMark() {
    return Optional.ofNullable(parts.ownershipMark);
  }

  /** What a user should know and would not expect. */
  public List<String> assumptions() {
    return parts.assumptions;
  }

  /** Whether the type should no longer be used. */
  public Optional<Deprecation> deprecation() {
    return Optional.ofNullable(parts.deprecation);
  }

  /**
   * The digest, lowercase SHA-256, of all that plans and states hang on: descriptions and the order
   * of properties are not in it.
   */
  public String digest() {
    String known = digest;
    if (known == null) {
      known = SchemaForm.digest(this);
      digest = known;
    }
    return known;
  }

  /**
   * The properties as a JSON Schema 2020-12, in their order, with the outputs under {@code
   * x-outputs}: what a form is rendered from.
   */
  public String toJsonSchema() {
    return JsonSchema.of(this);
  }

  /**
   * The attributes on the way to a place among the properties, from the outside in: empty where the
   * schema does not say what is there.
   */
  public List<Attribute> attributesAt(ValuePath property) {
    return Definitions.of(this).chain(parts.properties, property);
  }

  /**
   * How a name is made where the user gives none: {@code PREFIX-RESOURCE-SUFFIX}, once per
   * incarnation, so that retries find it again.
   *
   * @param property the property that takes the name
   * @param maxLength the longest name that the cloud takes
   * @param lowerCase whether upper case is refused
   * @param separator what stands between the parts; usually a hyphen
   */
  public record NameRule(String property, int maxLength, boolean lowerCase, String separator) {}

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResourceSchema that && parts.sameAs(that.parts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(parts.type, parts.version);
  }

  @Override
  public String toString() {
    return parts.type;
  }

  /** Describes a type. For one thread. */
  public static final class Builder {
    private final String type;
    private String description = "";
    private int version = 1;
    private Map<String, Attribute> properties = new LinkedHashMap<>();
    private Map<String, Attribute> outputs = new LinkedHashMap<>();
    private Map<String, Attribute> definitions = new LinkedHashMap<>();
    private List<ValuePath> identity = List.of();
    private @Nullable NameRule naming;
    private Set<Operation> operations =
        EnumSet.of(Operation.CREATE, Operation.READ, Operation.UPDATE, Operation.DELETE);
    private Map<Operation, List<String>> permissions = new EnumMap<>(Operation.class);
    private Map<Operation, Duration> timeouts = new EnumMap<>(Operation.class);
    private @Nullable Duration idempotencyHorizon;
    private Duration visibilityBound = Duration.ZERO;
    private @Nullable ValuePath ownershipMark;
    private List<String> assumptions = List.of();
    private @Nullable Deprecation deprecation;

    private Builder(String type) {
      this.type = Objects.requireNonNull(type, "type");
    }

    private boolean sameAs(Builder other) {
      return type.equals(other.type)
          && version == other.version
          && description.equals(other.description)
          && properties.equals(other.properties)
          && outputs.equals(other.outputs)
          && definitions.equals(other.definitions)
          && identity.equals(other.identity)
          && Objects.equals(naming, other.naming)
          && operations.equals(other.operations)
          && permissions.equals(other.permissions)
          && timeouts.equals(other.timeouts)
          && Objects.equals(idempotencyHorizon, other.idempotencyHorizon)
          && visibilityBound.equals(other.visibilityBound)
          && Objects.equals(ownershipMark, other.ownershipMark)
          && assumptions.equals(other.assumptions)
          && Objects.equals(deprecation, other.deprecation);
    }

    /** One line. */
    public Builder description(String text) {
      description = text;
      return this;
    }

    /** The version of the schema, from 1. */
    public Builder version(int number) {
      version = number;
      return this;
    }

    /** Adds what a user can set. */
    public Builder addProperty(Attribute property) {
      properties.put(property.name(), property);
      return this;
    }

    /** Adds what the cloud gives. */
    public Builder addOutput(Attribute output) {
      outputs.put(output.name(), output);
      return this;
    }

    /** Adds a shape that is used more than once or contains itself. */
    public Builder addDefinition(Attribute definition) {
      definitions.put(definition.name(), definition);
      return this;
    }

    /** The properties that together fix the object's identity. */
    public Builder identity(List<ValuePath> paths) {
      identity = List.copyOf(paths);
      return this;
    }

    /** The name that the engine makes where the user gives none. */
    public Builder naming(NameRule rule) {
      naming = rule;
      return this;
    }

    /** What can be done to such a resource. */
    public Builder operations(Set<Operation> all) {
      operations = all;
      return this;
    }

    /** The permissions that an operation needs. */
    public Builder permissions(Operation operation, List<String> needed) {
      permissions.put(operation, List.copyOf(needed));
      return this;
    }

    /** How long an operation may take. */
    public Builder timeout(Operation operation, Duration longest) {
      timeouts.put(operation, longest);
      return this;
    }

    /** How long the cloud remembers an idempotency key. */
    public Builder idempotencyHorizon(Duration horizon) {
      idempotencyHorizon = horizon;
      return this;
    }

    /** How long after an effect it may still be invisible. */
    public Builder visibilityBound(Duration bound) {
      visibilityBound = bound;
      return this;
    }

    /** The property that can carry the mark of ownership. */
    public Builder ownershipMark(ValuePath property) {
      ownershipMark = property;
      return this;
    }

    /** What a user should know and would not expect. */
    public Builder assumptions(List<String> all) {
      assumptions = List.copyOf(all);
      return this;
    }

    /** The type should no longer be used. */
    public Builder deprecated(Deprecation value) {
      deprecation = value;
      return this;
    }

    /** The schema as described so far. */
    public ResourceSchema build() {
      Builder copy = new Builder(type);
      copy.description = description;
      copy.version = version;
      copy.properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
      copy.outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
      copy.definitions = Collections.unmodifiableMap(new LinkedHashMap<>(definitions));
      copy.identity = identity;
      copy.naming = naming;
      copy.operations = Collections.unmodifiableSet(EnumSet.copyOf(operations));
      copy.permissions = Collections.unmodifiableMap(new EnumMap<>(permissions));
      copy.timeouts = Collections.unmodifiableMap(new EnumMap<>(timeouts));
      copy.idempotencyHorizon = idempotencyHorizon;
      copy.visibilityBound = visibilityBound;
      copy.ownershipMark = ownershipMark;
      copy.assumptions = assumptions;
      copy.deprecation = deprecation;
      return new ResourceSchema(copy);
    }
  }
}
