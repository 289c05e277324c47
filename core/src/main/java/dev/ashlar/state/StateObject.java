package dev.ashlar.state;

import com.google.common.collect.ImmutableSortedMap;
import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;

/**
 * One recorded object.
 *
 * @param id which object
 * @param deposed whether another object has its place already and it only waits for its deletion
 * @param type the resource type
 * @param home the provider's configuration and scope that find it again
 * @param schema the schema that its values are in
 * @param status how it stands
 * @param identity the provider's identifier, as soon as it is known
 * @param values what was declared, applied and seen
 * @param fingerprints keyed fingerprints of write-only values, by path: a change shows, the value
 *     does not
 * @param opaque bytes that the connector asked to be kept
 * @param dependencies addresses of what it depended on when it was applied last
 * @param lifecycle how it is treated when it changes or goes away
 * @param canvas the canvas element that it came from
 * @param adopted whether it was there before and was taken over: a rollback never deletes it
 * @since 0.1
 */
public record StateObject(
    ObjectId id,
    boolean deposed,
    String type,
    Home home,
    SchemaStamp schema,
    Status status,
    Optional<String> identity,
    Values values,
    SortedMap<ValuePath, String> fingerprints,
    Bytes opaque,
    List<String> dependencies,
    StoredLifecycle lifecycle,
    Optional<String> canvas,
    boolean adopted) {

  /** Copies maps, lists and bytes. */
  public StateObject {
    fingerprints =
        fingerprints.isEmpty() ? ImmutableSortedMap.of() : ImmutableSortedMap.copyOf(fingerprints);
    dependencies = List.copyOf(dependencies);
  }

  /** An object that was made here. */
  public StateObject(
      ObjectId id,
      boolean deposed,
      String type,
      Home home,
      SchemaStamp schema,
      Status status,
      Optional<String> identity,
      Values values,
      SortedMap<ValuePath, String> fingerprints,
      Bytes opaque,
      List<String> dependencies,
      StoredLifecycle lifecycle,
      Optional<String> canvas) {
    this(
        id,
        deposed,
        type,
        home,
        schema,
        status,
        identity,
        values,
        fingerprints,
        opaque,
        dependencies,
        lifecycle,
        canvas,
        false);
  }

  /** How an object stands. */
  public enum Status {
    /** As applied. */
    READY,
    /** Made, but not as asked for: to be replaced. */
    TAINTED,
    /** An operation on it began and its end is not known. */
    IN_DOUBT
  }

  /**
   * Where an object lives.
   *
   * @param provider the name of the provider
   * @param configuration the name of its configuration in the blueprint: {@code aws.replica}
   * @param scope the values of the configuration's scope attributes: account, region
   */
  public record Home(String provider, String configuration, Value.MapValue scope) {}

  /**
   * Which schema values are in.
   *
   * @param version its version
   * @param digest its digest
   */
  public record SchemaStamp(int version, String digest) {}

  /**
   * The values of an object.
   *
   * @param declared what the blueprint said, evaluated
   * @param effective what was applied: the declared values completed by defaults and made names;
   *     write-only values are secret unknowns
   * @param observed the properties as last seen in the cloud
   * @param outputs what the cloud gave
   */
  public record Values(
      Value.MapValue declared,
      Value.MapValue effective,
      Value.MapValue observed,
      Value.MapValue outputs) {
    /** No values yet. */
    public static final Values NONE =
        new Values(
            Value.MapValue.EMPTY, Value.MapValue.EMPTY, Value.MapValue.EMPTY, Value.MapValue.EMPTY);
  }

  /**
   * How an object is treated, with its terms evaluated.
   *
   * @param preventDestroy whether deleting or replacing it is refused
   * @param createBeforeDestroy whether its replacement is made first
   * @param onRemove what becomes of it when its declaration goes
   * @param ownership whose it is
   */
  public record StoredLifecycle(
      boolean preventDestroy,
      boolean createBeforeDestroy,
      Lifecycle.OnRemove onRemove,
      Lifecycle.Ownership ownership) {
    /** Nothing special. */
    public static final StoredLifecycle DEFAULT =
        new StoredLifecycle(false, false, Lifecycle.OnRemove.DELETE, Lifecycle.Ownership.MANAGE);
  }

  /** The same object, standing otherwise. */
  public StateObject withStatus(Status other) {
    return with(copy -> copy.status = other);
  }

  /** The same object while an operation on it is under way; that it is tainted stays known. */
  public StateObject inDoubt() {
    return status == Status.TAINTED ? this : withStatus(Status.IN_DOUBT);
  }

  /** The same object under a name that the cloud gave. */
  public StateObject withIdentity(Optional<String> named) {
    return with(copy -> copy.identity = named);
  }

  /** The same object, of whose write-only values nothing is known. */
  public StateObject withoutFingerprints() {
    return with(copy -> copy.fingerprints = ImmutableSortedMap.of());
  }

  /** The same object at another address. */
  public StateObject withAddress(ObjectId other) {
    return with(copy -> copy.id = other);
  }

  /** The same object, replaced and waiting for its deletion. */
  public StateObject asDeposed() {
    return with(copy -> copy.deposed = true);
  }

  /** The same object, current at its address. */
  public StateObject asCurrent() {
    return with(copy -> copy.deposed = false);
  }

  /** The same object with other bytes kept for its connector. */
  public StateObject withOpaque(Bytes other) {
    return with(copy -> copy.opaque = other);
  }

  /** The same object with other values. */
  public StateObject withValues(Values other) {
    return with(copy -> copy.values = other);
  }

  /** The same object, treated otherwise. */
  public StateObject withLifecycle(StoredLifecycle other) {
    return with(copy -> copy.lifecycle = other);
  }

  /** The same object, taken over or made here. */
  public StateObject withAdopted(boolean other) {
    return with(copy -> copy.adopted = other);
  }

  private StateObject with(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.made();
  }

  /** An object about to be made that differs from another in few things. */
  private static final class Copy {
    private final StateObject other;
    private ObjectId id;
    private boolean deposed;
    private Status status;
    private Optional<String> identity;
    private Values values;
    private SortedMap<ValuePath, String> fingerprints;
    private Bytes opaque;
    private StoredLifecycle lifecycle;
    private boolean adopted;

    Copy(StateObject other) {
      this.other = other;
      this.id = other.id;
      this.deposed = other.deposed;
      this.status = other.status;
      this.identity = other.identity;
      this.values = other.values;
      this.fingerprints = other.fingerprints;
      this.opaque = other.opaque;
      this.lifecycle = other.lifecycle;
      this.adopted = other.adopted;
    }

    StateObject made() {
      return new StateObject(
          id,
          deposed,
          other.type,
          other.home,
          other.schema,
          status,
          identity,
          values,
          fingerprints,
          opaque,
          other.dependencies,
          lifecycle,
          other.canvas,
          adopted);
    }
  }
}
