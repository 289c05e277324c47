package dev.ashlar;

import dev.ashlar.blueprint.ApprovalRule;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.connector.call.ConnectorCalls;
import dev.ashlar.connector.discovery.Providers;
import dev.ashlar.connector.session.Sessions;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import dev.ashlar.execution.run.Execution;
import dev.ashlar.execution.run.Parallelism;
import dev.ashlar.execution.run.Surroundings;
import dev.ashlar.execution.step.Remainder;
import dev.ashlar.execution.turn.Turns;
import dev.ashlar.expression.Expressions;
import dev.ashlar.expression.Limits;
import dev.ashlar.governance.Access;
import dev.ashlar.governance.Approval;
import dev.ashlar.governance.ApprovalStore;
import dev.ashlar.governance.AuditLog;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.governance.approval.Registry;
import dev.ashlar.graph.compile.GraphCompiler;
import dev.ashlar.graph.compile.LiveGraph;
import dev.ashlar.graph.compile.Types;
import dev.ashlar.observation.limit.RateLimits;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.resolution.Resolution;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.SecretSource;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.journal.LeaseTerms;
import dev.ashlar.state.journal.States;
import dev.ashlar.state.secret.Fingerprints;
import dev.ashlar.state.secret.MemoryKeys;
import dev.ashlar.state.secret.SecretSources;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all workspaces of one engine share, and what ends with it. */
final class Engine implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ashlar.class);

  /** What an engine is made of; what is absent it makes itself, and closes itself. */
  record Parts(
      @Nullable StateStore store,
      @Nullable KeyService keys,
      @Nullable AuditLog audit,
      @Nullable Executor executor,
      @Nullable TimeSource time,
      @Nullable RandomGenerator random,
      List<SecretSource> secretSources,
      Providers providers,
      List<PolicyPack> policies,
      List<PolicyPack> offered,
      @Nullable Access access,
      List<ApprovalRule> approvalRules,
      @Nullable ApprovalStore approvals,
      List<Consumer<Approval>> approvalListeners,
      List<Consumer<Waiting>> waitingListeners,
      int parallelism,
      int totalParallelism) {
    Parts {
      secretSources = List.copyOf(secretSources);
      policies = List.copyOf(policies);
      offered = List.copyOf(offered);
      approvalRules = List.copyOf(approvalRules);
      approvalListeners = List.copyOf(approvalListeners);
      waitingListeners = List.copyOf(waitingListeners);
    }
  }

  private final Providers providers;
  private final Reserve executor;
  private final TimeSource time;
  private final RandomGenerator random;
  private final StateStore store;
  private final States states;
  private final Sessions sessions;
  private final ConnectorCalls calls;
  private final Expressions expressions;
  private final Secrets secrets;
  private final Policies policies;
  private final Admission admission;
  private final Approvals approvals;
  private final ApprovalStore approvalStore;
  private final List<Consumer<Approval>> approvalListeners;
  private final List<Consumer<Waiting>> waitingListeners;
  private final Seals seals = new Seals();
  private final Auditing auditing;
  private final Execution execution;
  private final RateLimits limits;
  private final int parallelism;
  private final List<AutoCloseable> own;
  private final UnderWay underWay;
  private final Set<Patrol> patrols = ConcurrentHashMap.newKeySet();
  private final Set<Environment.Id> patrolled = ConcurrentHashMap.newKeySet();

  private Engine(Parts parts, Reserve executor, TimeSource time, List<AutoCloseable> own) {
    this.providers = parts.providers();
    this.executor = executor;
    this.time = time;
    this.own = own;
    this.underWay = new UnderWay(executor);
    executor.onRefusal(underWay::cancelRuns);
    this.parallelism = parts.parallelism();
    this.random = parts.random() == null ? new SecureRandom() : parts.random();
    this.store = parts.store() == null ? StateStore.inMemory() : parts.store();
    KeyService keys =
        parts.keys() == null ? store.keys().orElseGet(() -> new MemoryKeys(random)) : parts.keys();
    this.states = new States(store, keys, time, executor, random, LeaseTerms.USUAL);
    this.auditing =
        new Auditing(this, parts.audit() == null ? Auditing.usual(store) : parts.audit());
    this.sessions = new Sessions(providers);
    this.calls = new ConnectorCalls(executor, time, Engine::note);
    this.expressions = new Expressions(Limits.STANDARD, System::nanoTime);
    this.secrets = new Secrets(SecretSources.of(parts.secretSources()));
    this.limits = new RateLimits(time, providers::rateLimit);
    this.policies = new Policies(parts.policies(), parts.offered(), providers, time);
    this.admission = new Admission(parts.access());
    this.approvals = new Approvals(this, parts.approvalRules());
    this.approvalStore =
        parts.approvals() == null ? ApprovalStore.beside(store) : parts.approvals();
    this.approvalListeners = parts.approvalListeners();
    this.waitingListeners = parts.waitingListeners();
    this.execution =
        new Execution(
            Surroundings.of(
                sessions,
                executor,
                time,
                random,
                limits,
                Parallelism.of(parallelism),
                new Turns(Math.max(parallelism, parts.totalParallelism()))));
  }

  static Engine start(Parts parts) {
    List<AutoCloseable> own = new ArrayList<>();
    Executor executor = parts.executor();
    if (executor == null) {
      Workers workers = new Workers("ashlar-");
      ExecutorService threads = Executors.newFixedThreadPool(threads(), workers);
      own.add(threads::shutdownNow);
      own.add(workers::join);
      executor = threads;
    }
    Reserve reserve = new Reserve(executor);
    own.add(reserve);
    TimeSource time = parts.time();
    if (time == null) {
      SystemTime system = new SystemTime();
      own.add(system);
      time = system;
    }
    return new Engine(parts, reserve, time, own);
  }

  private static int threads() {
    return Math.max(4, Runtime.getRuntime().availableProcessors());
  }

  private static void note(Diagnostic diagnostic) {
    LOG.warn("{}", diagnostic);
  }

  GraphCompiler compiler() {
    return new GraphCompiler(expressions::compile, Types.of(providers));
  }

  LiveGraph liveGraph() {
    return new LiveGraph(expressions::compile, Types.of(providers));
  }

  Providers providers() {
    return providers;
  }

  Executor executor() {
    return executor;
  }

  /** Starts a run; it is there at once, whatever has to be waited for first. */
  Run run(Function<Relay, CompletableFuture<Outcome>> start) {
    return underWay.run(
        () -> {
          Relay relay = new Relay(executor);
          int refusals = executor.refusals();
          return relay.run(
              start
                  .apply(relay)
                  .thenApply(
                      outcome ->
                          executor.refusals() == refusals ? outcome : Unwilling.noted(outcome)));
        });
  }

  TimeSource time() {
    return time;
  }

  RandomGenerator random() {
    return random;
  }

  States states() {
    return states;
  }

  Sessions sessions() {
    return sessions;
  }

  ConnectorCalls calls() {
    return calls;
  }

  RateLimits limits() {
    return limits;
  }

  Expressions expressions() {
    return expressions;
  }

  Secrets secrets() {
    return secrets;
  }

  Policies policies() {
    return policies;
  }

  /** Asks who may do what. */
  Admission admission() {
    return admission;
  }

  Approvals approvals() {
    return approvals;
  }

  /** The records of approvals of an environment. */
  Registry registry(Environment.Id environment, Fingerprints fingerprints) {
    return new Registry(approvalStore, environment, fingerprints::signature);
  }

  /** Tells who listens to approvals. */
  void tell(Approval approval) {
    tell(approvalListeners, approval);
  }

  /** Tells who listens to what is waited for. */
  void tell(Waiting waiting) {
    tell(waitingListeners, waiting);
  }

  /** Nobody holds the engine up, and one that throws disturbs no other. */
  private <T> void tell(List<Consumer<T>> listeners, T news) {
    for (Consumer<T> listener : listeners) {
      try {
        executor.execute(() -> tell(listener, news));
      } catch (RejectedExecutionException ended) {
        return;
      }
    }
  }

  private static <T> void tell(Consumer<T> listener, T news) {
    try {
      listener.accept(news);
    } catch (RuntimeException e) {
      LOG.warn("a listener failed: {}", e.getClass().getName());
    }
  }

  Seals seals() {
    return seals;
  }

  Auditing auditing() {
    return auditing;
  }

  Execution execution() {
    return execution;
  }

  /** Evaluates what a plan leaves open, with its secrets. */
  Remainder remainder(Plan plan, Inputs inputs, Fingerprints fingerprints) {
    return new PlanRemainder(
        new Resolution(plan, inputs, Types.of(providers), expressions::compile, fingerprints::of));
  }

  int parallelism() {
    return parallelism;
  }

  void ensureOpen() {
    underWay.ensureOpen();
  }

  UnderWay underWay() {
    return underWay;
  }

  /** The patrols that go on. */
  Set<Patrol> patrols() {
    return patrols;
  }

  /** The environments that one of them is looking at. */
  Set<Environment.Id> patrolled() {
    return patrolled;
  }

  @Override
  public void close() {
    List.copyOf(patrols).forEach(Patrol::close);
    if (!underWay.end()) {
      return;
    }
    sessions.close();
    store.close();
    for (AutoCloseable each : own) {
      try {
        each.close();
      } catch (Exception e) {
        LOG.warn("closing a part of the engine failed: {}", e.getClass().getName());
      }
    }
    underWay.dismiss();
  }
}
