package dev.ashlar.testkit.contract;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Resource;
import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Decision;
import dev.ashlar.execution.Event;
import dev.ashlar.execution.Outcome;
import dev.ashlar.execution.Run;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.PlanText;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.State;
import dev.ashlar.state.StateStore;
import dev.ashlar.testkit.ConnectorRule;
import dev.ashlar.value.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;

/**
 * An engine and an environment for one check. What is made in it is taken away at the end, also by
 * hand where the engine cannot.
 */
final class Lab implements AutoCloseable {
  private static final String ENVIRONMENT = "contract";

  private final Samples samples;
  private final ResourceSchema schema;
  private final Tape tape = new Tape();
  private final StateStore store;
  private final Ashlar ashlar;
  private final Map<String, Connector<?, ?>> strays = new LinkedHashMap<>();
  private final List<ProviderSession> sessions = new ArrayList<>();
  private final Collection<Event> events = new ConcurrentLinkedQueue<>();

  Lab(Samples samples, int number) {
    this.samples = samples;
    this.schema = samples.schema();
    this.store = StateStore.inMemory(samples.pace()::now);
    Ashlar.Builder builder =
        Ashlar.builder().state(store).addProvider(new TapedProvider(samples.provider(), tape));
    for (Provider other : samples.others()) {
      builder.addProvider(new TapedProvider(other, tape));
    }
    this.ashlar = samples.pace().of(builder, number).build();
  }

  Samples samples() {
    return samples;
  }

  ResourceSchema schema() {
    return schema;
  }

  Pace pace() {
    return samples.pace();
  }

  Tape tape() {
    return tape;
  }

  StateStore store() {
    return store;
  }

  Collection<Event> events() {
    return events;
  }

  Address address() {
    return Address.of(samples.sample().name());
  }

  Environment.Id environment() {
    return new Environment.Id("", ENVIRONMENT);
  }

  /** The environment with what is given, and with this. */
  Workspace workspace(Resource... declared) {
    Blueprint.Builder blueprint = Blueprint.named(ENVIRONMENT);
    samples.given().forEach(blueprint::add);
    blueprint.add(declared);
    Environment environment = Environment.of(ENVIRONMENT, blueprint.build());
    if (samples.configuration().isPresent()) {
      environment =
          environment.provider(
              samples.provider().descriptor().name(), samples.configuration().get());
    }
    return ashlar.open(environment);
  }

  Plan plan(PlanMode mode, Resource... declared) {
    return pace().await(workspace(declared).plan(mode));
  }

  /** Plans and applies. */
  Applied apply(PlanMode mode, Resource... declared) {
    Plan plan = plan(mode, declared);
    return new Applied(this, plan, pace().await(heard(workspace(declared).apply(plan)).outcome()));
  }

  Applied apply(Resource... declared) {
    return apply(PlanMode.apply(), declared);
  }

  Run heard(Run run) {
    return run.onEvent(events::add);
  }

  State state() {
    return pace().await(workspace().state()).orThrow();
  }

  /** The sample, as the engine made it. */
  Applied applied() {
    Applied applied = apply(samples.sample());
    applied.orFail(ConnectorRule.READS_BACK, "the sample");
    return applied;
  }

  /** The sample as the engine made it, to be asked for without the engine. */
  Made<?, ?> made() {
    var unused = applied();
    return lastMade();
  }

  Made<?, ?> lastMade() {
    List<Tape.Take> creates = tape.takes(schema.type(), "create");
    return Made.of(this, creates.get(creates.size() - 1));
  }

  /** Fails where planning the same again would change something. */
  void assertSettled(ConnectorRule rule, String after, Resource... declared) {
    Plan again = plan(PlanMode.apply(), declared);
    if (!again.isEmpty()) {
      String where = Differences.first(again, address(), schema.type());
      throw new Violation(
          rule, where, "after " + after + " the next plan is not empty:\n" + indented(again));
    }
  }

  static String indented(Plan plan) {
    return PlanText.plain().render(plan).strip().indent(4).stripTrailing();
  }

  static String told(Collection<Diagnostic> diagnostics) {
    return diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n    "));
  }

  /** Waits until the cloud shows what was done. */
  void settle() {
    pace().pause(samples.seenWithin().orElseGet(schema::visibilityBound));
  }

  @Override
  public void close() {
    List<String> problems = new ArrayList<>();
    Leftovers leftovers = new Leftovers(this);
    try (ashlar) {
      var unused = leftovers.removed(strays);
      destroy(problems);
      settle();
      problems.addAll(leftovers.removed(leftovers.made()));
    } finally {
      sessions.forEach(ProviderSession::close);
    }
    if (!problems.isEmpty()) {
      throw new Violation(
          ConnectorRule.LEAVES_NOTHING, schema.type(), String.join("\n    ", problems));
    }
  }

  private void destroy(List<String> problems) {
    try {
      endWhatWasInterrupted();
      Applied destroyed = apply(PlanMode.of(PlanMode.Purpose.DESTROY));
      if (!(destroyed.outcome() instanceof Outcome.Succeeded)) {
        problems.add("destroying ended with " + destroyed.told());
      }
    } catch (RuntimeException e) {
      problems.add("destroying ended with " + e);
    }
  }

  /** What nobody can tell is forgotten: {@link Leftovers} looks by itself. */
  private void endWhatWasInterrupted() {
    if (state().pending().isEmpty()) {
      return;
    }
    Outcome ended = pace().await(workspace(samples.sample()).recover().outcome());
    if (ended instanceof Outcome.NeedsDecision needs) {
      Decision.Answer[] forget =
          needs.decisions().stream()
              .map(
                  it ->
                      new Decision.Answer(it.operation(), Decision.Choice.FORGET, Optional.empty()))
              .toArray(Decision.Answer[]::new);
      pace().await(workspace(samples.sample()).recover(forget).outcome());
    }
  }

  /** A fresh connector of the sample's type, as another process would open it. */
  Connector<?, ?> connector() {
    ProviderSession session = Elsewhere.open(this);
    sessions.add(session);
    return session.connector(schema.type()).orElseThrow();
  }

  /** What a check made without the engine: it is taken away before the engine takes the rest. */
  void stray(Connector<?, ?> connector, String id) {
    strays.put(id, connector);
  }
}
