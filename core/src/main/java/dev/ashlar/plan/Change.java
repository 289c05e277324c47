package dev.ashlar.plan;

import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happens to one resource, why, at what risk, and where on the canvas. Inert data: everything
 * that applying it needs is in here.
 *
 * @since 0.1
 */
public final class Change {
  private final Builder parts;
  private final String id;

  private Change(Builder parts) {
    this.parts = parts;
    this.id = parts.object + "/" + parts.action.text();
  }

  /** Starts to describe a change of an object. */
  public static Builder builder(ObjectId object, String type, Action action) {
    return new Builder(object, type, action);
  }

  /** {@code ADDRESS#INCARNATION/ACTION}: unique in the plan. */
  public String id() {
    return id;
  }

  /** Which object it makes, changes or removes. */
  public ObjectId object() {
    return parts.object;
  }

  /** The address of the object. */
  public Address address() {
    return parts.object.address();
  }

  /** The resource type. */
  public String type() {
    return parts.type;
  }

  /** What is done. */
  public Action action() {
    return parts.action;
  }

  /** For a replacement, which comes first. */
  public Optional<ReplaceOrder> order() {
    return Optional.ofNullable(parts.order);
  }

  /** Why. */
  public Reason reason() {
    return parts.reason;
  }

  /** What becomes of each property and output that changes, in the order of the paths. */
  public List<AttributeChange> attributes() {
    return parts.attributes;
  }

  /** What policies have to say of it; none where all of them hold. Not part of its digest. */
  public List<Verdict> policies() {
    return parts.policies;
  }

  /** Ids of the changes that must be done before. */
  public List<String> dependsOn() {
    return parts.dependsOn;
  }

  /** What it can do to what is there. */
  public Risk risk() {
    return parts.risk;
  }

  /** What undoes it, or why nothing does. */
  public Compensation compensation() {
    return parts.compensation;
  }

  /** Where the resource is declared; empty where it is not declared any more. */
  public Optional<Location> location() {
    return Optional.ofNullable(parts.location);
  }

  /** The canvas element that it came from. */
  public Optional<String> canvas() {
    return Optional.ofNullable(parts.canvas);
  }

  /** For a move, the address before. */
  public Optional<Address> from() {
    return Optional.ofNullable(parts.from);
  }

  /** The object that it starts from: the one updated, deleted, moved, or to be replaced. */
  public Optional<ObjectId> prior() {
    return Optional.ofNullable(parts.prior);
  }

  /** The provider's identifier of the object that it starts from, or that is adopted. */
  public Optional<String> identity() {
    return Optional.ofNullable(parts.identity);
  }

  /** Where the object lives or is to live; the scope may hold unknowns. */
  public StateObject.Home home() {
    return parts.home;
  }

  /** The schema that the values are in. */
  public StateObject.SchemaStamp schema() {
    return parts.schema;
  }

  /** What the blueprint says, evaluated as far as it can be. */
  public Value.MapValue declared() {
    return parts.declared;
  }

  /** What is to be applied: declared, completed, refined; unknown where only apply will tell. */
  public Value.MapValue planned() {
    return parts.planned;
  }

  /** What the outputs will be: kept ones known, others unknown. */
  public Value.MapValue outputs() {
    return parts.outputs;
  }

  /** The properties' terms, where applying must evaluate again because something is unknown. */
  public Optional<Term.Fields> template() {
    return Optional.ofNullable(parts.template);
  }

  /** What {@code each.key} and {@code each.value} are; null where there is no {@code forEach}. */
  public Value each() {
    return parts.each;
  }

  /** For a replacement that depends on values, the properties that decide. */
  public Set<ValuePath> replacePaths() {
    return parts.replacePaths;
  }

  /** How the object is treated from now on. */
  public StateObject.StoredLifecycle lifecycle() {
    return parts.lifecycle;
  }

  /** Addresses of what the object depends on, as recorded with it. */
  public List<String> dependencies() {
    return parts.dependencies;
  }

  /** Bytes that the connector's refinement asked to be kept. */
  public Bytes opaque() {
    return parts.opaque;
  }

  /** A builder that holds everything this change has. */
  public Builder toBuilder() {
    return new Builder(parts);
  }

  /** A builder that holds everything this change has, and does something else to an object. */
  public Builder toBuilder(ObjectId object, Action action) {
    return new Builder(parts, object, action);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Change that && parts.components().equals(that.parts.components());
  }

  @Override
  public int hashCode() {
    return Objects.hash(parts.object, parts.action);
  }

  @Override
  public String toString() {
    return id();
  }

  /** Describes a change. For one thread. */
  public static final class Builder {
    private final ObjectId object;
    private final String type;
    private final Action action;
    private @Nullable ReplaceOrder order;
    private Reason reason = Reason.of(Reason.Kind.DECLARED);
    private List<AttributeChange> attributes = List.of();
    private List<String> dependsOn = List.of();
    private Risk risk = Risk.SAFE;
    private Compensation compensation = new Compensation.None("");
    private @Nullable Location location;
    private @Nullable String canvas;
    private @Nullable Address from;
    private @Nullable ObjectId prior;
    private @Nullable String identity;
    private StateObject.Home home = new StateObject.Home("", "", Value.MapValue.EMPTY);
    private StateObject.SchemaStamp schema = new StateObject.SchemaStamp(1, "");
    private Value.MapValue declared = Value.MapValue.EMPTY;
    private Value.MapValue planned = Value.MapValue.EMPTY;
    private Value.MapValue outputs = Value.MapValue.EMPTY;
    private Term.@Nullable Fields template;
    private Value each = Value.NULL;
    private Set<ValuePath> replacePaths = Set.of();
    private StateObject.StoredLifecycle lifecycle = StateObject.StoredLifecycle.DEFAULT;
    private List<String> dependencies = List.of();
    private Bytes opaque = Bytes.EMPTY;
    private List<Verdict> policies = List.of();

    private Builder(ObjectId object, String type, Action action) {
      this.object = object;
      this.type = type;
      this.action = action;
    }

    private Builder(Builder other) {
      this(other, other.object, other.action);
    }

    private Builder(Builder other, ObjectId object, Action action) {
      this(object, other.type, action);
      order = other.order;
      reason = other.reason;
      attributes = other.attributes;
      dependsOn = other.dependsOn;
      risk = other.risk;
      compensation = other.compensation;
      location = other.location;
      canvas = other.canvas;
      from = other.from;
      prior = other.prior;
      identity = other.identity;
      home = other.home;
      schema = other.schema;
      declared = other.declared;
      planned = other.planned;
      outputs = other.outputs;
      template = other.template;
      each = other.each;
      replacePaths = other.replacePaths;
      lifecycle = other.lifecycle;
      dependencies = other.dependencies;
      opaque = other.opaque;
      policies = other.policies;
    }

    private List<Object> components() {
      return List.of(
          object,
          type,
          action,
          Optional.ofNullable(order),
          reason,
          attributes,
          dependsOn,
          risk,
          compensation,
          Optional.ofNullable(location),
          Optional.ofNullable(canvas),
          Optional.ofNullable(from),
          Optional.ofNullable(prior),
          Optional.ofNullable(identity),
          home,
          schema,
          declared,
          planned,
          outputs,
          each,
          replacePaths,
          lifecycle,
          dependencies,
          opaque,
          policies);
    }

    /** Which comes first in a replacement. */
    public Builder order(ReplaceOrder value) {
      order = value;
      return this;
    }

    /** Why. */
    public Builder reason(Reason value) {
      reason = value;
      return this;
    }

    /** What becomes of each property and output that changes. */
    public Builder attributes(List<AttributeChange> value) {
      attributes = List.copyOf(value);
      return this;
    }

    /** What policies have to say of it. */
    public Builder policies(List<Verdict> value) {
      policies = List.copyOf(value);
      return this;
    }

    /** Ids of the changes that must be done before. */
    public Builder dependsOn(List<String> value) {
      dependsOn = List.copyOf(value);
      return this;
    }

    /** What it can do to what is there. */
    public Builder risk(Risk value) {
      risk = value;
      return this;
    }

    /** What undoes it. */
    public Builder compensation(Compensation value) {
      compensation = value;
      return this;
    }

    /** Where the resource is declared. */
    public Builder location(Optional<Location> value) {
      location = value.orElse(null);
      return this;
    }

    /** The canvas element that it came from. */
    public Builder canvas(Optional<String> value) {
      canvas = value.orElse(null);
      return this;
    }

    /** The address before a move. */
    public Builder from(Address value) {
      from = value;
      return this;
    }

    /** The object that it starts from. */
    public Builder prior(ObjectId value) {
      prior = value;
      return this;
    }

    /** The provider's identifier of that object. */
    public Builder identity(Optional<String> value) {
      identity = value.orElse(null);
      return this;
    }

    /** Where the object lives. */
    public Builder home(StateObject.Home value) {
      home = value;
      return this;
    }

    /** The schema that the values are in. */
    public Builder schema(StateObject.SchemaStamp value) {
      schema = value;
      return this;
    }

    /** What the blueprint says. */
    public Builder declared(Value.MapValue value) {
      declared = value;
      return this;
    }

    /** What is to be applied. */
    public Builder planned(Value.MapValue value) {
      planned = value;
      return this;
    }

    /** What the outputs will be. */
    public Builder outputs(Value.MapValue value) {
      outputs = value;
      return this;
    }

    /** The properties' terms, to be evaluated again. */
    public Builder template(Term.Fields value) {
      template = value;
      return this;
    }

    /** What {@code each} is. */
    public Builder each(Value value) {
      each = value;
      return this;
    }

    /** The properties that decide whether it is a replacement. */
    public Builder replacePaths(Set<ValuePath> value) {
      replacePaths = Set.copyOf(value);
      return this;
    }

    /** How the object is treated from now on. */
    public Builder lifecycle(StateObject.StoredLifecycle value) {
      lifecycle = value;
      return this;
    }

    /** Addresses of what the object depends on. */
    public Builder dependencies(List<String> value) {
      dependencies = List.copyOf(value);
      return this;
    }

    /** Bytes that the connector asked to be kept. */
    public Builder opaque(Bytes value) {
      opaque = value;
      return this;
    }

    /** The change as described so far. */
    public Change build() {
      return new Change(new Builder(this));
    }
  }
}
