package dev.ashlar;

import dev.ashlar.blueprint.ApprovalRule;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.connector.discovery.Providers;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Run;
import dev.ashlar.governance.Access;
import dev.ashlar.governance.Approval;
import dev.ashlar.governance.ApprovalStore;
import dev.ashlar.governance.AuditAnchor;
import dev.ashlar.governance.AuditLog;
import dev.ashlar.governance.AuditTrail;
import dev.ashlar.governance.PolicyCases;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.governance.Principal;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.SecretSource;
import dev.ashlar.state.State;
import dev.ashlar.state.StateStore;
import dev.ashlar.value.Address;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The engine. Any number of them in one JVM; safe for every thread. Nothing starts before {@link
 * Builder#build}, nothing runs after {@link #close}.
 *
 * @since 0.1
 */
public final class Ashlar implements AutoCloseable {
  private static final Principal ANONYMOUS = Principal.named("anonymous");

  private final Engine engine;

  private Ashlar(Engine engine) {
    this.engine = engine;
  }

  /** Starts to describe an engine. */
  public static Builder builder() {
    return new Builder();
  }

  /** An environment in nobody's hands in particular: fine while no access is configured. */
  public Workspace open(Environment environment) {
    return open(environment, ANONYMOUS);
  }

  /** An environment in somebody's hands. Touches nothing. */
  public Workspace open(Environment environment, Principal principal) {
    engine.ensureOpen();
    return new EngineWorkspace(engine, environment, principal);
  }

  /** The resource types of all providers. */
  public Catalog catalog() {
    return engine.providers().catalog();
  }

  /** The schema of a type, or which type may have been meant. */
  public Checked<ResourceSchema> schema(String type) {
    return engine.providers().schema(type);
  }

  /** What went wrong while providers were looked for: a broken one does not hide the others. */
  public List<Diagnostic> diagnostics() {
    return engine.providers().diagnostics();
  }

  /**
   * Every kind of problem that the engine reports, by id: what each means and what to do about it.
   * Connectors may report kinds of their own.
   */
  public static List<Code> codes() {
    return Explanations.all();
  }

  /** What is wrong with a pack of policies, held against the types of all providers. */
  public List<Diagnostic> check(PolicyPack pack) {
    return engine.policies().problems(pack);
  }

  /** Runs tests of policies; or says which of them could prove nothing. */
  public Checked<PolicyCases.Results> test(PolicyCases cases) {
    return engine.policies().test(cases);
  }

  /** The environments of which something is recorded, as nobody in particular sees them. */
  public CompletableFuture<List<Environment.Id>> environments() {
    return environments(ANONYMOUS);
  }

  /** The environments of which something is recorded and which somebody may read. */
  public CompletableFuture<List<Environment.Id>> environments(Principal principal) {
    return engine
        .underWay()
        .answer(() -> Records.environments(engine, principal), Ashlar::unanswered);
  }

  private static List<Environment.Id> unanswered(Diagnostic why) {
    throw new IllegalStateException(why.toString());
  }

  /** The states that can still be read, as nobody in particular sees them. */
  public CompletableFuture<Checked<List<Serial>>> serials(Environment.Id environment) {
    return serials(environment, ANONYMOUS);
  }

  /**
   * The states of an environment that can still be read and rolled back to, without a blueprint:
   * the newest first, at most 20.
   */
  public CompletableFuture<Checked<List<Serial>>> serials(
      Environment.Id environment, Principal principal) {
    return engine
        .underWay()
        .answer(() -> records(environment, principal).serials(), EngineWorkspace::refused);
  }

  /** The records of an environment, without a blueprint, in nobody's hands in particular. */
  public CompletableFuture<Checked<State>> state(Environment.Id environment) {
    return state(environment, ANONYMOUS);
  }

  /** The records of an environment, without a blueprint: so no stage is known to grants. */
  public CompletableFuture<Checked<State>> state(Environment.Id environment, Principal principal) {
    return engine
        .underWay()
        .answer(
            () -> records(environment, principal).read(OptionalLong.empty()),
            EngineWorkspace::refused);
  }

  private Records records(Environment.Id environment, Principal principal) {
    return new Records(engine, environment, Optional.empty(), principal);
  }

  /** Plans to move an object, as nobody in particular. */
  public CompletableFuture<Move> move(Environment.Id from, Address address, Environment.Id to) {
    return move(from, address, to, ANONYMOUS);
  }

  /**
   * Plans to move an object from one environment to another of this engine: nothing is done, and
   * what stands against it is said.
   *
   * @param from the environment that it leaves
   * @param address its address, in both
   * @param to the environment that it goes to
   * @param principal who plans it
   */
  public CompletableFuture<Move> move(
      Environment.Id from, Address address, Environment.Id to, Principal principal) {
    return engine
        .underWay()
        .answer(
            () -> new Moving(engine, principal).plan(from, address, to),
            why -> new Move(from, 0, to, 0, address, "", Optional.empty(), List.of(why)));
  }

  /**
   * Moves an object in one step: whenever it is interrupted, the object is recorded in exactly one
   * of the two environments, or a recovery of either of them makes it so. Declare it in the other
   * environment's blueprint, and no more in this one's, before either is applied again.
   *
   * @return the run; it has no events, and the state of its outcome is that of the environment that
   *     the object left
   */
  public Run apply(Move move, Principal principal) {
    return engine.run(
        relay ->
            engine
                .auditing()
                .moved(move, principal, () -> new Moving(engine, principal).apply(move)));
  }

  /**
   * Changes the key that the secrets of an environment are encrypted with, and writes its state
   * anew under the new one. Former keys are kept, for the serials from before; or forgotten, and
   * then nobody can read the secrets of those serials any more, nor of copies of them ({@code
   * state.secret-shredded}).
   *
   * @param forgetFormer whether to forget the former keys
   * @return the state as it is, or why the key was not changed
   */
  public CompletableFuture<Checked<State>> rekey(
      Environment.Id environment, boolean forgetFormer, Principal principal) {
    return engine
        .underWay()
        .answer(
            () -> records(environment, principal).rekey(forgetFormer), EngineWorkspace::refused);
  }

  /** The audit log of an environment, as nobody in particular may read it. */
  public CompletableFuture<Checked<AuditTrail>> audit(
      Environment.Id environment, List<AuditAnchor> anchors) {
    return audit(environment, anchors, ANONYMOUS);
  }

  /**
   * The audit log of an environment, and whether it is as it was written: each entry, each
   * signature, and the end. Writes nothing.
   *
   * @param anchors what was kept elsewhere, to be held against it; may be empty
   * @param principal who reads it
   */
  public CompletableFuture<Checked<AuditTrail>> audit(
      Environment.Id environment, List<AuditAnchor> anchors, Principal principal) {
    List<AuditAnchor> all = List.copyOf(anchors);
    return engine
        .underWay()
        .answer(() -> trail(environment, principal).read(all), EngineWorkspace::refused);
  }

  private Trail trail(Environment.Id environment, Principal principal) {
    return new Trail(engine, environment, principal);
  }

  /** Signs where an audit log stands now, for nobody in particular. */
  public CompletableFuture<Checked<AuditAnchor>> anchor(Environment.Id environment) {
    return anchor(environment, ANONYMOUS);
  }

  /**
   * Signs where an audit log stands now, to be kept elsewhere.
   *
   * @param principal who keeps it
   * @return the anchor, or why there can be none: the log is empty, or not as it was written
   */
  public CompletableFuture<Checked<AuditAnchor>> anchor(
      Environment.Id environment, Principal principal) {
    return engine
        .underWay()
        .answer(() -> trail(environment, principal).anchor(), EngineWorkspace::refused);
  }

  /**
   * Takes the entries from before a moment out of an audit log, but never the last one. What stays
   * begins with a signed entry that says who did that, and can be verified as before. A log that is
   * not as it was written is left as it is.
   *
   * @return the log as it is afterwards
   */
  public CompletableFuture<Checked<AuditTrail>> pruneAudit(
      Environment.Id environment, Instant before, Principal principal) {
    return engine
        .underWay()
        .answer(() -> trail(environment, principal).prune(before), EngineWorkspace::refused);
  }

  /**
   * Starts to look at environments for drift, each about once in the interval; the first looks are
   * spread over a tenth of it. One with an open run is left alone, and no two patrols of this
   * engine look at one environment at a time.
   *
   * @param every the interval, a tenth more or less by chance
   * @param environments which; asked again and again, so that they may come and go; must be quick
   * @throws IllegalArgumentException if the interval is shorter than a second
   */
  public Patrol patrol(Duration every, Supplier<? extends Collection<Workspace>> environments) {
    if (every.compareTo(Duration.ofSeconds(1)) < 0) {
      throw new IllegalArgumentException("at least a second: " + every);
    }
    engine.ensureOpen();
    return EnginePatrol.start(engine, every, Objects.requireNonNull(environments));
  }

  /**
   * Cancels the runs under way, waits until what they did is recorded, and lets go of everything. A
   * future that is not complete by then fails with an {@link IllegalStateException}. Must not be
   * called where the engine's own work would have to go on: in a listener, or on the only thread of
   * the executor.
   */
  @Override
  public void close() {
    engine.close();
  }

  /** Describes an engine. {@code addX} adds, {@code x} replaces. For one thread. */
  public static final class Builder {
    private @Nullable StateStore store;
    private @Nullable KeyService keys;
    private @Nullable AuditLog audit;
    private @Nullable Executor executor;
    private @Nullable TimeSource time;
    private @Nullable RandomGenerator random;
    private final List<SecretSource> secretSources = new ArrayList<>();
    private final Providers.Builder providers = Providers.builder();
    private final List<PolicyPack> policies = new ArrayList<>();
    private final List<PolicyPack> offered = new ArrayList<>();
    private @Nullable Access access;
    private final List<ApprovalRule> approvalRules = new ArrayList<>();
    private final List<Consumer<Approval>> approvalListeners = new ArrayList<>();
    private final List<Consumer<Waiting>> waitingListeners = new ArrayList<>();
    private @Nullable ApprovalStore approvals;
    private int parallelism = 16;
    private int totalParallelism = 1_000;

    private Builder() {}

    /** Where states live. Without one they live in memory, and end with the engine. */
    public Builder state(StateStore where) {
      store = Objects.requireNonNull(where);
      return this;
    }

    /**
     * What wraps the keys of secrets. Without one the store's own does: for a directory a file in
     * it, for a store in memory a key in memory.
     */
    public Builder keys(KeyService service) {
      keys = Objects.requireNonNull(service);
      return this;
    }

    /**
     * Where it is kept who did what. Without one it lies beside the states of a directory, and is
     * not kept for states that are in memory or elsewhere.
     */
    public Builder audit(AuditLog log) {
      audit = Objects.requireNonNull(log);
      return this;
    }

    /** Adds a provider. */
    public Builder addProvider(Provider provider) {
      providers.add(provider);
      return this;
    }

    /** Adds the providers that a class loader's service files name. */
    public Builder discoverProviders(ClassLoader loader) {
      providers.discover(loader);
      return this;
    }

    /** Adds the providers that a module layer's modules provide. */
    public Builder discoverProviders(ModuleLayer layer) {
      providers.discover(layer);
      return this;
    }

    /**
     * Adds where secrets can come from. Without any, none can: an engine that serves strangers'
     * documents does not read its own process's variables or files for them.
     */
    public Builder addSecretSource(SecretSource source) {
      secretSources.add(source);
      return this;
    }

    /**
     * Adds policies that hold in every environment, whatever its document says: it can neither set
     * their parameters nor exempt anything from them.
     */
    public Builder addPolicies(PolicyPack pack) {
      policies.add(Objects.requireNonNull(pack));
      return this;
    }

    /**
     * Adds policies that hold where an environment names them, as it can name those that come with
     * the engine, and those in files where its document was read from one.
     */
    public Builder offerPolicies(PolicyPack pack) {
      offered.add(Objects.requireNonNull(pack));
      return this;
    }

    /**
     * Who may do what. Without it everybody may do everything; with it, what it does not allow is
     * refused, at every entry.
     */
    public Builder access(Access who) {
      access = Objects.requireNonNull(who);
      return this;
    }

    /** Adds a rule for approvals that holds in every environment, whatever its document says. */
    public Builder addApprovals(ApprovalRule rule) {
      approvalRules.add(Objects.requireNonNull(rule));
      return this;
    }

    /** Where approvals live. Without one they live in the state store, beside the log. */
    public Builder approvals(ApprovalStore where) {
      approvals = Objects.requireNonNull(where);
      return this;
    }

    /**
     * Tells of each approval that is requested or decided on, as it stands then: for an inbox of
     * one's own. Called on the engine's executor; must return promptly. Only what this engine does
     * is told.
     */
    public Builder onApproval(Consumer<Approval> listener) {
      approvalListeners.add(Objects.requireNonNull(listener));
      return this;
    }

    /**
     * Tells of each look at a cloud that failed in passing and is made again, while something is
     * planned or compared: else who waits sees nothing. Called on the engine's executor; must
     * return promptly.
     */
    public Builder onWaiting(Consumer<Waiting> listener) {
      waitingListeners.add(Objects.requireNonNull(listener));
      return this;
    }

    /** Where the engine works. One that is given is never shut down. */
    public Builder executor(Executor where) {
      executor = Objects.requireNonNull(where);
      return this;
    }

    /** How many operations of one run may be under way at once. */
    public Builder parallelism(int operations) {
      if (operations < 1) {
        throw new IllegalArgumentException("at least one operation at once: " + operations);
      }
      parallelism = operations;
      return this;
    }

    /**
     * How many operations of all runs together may be under way at once; 1,000 unless said
     * otherwise, and never fewer than those of one run. They are shared equally between the tenants
     * that are at work, and within a tenant between its runs.
     */
    public Builder totalParallelism(int operations) {
      if (operations < 1) {
        throw new IllegalArgumentException("at least one operation at once: " + operations);
      }
      totalParallelism = operations;
      return this;
    }

    /** The clock and timers. */
    public Builder time(TimeSource source) {
      time = Objects.requireNonNull(source);
      return this;
    }

    /** The randomness; fit for cryptography outside simulations. */
    public Builder random(RandomGenerator generator) {
      random = Objects.requireNonNull(generator);
      return this;
    }

    /** The engine. */
    public Ashlar build() {
      return new Ashlar(
          Engine.start(
              new Engine.Parts(
                  store,
                  keys,
                  audit,
                  executor,
                  time,
                  random,
                  secretSources,
                  providers.build(),
                  policies,
                  offered,
                  access,
                  approvalRules,
                  approvals,
                  approvalListeners,
                  waitingListeners,
                  parallelism,
                  totalParallelism)));
    }
  }
}
