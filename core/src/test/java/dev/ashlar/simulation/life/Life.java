package dev.ashlar.simulation.life;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.Provider;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.PlanText;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.simulation.cloud.Types;
import dev.ashlar.simulation.scenario.Back;
import dev.ashlar.simulation.scenario.Crash;
import dev.ashlar.simulation.scenario.Round;
import dev.ashlar.simulation.scenario.Scenario;
import dev.ashlar.simulation.world.Machine;
import dev.ashlar.simulation.world.World;
import dev.ashlar.state.KeyService;
import dev.ashlar.state.State;
import dev.ashlar.state.StateStore;
import dev.ashlar.state.secret.MemoryKeys;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/**
 * Lives a scenario through: one process after the other plans, applies, is killed or falls asleep,
 * and the next one recovers, until nothing is left to do. After every step everything is held
 * against the laws.
 */
public final class Life {
  private static final Duration LEASE = Duration.ofMinutes(11);
  private static final int ROUNDS = 14;
  private static final Set<String> NO_WAY =
      Set.of(PlanProblems.ROLLBACK_SERIAL.id(), PlanProblems.ORDER.id());

  private final Scenario scenario;
  private final Sabotage sabotage;
  private final Coverage coverage;
  private final World world;
  private final MemoryCloud cloud;
  private final Provider provider;
  private final StateStore store;
  private final KeyService keys;
  private final Witness witness = new Witness();
  private final Accounts accounts;
  private final Misfortune misfortune;
  private int processes;
  private Environment environment;

  /** A life that nobody sabotages. */
  public Life(Scenario scenario, Coverage coverage) {
    this(scenario, coverage, new Sabotage() {});
  }

  /** A life in an engine that is planted with a bug. */
  public Life(Scenario scenario, Coverage coverage, Sabotage sabotage) {
    this.scenario = scenario;
    this.sabotage = sabotage;
    this.coverage = coverage;
    this.world = new World(new Random(scenario.seed()));
    this.cloud =
        MemoryCloud.builder()
            .time(world)
            .seed(scenario.seed())
            .latency(Duration.ofMillis(20))
            .build();
    this.provider = cloud.standIn(Types.DESCRIPTOR, Types.CATALOG);
    this.store = sabotage.records(StateStore.inMemory(world::now));
    this.keys = new MemoryKeys(new Random(1));
    this.accounts = new Accounts(cloud, witness);
    this.misfortune = new Misfortune(cloud, coverage);
    this.environment = declared(new Round(NOTHING, List.of(), List.of(), List.of(), List.of()));
  }

  private static final dev.ashlar.simulation.scenario.Drawing NOTHING =
      new dev.ashlar.simulation.scenario.Drawing(List.of(), Map.of(), Map.of());

  /** Lives; fails where a law is broken. */
  public void live() {
    for (Round round : scenario.rounds()) {
      environment = declared(round);
      live(round);
    }
  }

  /** Lives, and tells how; fails where a law is broken. */
  public void liveAndTell() {
    witness.listen();
    try {
      live();
    } catch (AssertionError | RuntimeException e) {
      throw new AssertionError(e.getMessage() + "\n\nWhat happened:\n" + witness.story(), e);
    }
  }

  private Environment declared(Round round) {
    Blueprint blueprint = Blueprint.read(Source.text("life", round.drawing().text())).orThrow();
    return Environment.of("life", blueprint)
        .parameter("secret", Value.secret(Value.of(Canary.SECRET)))
        .onFailure(scenario.onFailure());
  }

  /** A process and its engine. */
  private record Running(Process process, Ashlar ashlar, Workspace workspace) {}

  private Running start(Optional<Machine.Fate> end, boolean recovering) {
    Machine machine = new Machine(world, end.orElse(Machine.Fate.LIVES));
    Process process = new Process(machine, ++processes, recovering);
    machine.whenItFalls(
        () -> {
          witness.tell(process + " ends at " + process.last());
          misfortune.fell(process);
        });
    Ashlar ashlar =
        Ashlar.builder()
            .state(
                sabotage.store(
                    new MachineStore(store, process, witness, misfortune.disk(process)), process))
            .keys(keys)
            .addProvider(sabotage.provider(new Wire(provider, process, witness)))
            .executor(machine)
            .time(sabotage.time(machine))
            .random(new Random(scenario.seed() + processes))
            .parallelism(8)
            .build();
    return new Running(process, ashlar, ashlar.open(environment));
  }

  /** Waits for what a process does; empty where it does not live to see it. */
  private <T> Optional<T> await(Running running, CompletableFuture<T> future) {
    Machine machine = running.process().machine();
    if (!world.runUntil(() -> future.isDone() || !machine.isAwake())) {
      throw new AssertionError("nothing is left to do, and something is still waited for");
    }
    witness.check();
    return future.isDone() && machine.isAwake() ? Optional.of(future.join()) : Optional.empty();
  }

  private void live(Round round) {
    round.theirs().forEach(this::theirs);
    Running first = start(end(round, 0), false);
    Optional<Plan> plan = await(first, first.workspace().plan());
    Optional<Outcome> outcome = Optional.empty();
    if (plan.isPresent()) {
      sound(plan.get());
      misfortune.begins(round.strikes(), plan.get());
      told(plan.get());
      Meddling meddling = new Meddling(cloud, plan.get());
      round.meddling().forEach(meddling::with);
      Plan altered = await(first, sabotage.plan(plan.get(), first.workspace())).orElseThrow();
      first.process().carriesOut(plan.get());
      outcome = await(first, first.workspace().apply(altered).outcome());
      outcome.ifPresent(
          ended -> {
            said(ended);
            meddling.respected(ended);
          });
    }
    world.advance(LEASE);
    witness.count(cloud);
    witness.check();
    if (outcome.filter(Outcome.Succeeded.class::isInstance).isEmpty()) {
      recover(number -> end(round, number));
    } else if (round.isCalm() && round != scenario.rounds().get(scenario.rounds().size() - 1)) {
      accounts.settled(outcome.get().state());
      return;
    }
    round.ways().forEach(this::goBack);
    converge();
    if (!first.process().machine().isAwake() && !first.process().machine().isDead()) {
      State before = records();
      first.process().machine().wake();
      world.advance(LEASE);
      witness.check();
      if (!records().equals(before)) {
        throw new AssertionError("a process that slept too long changed the records");
      }
      accounts.settled(records());
    }
  }

  private Optional<Machine.Fate> end(Round round, int number) {
    return sabotage.fate(round, number).or(() -> end(round.ends(), number));
  }

  private static Optional<Machine.Fate> end(List<Crash> ends, int number) {
    return number < ends.size() ? Optional.of(new Ending(ends.get(number))) : Optional.empty();
  }

  /** Goes back, and recovers where the process that does does not live to its end. */
  private void goBack(Back back) {
    misfortune.ends();
    Running running = start(end(back.ends(), 0), false);
    PlanMode mode = PlanMode.rollback();
    if (back.serials() > 0) {
      mode = mode.to(records().serial() - back.serials());
    }
    Plan plan = await(running, running.workspace().plan(mode)).orElseThrow();
    if (plan.hasErrors()) {
      refused(plan);
      return;
    }
    misfortune.begins(List.of(), plan);
    told(plan);
    running.process().carriesOut(plan);
    Optional<Outcome> outcome = await(running, running.workspace().apply(plan).outcome());
    outcome.ifPresent(this::said);
    world.advance(LEASE);
    witness.count(cloud);
    witness.check();
    if (outcome.filter(Outcome.Succeeded.class::isInstance).isEmpty()) {
      recover(number -> end(back.ends(), number));
    } else {
      accounts.settled(outcome.get().state());
    }
  }

  /**
   * Where no way leads back, that is said, and why: into the middle of a run that was undone; or
   * because what uses what has turned round since.
   */
  private void refused(Plan plan) {
    witness.tell("no way back: " + plan.diagnostics());
    boolean byName =
        plan.diagnostics().stream()
            .filter(Diagnostic::isError)
            .map(Diagnostic::code)
            .allMatch(NO_WAY::contains);
    if (!byName) {
      throw new AssertionError("the way back has errors: " + plan.diagnostics());
    }
  }

  private void theirs(String key) {
    var unused =
        cloud.add(Types.NAMED, Value.map(Map.of("Key", Value.of(key), "Size", Value.of(2))));
  }

  private void said(Outcome outcome) {
    witness.tell("outcome: " + outcome.getClass().getSimpleName() + " " + outcome.diagnostics());
    outcome.diagnostics().forEach(diagnostic -> witness.said(diagnostic.toString()));
    if (outcome instanceof Outcome.Failed
        && outcome.diagnostics().stream().noneMatch(Diagnostic::isError)) {
      witness.violated("a failure, and nobody says why: " + outcome);
    }
    witness.check();
  }

  /**
   * Whether nothing is left to recover: it was done, or has failed and was undone as far as told.
   */
  private static boolean isOver(Outcome outcome) {
    return outcome instanceof Outcome.Succeeded
        || outcome instanceof Outcome.Failed
            && outcome.rollback().isPresent()
            && outcome.state().run().isEmpty();
  }

  private void recover(IntFunction<Optional<Machine.Fate>> ends) {
    List<Decision.Answer> answers = List.of();
    for (int attempt = 1; attempt < ROUNDS; attempt++) {
      Running running = start(ends.apply(attempt), true);
      running.process().ends(witness.underWay().keySet());
      Optional<Outcome> outcome =
          await(
              running,
              running.workspace().recover(answers.toArray(Decision.Answer[]::new)).outcome());
      outcome.ifPresent(this::said);
      misfortune.ends();
      world.advance(LEASE);
      witness.count(cloud);
      witness.check();
      answers = List.of();
      if (outcome.isPresent() && outcome.get() instanceof Outcome.NeedsDecision open) {
        witness.tell("asked: " + open.decisions());
        answers = sabotage.answers(accounts.truth(open.decisions()), open.state());
      } else if (outcome.isPresent() && isOver(outcome.get())) {
        accounts.settled(outcome.get().state());
        return;
      } else if (outcome.isPresent() && attempt > 1) {
        throw new AssertionError("recovery ends as " + outcome.get().diagnostics());
      }
    }
    throw new AssertionError("recovery does not come to an end");
  }

  private State records() {
    Running reader = start(Optional.empty(), true);
    Checked<State> read = await(reader, reader.workspace().state()).orElseThrow();
    if (!read.isSound()) {
      throw new AssertionError("the records cannot be read: " + read.diagnostics());
    }
    return read.orThrow();
  }

  private void told(Plan plan) {
    plan.changes()
        .forEach(change -> witness.tell("planned: " + change + " after " + change.dependsOn()));
  }

  private void sound(Plan plan) {
    if (plan.hasErrors()) {
      throw new AssertionError("the plan has errors: " + plan.diagnostics());
    }
  }

  /** Whether what should move cannot: a way back that did not come to its end is gone on with. */
  private static boolean isBlocked(Plan plan) {
    return plan.diagnostics().stream()
        .anyMatch(why -> why.code().equals(PlanProblems.MOVE_BLOCKED.id()));
  }

  /** Plans and applies in a calm world until the plan is empty. */
  private void converge() {
    misfortune.ends();
    boolean mustBeEmpty = false;
    Optional<State> last = Optional.empty();
    for (int round = 0; round < ROUNDS; round++) {
      Running running = start(Optional.empty(), false);
      Plan plan = await(running, running.workspace().plan()).orElseThrow();
      if (isBlocked(plan) && records().restoring().isPresent()) {
        goBack(new Back(0, List.of()));
        continue;
      }
      sound(plan);
      if (plan.isEmpty()) {
        accounts.settled(last.isPresent() ? last.get() : records());
        accounts.nothingHalfMade();
        return;
      }
      if (mustBeEmpty) {
        throw new AssertionError("the second plan:\n" + PlanText.plain().render(plan));
      }
      told(plan);
      Plan altered = await(running, sabotage.plan(plan, running.workspace())).orElseThrow();
      running.process().carriesOut(plan);
      Outcome outcome = await(running, running.workspace().apply(altered).outcome()).orElseThrow();
      said(outcome);
      if (!(outcome instanceof Outcome.Succeeded)) {
        throw new AssertionError(
            "a plan in a calm world ends as "
                + outcome.diagnostics()
                + "\n"
                + PlanText.plain().render(plan));
      }
      witness.count(cloud);
      witness.check();
      accounts.settled(outcome.state());
      last = Optional.of(outcome.state());
      mustBeEmpty = plan.changes().stream().noneMatch(change -> change.action() == Action.DEFERRED);
    }
    throw new AssertionError("it does not converge");
  }

  /** How a process of a scenario ends. */
  private static final class Ending implements Machine.Fate {
    private final Crash crash;
    private int passed;

    Ending(Crash crash) {
      this.crash = crash;
    }

    @Override
    public Machine.Blow at(
        dev.ashlar.simulation.world.Boundary boundary, java.util.Collection<String> changes) {
      boolean here =
          boundary == crash.boundary()
              && (crash.about().isEmpty()
                  || changes.stream().anyMatch(change -> change.startsWith(crash.about())));
      return here && ++passed == crash.passing() ? crash.blow() : Machine.Blow.NONE;
    }
  }
}
