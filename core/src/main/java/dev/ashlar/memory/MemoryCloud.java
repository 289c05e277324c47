package dev.ashlar.memory;

import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.memory.cloud.SimulatedType;
import dev.ashlar.memory.cloud.StoredObject;
import dev.ashlar.memory.cloud.Tampering;
import dev.ashlar.memory.cloud.TypeTraits;
import dev.ashlar.memory.fault.FaultPlan;
import dev.ashlar.memory.remote.RemoteSession;
import dev.ashlar.memory.simulation.Effects;
import dev.ashlar.memory.simulation.Errand;
import dev.ashlar.memory.simulation.FrontDesk;
import dev.ashlar.memory.simulation.SimulatedProvider;
import dev.ashlar.memory.simulation.WallClock;
import dev.ashlar.memory.store.CloudStore;
import dev.ashlar.memory.store.FileStore;
import dev.ashlar.memory.store.HeapStore;
import dev.ashlar.memory.store.Keeping;
import dev.ashlar.schema.Catalog;
import dev.ashlar.value.Value;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/**
 * A simulated cloud: its own types, and any schema it is asked to impersonate. It checks what it is
 * given as a real cloud does, makes up plausible outputs, remembers idempotency keys, takes its
 * time where a real cloud would, and holds real references between objects.
 *
 * <p>Equal seeds and equal requests give equal identifiers and outputs. Safe for every thread;
 * holds no thread and nothing open. Where its provider is configured with an {@code endpoint}, the
 * objects are those of a {@link CloudServer} in another process.
 *
 * @since 0.1
 */
public final class MemoryCloud implements Provider {
  private final FaultPlan plan;
  private final TimeSource time;
  private final FrontDesk desk;
  private final SimulatedProvider own;
  private final List<SimulatedProvider> standIns = new CopyOnWriteArrayList<>();

  /** An empty cloud in memory; for {@link java.util.ServiceLoader}. */
  public MemoryCloud() {
    this(new Builder());
  }

  private MemoryCloud(Builder builder) {
    CloudStore store =
        builder
            .file
            .<CloudStore>map(path -> new FileStore(path, this::simulated, builder.keeping))
            .orElseGet(HeapStore::new);
    this.time = builder.time;
    this.plan = new FaultPlan(builder.seed, builder.latency);
    fault(builder.faults.toArray(Fault[]::new));
    this.desk = new FrontDesk(store, time, plan, builder.seed, builder.speed);
    this.own =
        new SimulatedProvider(OwnTypes.descriptor(), OwnTypes.catalog(), OwnTypes::traits, desk);
    for (Provider real : builder.impersonated) {
      var unused = standIn(real);
    }
  }

  /** An empty cloud in memory. */
  public static MemoryCloud create() {
    return new MemoryCloud();
  }

  /**
   * A cloud that lives in a file: what one process makes, the next one finds. Several processes may
   * use it at once; a process that is killed loses nothing that it was told was done.
   *
   * @param file the file; it is made when it is first needed
   */
  public static MemoryCloud inFile(Path file) {
    return builder().file(file).build();
  }

  /** A cloud in memory that serves the types of these providers as well. */
  public static MemoryCloud impersonating(Provider... providers) {
    return builder().impersonating(providers).build();
  }

  /** Starts to describe a cloud. */
  public static Builder builder() {
    return new Builder();
  }

  @Override
  public Descriptor descriptor() {
    return own.descriptor();
  }

  @Override
  public Catalog catalog() {
    return own.catalog();
  }

  @Override
  public boolean refines(String type) {
    return false;
  }

  @Override
  public ProviderSession open(OpenRequest request) {
    boolean elsewhere = !request.configuration().get(RemoteSession.ENDPOINT).equals(Value.NULL);
    return elsewhere
        ? RemoteSession.open(own.catalog(), request.configuration())
        : own.open(request);
  }

  /** This cloud's own provider, and one in the place of each that it impersonates. */
  public List<Provider> providers() {
    List<Provider> all = new ArrayList<>();
    all.add(this);
    all.addAll(standIns);
    return List.copyOf(all);
  }

  /**
   * A provider that calls itself like another one and serves its types from this cloud. Of the
   * other one nothing but its name and its schemas is used.
   */
  public Provider standIn(Provider real) {
    return standIn(real.descriptor(), real.catalog());
  }

  /**
   * A provider that calls itself so and serves these types from this cloud.
   *
   * @param descriptor what it is called, and what the names of the types start with
   */
  public Provider standIn(Descriptor descriptor, Catalog catalog) {
    SimulatedProvider standIn = new SimulatedProvider(descriptor, catalog, TypeTraits::plain, desk);
    standIns.add(standIn);
    return standIn;
  }

  /** From now on these go wrong, too. */
  public void fault(Fault... faults) {
    for (Fault fault : faults) {
      plan.add(fault.rule(), time.now());
    }
  }

  /** From now on nothing goes wrong any more. What is under way takes its course. */
  public void calm() {
    plan.clear();
  }

  /** Which faults struck which calls so far, in order. */
  public List<Hit> hits() {
    return plan.hits().stream().map(MemoryCloud::shown).toList();
  }

  /**
   * What was really done to this cloud, in order, whoever heard of it: the cloud's own record, to
   * be compared with a state. It begins when this cloud is built, and tells nothing of what other
   * processes do to the same file.
   */
  public List<Effect> effects() {
    return desk.effects().stream().map(MemoryCloud::shown).toList();
  }

  /** All objects there are, by type and identifier. */
  public List<CloudObject> objects() {
    return desk.look((state, moment) -> new Tampering(state, moment).objects()).stream()
        .map(MemoryCloud::shown)
        .toList();
  }

  /** An object, in whatever region it is. */
  public Optional<CloudObject> object(String type, String id) {
    return desk.look((state, moment) -> new Tampering(state, moment).object(type, id))
        .map(MemoryCloud::shown);
  }

  /**
   * Changes an object's properties behind the engine's back. Nothing is checked.
   *
   * @param change gives the properties as they are afterwards
   * @throws IllegalArgumentException if there is no such object
   */
  public void tamper(String type, String id, UnaryOperator<Value.MapValue> change) {
    boolean done =
        desk.now(
            (state, moment) ->
                new Tampering(state, moment).change(simulated(type), type, id, change));
    refuseAbsent(done, type, id);
  }

  /**
   * Deletes an object behind the engine's back, whatever refers to it.
   *
   * @throws IllegalArgumentException if there is no such object
   */
  public void remove(String type, String id) {
    refuseAbsent(
        desk.now((state, moment) -> new Tampering(state, moment).remove(type, id)), type, id);
  }

  /**
   * Makes an object behind the engine's back, as another user of the cloud would.
   *
   * @return the identifier
   * @throws dev.ashlar.connector.OperationFailedException if the cloud refuses it
   * @throws IllegalArgumentException if this cloud has no such type
   */
  public String add(String type, Value.MapValue properties) {
    SimulatedType simulated =
        simulated(type).orElseThrow(() -> new IllegalArgumentException("there is no type " + type));
    return desk.now((state, moment) -> new Tampering(state, moment).add(simulated, properties));
  }

  private Optional<SimulatedType> simulated(String type) {
    Optional<SimulatedType> found = own.type(type);
    for (SimulatedProvider standIn : standIns) {
      found = found.or(() -> standIn.type(type));
    }
    return found;
  }

  private static void refuseAbsent(boolean done, String type, String id) {
    if (!done) {
      throw new IllegalArgumentException("there is no " + type + " " + id);
    }
  }

  private static Hit shown(FaultPlan.Hit hit) {
    Errand errand = hit.errand();
    return new Hit(
        hit.at(),
        hit.fault(),
        errand.operation(),
        errand.typeName(),
        errand.address().map(Object::toString));
  }

  private static Effect shown(Effects.Effect effect) {
    StoredObject.Name object = effect.object();
    return new Effect(effect.at(), effect.operation(), object.type(), object.id(), effect.key());
  }

  private static CloudObject shown(StoredObject object) {
    return new CloudObject(
        object.name().type(), object.name().id(), object.properties(), object.outputs());
  }

  /** Describes a cloud. For one thread. */
  public static final class Builder {
    private long seed = 1;
    private TimeSource time = new WallClock();
    private Duration latency = Duration.ZERO;
    private double speed = 1_000;
    private Optional<Path> file = Optional.empty();
    private Keeping keeping = Keeping.OBJECTS;
    private final List<Provider> impersonated = new ArrayList<>();
    private List<Fault> faults = List.of();

    private Builder() {}

    /** What identifiers and outputs are drawn from. */
    public Builder seed(long number) {
      seed = number;
      return this;
    }

    /** The time that the cloud lives in: that of the engine. By default that of the machine. */
    public Builder time(TimeSource source) {
      time = Objects.requireNonNull(source, "source");
      return this;
    }

    /** How long every answer takes. By default none. */
    public Builder latency(Duration duration) {
      latency = Objects.requireNonNull(duration, "duration");
      return this;
    }

    /** What goes wrong, in place of what was given before. */
    public Builder faults(Fault... all) {
      faults = List.of(all);
      return this;
    }

    /**
     * How many times faster than in a real cloud long operations are: with 1 a database takes
     * minutes. By default 1,000.
     */
    public Builder speed(double factor) {
      if (!(factor > 0)) {
        throw new IllegalArgumentException("the speed is more than nothing");
      }
      speed = factor;
      return this;
    }

    /**
     * The file that the cloud lives in; by default it lives in memory. A key for secrets and a lock
     * lie beside it.
     */
    public Builder file(Path path) {
      file = Optional.of(path);
      return this;
    }

    /**
     * The file keeps a line for every change that was ever made, and a change is on the disk before
     * it is answered. By default the file keeps what there is, and is left to the system.
     */
    public Builder keepingRecords() {
      keeping = Keeping.RECORDS;
      return this;
    }

    /** Providers in whose place this cloud serves, too. */
    public Builder impersonating(Provider... providers) {
      impersonated.addAll(List.of(providers));
      return this;
    }

    /** The cloud. */
    public MemoryCloud build() {
      return new MemoryCloud(this);
    }
  }
}
