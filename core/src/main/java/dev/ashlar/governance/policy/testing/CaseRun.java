package dev.ashlar.governance.policy.testing;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.governance.PolicyCases;
import dev.ashlar.governance.PolicyCases.Answer;
import dev.ashlar.governance.PolicyCases.Case;
import dev.ashlar.governance.PolicyCases.Result;
import dev.ashlar.governance.PolicyCases.Thing;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.governance.policy.PolicyProblems;
import dev.ashlar.governance.policy.judging.Judging;
import dev.ashlar.governance.policy.judging.PackInUse;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.Verdict;
import dev.ashlar.plan.object.Proposal;
import dev.ashlar.schema.Catalog;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Runs tests of policies: each case becomes a plan, which is judged as every plan is.
 *
 * @param pack the pack that is tested
 * @param catalog the types: what a case leaves out gets their defaults
 * @param provider the name of the provider that serves a type
 */
public record CaseRun(
    PackInUse pack, Catalog catalog, Function<String, Optional<String>> provider) {
  private static final Environment.Id NOWHERE = new Environment.Id("", "test");

  /** What every case comes to; or the cases that prove nothing. */
  public Checked<PolicyCases.Results> run(PolicyCases cases) {
    List<Diagnostic> problems = new ArrayList<>();
    List<String> ids = pack.pack().pack().rules().stream().map(PolicyPack.Rule::id).toList();
    for (Case one : cases.cases()) {
      if (!ids.contains(one.policy())) {
        problems.add(
            Diagnostic.of(
                    PolicyProblems.TEST_OF_NOTHING,
                    "There is no policy \""
                        + one.policy()
                        + "\" in the pack."
                        + Suggestion.sentence(one.policy(), ids))
                .at(one.location()));
      }
    }
    return problems.isEmpty()
        ? Checked.of(
            new PolicyCases.Results(cases.name(), cases.cases().stream().map(this::run).toList()))
        : Checked.refused(problems);
  }

  private Result run(Case one) {
    Optional<Change> subject = one.resource().map(thing -> change(one, thing));
    List<Change> changes = new ArrayList<>();
    one.others().forEach(thing -> changes.add(built(thing, Action.CREATE).build()));
    subject.ifPresent(changes::add);
    Plan plan = Plan.builder(NOWHERE, 0).changes(changes).build();
    Judging judging =
        new Judging(
            new Judging.Terms(
                List.of(pack), List.of(), List.of(), one.stage(), env(one.stage()), Instant.EPOCH),
            state(one),
            () -> 0L);
    Plan judged = judging.judge(plan);
    Optional<Verdict> verdict =
        Stream.concat(
                judged.policies().stream(),
                judged.changes().stream()
                    .filter(change -> isAbout(subject, change))
                    .flatMap(change -> change.policies().stream()))
            .filter(each -> each.policy().equals(one.policy()))
            .findFirst();
    if (verdict.isPresent()) {
      return new Result(one, answer(verdict.get()), verdict.get().message());
    }
    if (judged.hasErrors()) {
      return new Result(one, Answer.ERROR, judged.diagnostics().get(0).detail());
    }
    return new Result(one, judging.asks(one.policy(), subject) ? Answer.PASS : Answer.UNASKED, "");
  }

  private static boolean isAbout(Optional<Change> subject, Change change) {
    return subject.isPresent() && subject.get().id().equals(change.id());
  }

  private static Answer answer(Verdict verdict) {
    return switch (verdict.outcome()) {
      case DENY -> verdict.code().isPresent() ? Answer.ERROR : Answer.DENY;
      case APPROVE -> Answer.APPROVE;
      case WARN -> Answer.WARN;
      case UNDECIDED -> Answer.UNDECIDED;
      case EXEMPT -> Answer.PASS;
    };
  }

  private static Value.MapValue env(String stage) {
    Map<String, Value> env = new TreeMap<>();
    env.put("name", Value.of(NOWHERE.name()));
    env.put("tenant", Value.of(""));
    env.put("stage", Value.of(stage));
    env.put("target", Value.NULL);
    return Value.map(env);
  }

  private Change change(Case one, Thing thing) {
    Change.Builder change = built(thing, one.action()).risk(one.risk());
    if (one.preventDestroy()) {
      StateObject.StoredLifecycle usual = StateObject.StoredLifecycle.DEFAULT;
      change.lifecycle(
          new StateObject.StoredLifecycle(
              true, usual.createBeforeDestroy(), usual.onRemove(), usual.ownership()));
    }
    if (one.actual().isPresent()) {
      change.prior(id(thing)).identity(Optional.of("id-of-" + thing.address()));
    }
    return change.build();
  }

  private Change.Builder built(Thing thing, Action action) {
    return Change.builder(id(thing), thing.type(), action)
        .home(home(thing.type()))
        .planned(completed(thing))
        .dependencies(thing.dependencies());
  }

  private Value.MapValue completed(Thing thing) {
    return catalog
        .schema(thing.type())
        .map(
            schema ->
                Proposal.created(schema, thing.properties(), NOWHERE.name(), id(thing).address())
                    .planned())
        .orElse(thing.properties());
  }

  private static ObjectId id(Thing thing) {
    return new ObjectId(Address.parse(thing.address()).orElseThrow(), 1);
  }

  private StateObject.Home home(String type) {
    String name = provider.apply(type).orElse("none");
    return new StateObject.Home(name, name, Value.MapValue.EMPTY);
  }

  private State state(Case one) {
    State.Builder state = State.builder(NOWHERE, "test");
    if (one.resource().isPresent() && one.actual().isPresent()) {
      Thing thing = one.resource().get();
      Value.MapValue properties = one.actual().get();
      state.put(
          new StateObject(
              id(thing),
              false,
              thing.type(),
              home(thing.type()),
              new StateObject.SchemaStamp(1, ""),
              StateObject.Status.READY,
              Optional.of("id-of-" + thing.address()),
              new StateObject.Values(properties, properties, properties, Value.MapValue.EMPTY),
              new TreeMap<>(),
              Bytes.EMPTY,
              thing.dependencies(),
              StateObject.StoredLifecycle.DEFAULT,
              Optional.empty()));
    }
    return state.build();
  }
}
