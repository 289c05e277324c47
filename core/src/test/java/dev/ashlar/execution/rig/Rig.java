package dev.ashlar.execution.rig;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.connector.discovery.Providers;
import dev.ashlar.connector.session.Sessions;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.Event;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import dev.ashlar.execution.run.Execution;
import dev.ashlar.execution.run.ExecutionRequest;
import dev.ashlar.execution.run.Parallelism;
import dev.ashlar.execution.run.RecoveryRequest;
import dev.ashlar.execution.run.Surroundings;
import dev.ashlar.execution.step.Clearance;
import dev.ashlar.execution.turn.Turns;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.observation.limit.Admission;
import dev.ashlar.observation.retry.Backoff;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.Invariants;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.journal.Journal;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;

/** Everything that a run needs, in virtual time. */
public final class Rig {
  /** The environment of all plans. */
  public static final Environment.Id ENVIRONMENT = new Environment.Id("", "test");

  /** Time. */
  public final VirtualTime time = VirtualTime.stepped();

  /** The cloud. */
  public final ScriptedCloud cloud = new ScriptedCloud(time);

  /** What is left to evaluate. */
  public final Literal remainder = new Literal();

  /** Events of the last run, in order. */
  public final List<Event> events = new ArrayList<>();

  /** Durable entries and calls of the last run, in the order in which they came. */
  public final List<Object> log = new ArrayList<>();

  private State state = State.empty(ENVIRONMENT, "0123456789abcdef");
  private MemoryJournal journal = new MemoryJournal(time, state, Duration.ZERO);
  private Duration flush = Duration.ZERO;
  private Clearance clearance = Clearance.GRANTED;
  private int failsAfter = Integer.MAX_VALUE;
  private Duration lease = Duration.ofDays(1);
  private Parallelism parallelism = Parallelism.of(10);
  private Turns turns = new Turns(100_000);
  private Admission admission = Admission.UNLIMITED;

  /** Calls are made when this allows. */
  public Rig admission(Admission limits) {
    admission = limits;
    return this;
  }

  /** At most so many changes at once. */
  public Rig parallelism(int total) {
    parallelism = Parallelism.of(total);
    return this;
  }

  /** At most so many changes at once, in all and per provider. */
  public Rig parallelism(Parallelism limits) {
    parallelism = limits;
    return this;
  }

  /** At most so many changes at once, of all runs together. */
  public Rig totalParallelism(int total) {
    turns = new Turns(total);
    return this;
  }

  /** The journal takes so long. */
  public Rig flush(Duration duration) {
    flush = duration;
    return this;
  }

  /** The lease holds so long. */
  public Rig lease(Duration left) {
    lease = left;
    return this;
  }

  /** Somebody has the last word on each change. */
  public Rig clearedBy(Clearance last) {
    clearance = last;
    return this;
  }

  /** The journal fails after so many entries. */
  public Rig journalFailingAfter(int entries) {
    failsAfter = entries;
    return this;
  }

  /** A thing that exists and is recorded. */
  public StateObject given(String address, int size) {
    Value.MapValue properties = Draft.thing(address, size);
    String id = "old-" + address;
    cloud.put(id, properties);
    StateObject object =
        new StateObject(
            Draft.id(address),
            false,
            ScriptedCloud.THING,
            Draft.HOME,
            new StateObject.SchemaStamp(1, ""),
            StateObject.Status.READY,
            Optional.of(id),
            new StateObject.Values(
                properties,
                properties,
                properties,
                Value.map(Map.of("arn", Value.of("arn:" + id), "load", Value.of(1)))),
            new TreeMap<>(),
            Bytes.EMPTY,
            List.of(),
            StateObject.StoredLifecycle.DEFAULT,
            Optional.empty());
    state = state.toBuilder().put(object).build();
    return object;
  }

  /** The records before the next run. */
  public Rig state(UnaryOperator<State.Builder> change) {
    state = change.apply(state.toBuilder()).build();
    return this;
  }

  /** A plan of these changes, in this order. */
  public Plan plan(Change... changes) {
    return plan(OnFailure.STOP, Arrays.asList(changes));
  }

  /** A plan of these changes, in this order. */
  public Plan plan(OnFailure onFailure, List<Change> changes) {
    return Plan.builder(ENVIRONMENT, state.serial())
        .digest("d")
        .changes(changes)
        .onFailure(onFailure)
        .build();
  }

  /** Starts to apply a plan. */
  public Run start(Plan plan) {
    journal =
        new MemoryJournal(time, state, flush)
            .failingAfter(failsAfter)
            .witness(entry -> log.add(entry));
    journal.lease(lease);
    return start(plan, journal);
  }

  /** Starts to apply a plan on another journal. */
  public Run start(Plan plan, Journal records) {
    return execution()
        .start(
            new ExecutionRequest(
                plan,
                records,
                remainder,
                Rig::fingerprint,
                any -> any.digest().equals("d"),
                "tester",
                clearance))
        .onEvent(events::add);
  }

  /** Starts to apply new things to an environment without records, beside other runs. */
  public Run startBeside(Environment.Id environment, List<Change> changes) {
    State nothing = State.empty(environment, "0123456789abcdef");
    return execution()
        .start(
            new ExecutionRequest(
                Plan.builder(environment, 0).digest("d").changes(changes).build(),
                new MemoryJournal(time, nothing, flush),
                remainder,
                Rig::fingerprint,
                any -> true,
                "tester"));
  }

  /** Another process ends what an interrupted run had begun. */
  public Outcome recover(Decision.Answer... answers) {
    journal =
        new MemoryJournal(time, state, flush)
            .failingAfter(failsAfter)
            .witness(entry -> log.add(entry));
    journal.lease(lease);
    Run run =
        execution()
            .recover(
                new RecoveryRequest(
                    journal, remainder, Rig::fingerprint, List.of(answers), "tester"))
            .onEvent(events::add);
    return end(run);
  }

  private static String fingerprint(Value value) {
    return "fp:" + String.format("%032x", value.hashCode());
  }

  private Execution execution() {
    cloud.witness(log::add);
    events.clear();
    log.clear();
    return new Execution(
        new Surroundings(
            new Sessions(Providers.of(cloud)),
            time,
            time,
            new Random(1),
            new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(8), longest()),
            admission,
            parallelism,
            turns));
  }

  /** Chance that always gives the most: then waits are 1, 2, 4 and 8 seconds. */
  private static RandomGenerator longest() {
    return new Random(1) {
      private static final long serialVersionUID = 1L;

      @Override
      public long nextLong(long bound) {
        return bound - 1;
      }
    };
  }

  /** Applies a plan to its end; its records are those of the next one. */
  public Outcome apply(Plan plan) {
    return end(start(plan));
  }

  /** Waits for the end of a run. */
  public Outcome end(Run run) {
    Outcome outcome = time.run(run.outcome());
    time.advance(Duration.ZERO);
    state = journal.state();
    assertThat(Invariants.check(state)).isEmpty();
    return outcome;
  }

  /** The journal of the last run. */
  public MemoryJournal journal() {
    return journal;
  }

  /** The object recorded at an address. */
  public StateObject recorded(String address) {
    return state.at(Draft.id(address).address()).orElseThrow();
  }

  /** What is recorded. */
  public State state() {
    return state;
  }

  /** The events about changes, as {@code a started}. */
  public List<String> changeEvents() {
    return events.stream()
        .filter(Event.ChangeEvent.class::isInstance)
        .map(Event.ChangeEvent.class::cast)
        .map(event -> event.address() + " " + event.status().name().toLowerCase(Locale.ROOT))
        .toList();
  }
}
