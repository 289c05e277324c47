package dev.ashlar.testkit;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import dev.ashlar.memory.Fault;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.StateStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * An engine, a cloud in memory, virtual time and states in memory, that belong together. Everything
 * runs on one thread, in one order, and time jumps when nothing is left to do: joining a future is
 * right, and hours take milliseconds. What a test does <em>while</em> a run goes on belongs into
 * virtual time, with {@link #at}.
 *
 * <p>Safe for every thread, but for {@link Builder}.
 *
 * @since 0.1
 */
public final class Simulation implements AutoCloseable {
  private static final String NAME = "test";

  private final Builder parts;
  private final VirtualTime time = VirtualTime.create();
  private final MemoryCloud cloud;
  private final StateStore store;
  private final List<Ashlar> engines = new ArrayList<>();
  private Ashlar engine;

  private Simulation(Builder builder) {
    this.parts = builder;
    this.store = StateStore.inMemory(time::now);
    this.cloud =
        MemoryCloud.builder()
            .seed(builder.seed)
            .time(time)
            .latency(builder.latency)
            .speed(builder.speed)
            .faults(builder.faults.toArray(Fault[]::new))
            .impersonating(builder.impersonated.toArray(Provider[]::new))
            .build();
    this.engine = started();
  }

  /** A simulation as it is where nothing is said. */
  public static Simulation create() {
    return builder().build();
  }

  /** Starts to describe a simulation, for where there is no {@link Simulated}. */
  public static Builder builder() {
    return new Builder();
  }

  private Ashlar started() {
    Ashlar.Builder builder =
        Ashlar.builder()
            .state(new Shared(store))
            .executor(time)
            .time(time)
            .random(new Random(parts.seed + engines.size()))
            .parallelism(parts.parallelism);
    cloud.providers().forEach(builder::addProvider);
    parts.others.forEach(builder::addProvider);
    Ashlar started = parts.change.apply(builder).build();
    engines.add(started);
    return started;
  }

  /** What everything is drawn from. */
  public long seed() {
    return parts.seed;
  }

  /** The cloud. */
  public MemoryCloud cloud() {
    return cloud;
  }

  /** The time of it all. */
  public VirtualTime time() {
    return time;
  }

  /** Where the states are. */
  public StateStore store() {
    return store;
  }

  /** The engine; after {@link #restart} another one. */
  public synchronized Ashlar engine() {
    return engine;
  }

  /** A blueprint as the environment {@code test}, at the simulation's stage and tenant. */
  public Workspace open(Blueprint blueprint) {
    return open(Environment.of(NAME, blueprint).tenant(parts.tenant).stage(parts.stage));
  }

  /**
   * The text of a blueprint, likewise; in diagnostics it is called {@code blueprint.yaml}.
   *
   * @throws dev.ashlar.diagnostic.DiagnosticsException if it cannot be read
   */
  public Workspace open(String blueprint) {
    return open(Blueprint.read(Source.text("blueprint.yaml", blueprint)).orThrow());
  }

  /** An environment. */
  public Workspace open(Environment environment) {
    return engine().open(environment);
  }

  /** Plans and applies, and waits for the end. */
  public Outcome apply(Workspace workspace) {
    return time.run(workspace.apply(time.run(workspace.plan())).outcome());
  }

  /**
   * Begins to apply a plan. Time stands still until it is said what is to happen meanwhile: {@link
   * #at}.
   *
   * @param meanwhile says it, of the run that has begun
   */
  public Run apply(Workspace workspace, Plan plan, Consumer<Run> meanwhile) {
    Runnable goOn = time.hold();
    try {
      Run run = workspace.apply(plan);
      meanwhile.accept(run);
      return run;
    } finally {
      goOn.run();
    }
  }

  /** Does something so long after the beginning of the simulation, whatever goes on then. */
  public TimeSource.Timer at(Duration sinceBeginning, Runnable action) {
    return time.at(sinceBeginning, action);
  }

  /** Something goes wrong from now on. */
  public void fault(Fault... faults) {
    cloud.fault(faults);
  }

  /**
   * Goes on with another engine on the same cloud and the same states, as a process that is started
   * again. What the former one was doing is cancelled. Open workspaces anew.
   */
  public synchronized Simulation restart() {
    engine.close();
    engine = started();
    return this;
  }

  @Override
  public synchronized void close() {
    engine.close();
    store.close();
  }

  @Override
  public String toString() {
    return "simulation of seed " + parts.seed;
  }

  /** Describes a simulation. {@code addX} adds, {@code x} replaces. For one thread. */
  public static final class Builder {
    private long seed = 1;
    private Duration latency = Duration.ZERO;
    private double speed = 1;
    private int parallelism = 16;
    private String stage = "test";
    private String tenant = "";
    private List<Fault> faults = List.of();
    private final List<Provider> impersonated = new ArrayList<>();
    private final List<Provider> others = new ArrayList<>();
    private UnaryOperator<Ashlar.Builder> change = UnaryOperator.identity();

    private Builder() {}

    /** What everything is drawn from. */
    public Builder seed(long number) {
      seed = number;
      return this;
    }

    /** How long each answer of the cloud takes. */
    public Builder latency(Duration duration) {
      latency = Objects.requireNonNull(duration, "duration");
      return this;
    }

    /** How many times faster than in a real cloud long operations are. */
    public Builder speed(double factor) {
      speed = factor;
      return this;
    }

    /** How many operations of one run may be under way at once. */
    public Builder parallelism(int operations) {
      parallelism = operations;
      return this;
    }

    /** The stage that blueprints are opened at. */
    public Builder stage(String name) {
      stage = Objects.requireNonNull(name, "name");
      return this;
    }

    /** The tenant that blueprints are opened for; empty for none. */
    public Builder tenant(String name) {
      tenant = Objects.requireNonNull(name, "name");
      return this;
    }

    /** What goes wrong from the beginning. */
    public Builder faults(List<Fault> all) {
      faults = List.copyOf(all);
      return this;
    }

    /** Adds a provider whose types the cloud serves. */
    public Builder addImpersonated(Provider provider) {
      impersonated.add(provider);
      return this;
    }

    /** Adds a provider that serves its own types, as in production. */
    public Builder addProvider(Provider provider) {
      others.add(provider);
      return this;
    }

    /** Changes the engine: sources of secrets, keys. */
    public Builder engine(UnaryOperator<Ashlar.Builder> how) {
      change = Objects.requireNonNull(how, "how");
      return this;
    }

    /** The simulation. */
    public Simulation build() {
      return new Simulation(this);
    }
  }
}
