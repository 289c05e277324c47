package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Environment.PolicyUse;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.connector.discovery.Providers;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.execution.step.Clearance;
import dev.ashlar.governance.PolicyCases;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.governance.PolicyReport;
import dev.ashlar.governance.policy.PolicyProblems;
import dev.ashlar.governance.policy.judging.Judging;
import dev.ashlar.governance.policy.judging.LastWord;
import dev.ashlar.governance.policy.judging.PackInUse;
import dev.ashlar.governance.policy.judging.PackParameters;
import dev.ashlar.governance.policy.judging.TypeCheck;
import dev.ashlar.governance.policy.language.CompiledPack;
import dev.ashlar.governance.policy.language.PolicyLanguage;
import dev.ashlar.governance.policy.testing.CaseRun;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.State;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** Which policies hold where. Packs that the engine knows are compiled once. */
final class Policies {
  private final Map<String, PolicyPack> everywhere = new LinkedHashMap<>();
  private final Map<String, PolicyPack> offered = new LinkedHashMap<>();
  private final Map<String, CompiledPack> known = new ConcurrentHashMap<>();
  private final Providers providers;
  private final TimeSource time;
  private final PolicyLanguage language = new PolicyLanguage(System::nanoTime);

  /**
   * The packs of an engine.
   *
   * @param everywhere those that hold everywhere, whatever a document says
   * @param offered those that hold where an environment names them, beside the engine's own
   */
  Policies(
      List<PolicyPack> everywhere, List<PolicyPack> offered, Providers providers, TimeSource time) {
    everywhere.forEach(pack -> this.everywhere.put(pack.name(), pack));
    offered.forEach(pack -> this.offered.put(pack.name(), pack));
    this.providers = providers;
    this.time = time;
  }

  /** Whether nothing is asked in an environment: then judging costs nothing. */
  boolean areNone(Environment environment) {
    return everywhere.isEmpty()
        && environment.policyUses().isEmpty()
        && environment.exemptions().isEmpty();
  }

  /** A plan with what the policies say of it. */
  Plan judged(Environment environment, Plan plan, State state) {
    return areNone(environment) ? plan : judge(environment, state).judged(plan);
  }

  /** Judges the plans of an environment that start from a state. */
  Judge judge(Environment environment, State state) {
    return new Judge(environment, judging(environment, state));
  }

  /**
   * Judges plans one after the other.
   *
   * @param environment whose plans
   * @param judging judges them; or every problem with the packs
   */
  record Judge(Environment environment, Checked<Judging> judging) {
    /** Whether the policies of an environment are those of this one. */
    boolean isOf(Environment other) {
      return environment.policyUses().equals(other.policyUses())
          && environment.exemptions().equals(other.exemptions())
          && environment.stage().equals(other.stage());
    }

    Plan judged(Plan plan) {
      if (plan.hasErrors()) {
        return plan;
      }
      if (judging.value().isPresent()) {
        return Planning.with(judging.value().get().judge(plan), judging.diagnostics());
      }
      return Planning.with(plan, judging.diagnostics()).toBuilder().digest("").build();
    }
  }

  /**
   * What the policies say just before a plan is applied.
   *
   * @param refusals why it cannot be
   * @param clearance who has the last word on each change
   * @param plan the plan, with the verdicts of this moment
   */
  record Cleared(List<Diagnostic> refusals, Clearance clearance, Plan plan) {}

  /**
   * Judges a plan once more before it is applied: by what holds now, at this moment. A plan that
   * was written to a file brings what it was judged by, where the environment says nothing.
   */
  Cleared cleared(Environment environment, Plan plan, State state) {
    Environment by =
        environment.policyUses().isEmpty() && environment.exemptions().isEmpty()
            ? environment.policyUses(plan.policyUses()).exemptions(plan.exemptions())
            : environment;
    if (areNone(by) || plan.hasErrors() || plan.serial() != state.serial()) {
      return new Cleared(refusals(plan), Clearance.GRANTED, plan);
    }
    Checked<Judging> judging = judging(staged(by, plan), state);
    if (judging.value().isEmpty()) {
      return new Cleared(judging.diagnostics(), Clearance.GRANTED, plan);
    }
    Plan judged = judging.value().get().judge(plan);
    LastWord last = new LastWord(judging.value().get(), judged);
    return new Cleared(refusals(judged), last.isNeeded() ? last : Clearance.GRANTED, judged);
  }

  /** In the stage that the plan was made in. */
  private static Environment staged(Environment environment, Plan plan) {
    return plan.context().inputs().env().get("stage") instanceof Value.TextValue stage
        ? environment.stage(stage.text())
        : environment;
  }

  private static List<Diagnostic> refusals(Plan judged) {
    return PolicyReport.of(judged).verdicts().stream().filter(Diagnostic::isError).toList();
  }

  /** Judging of plans that start from a state; or every problem with the packs. */
  private Checked<Judging> judging(Environment environment, State state) {
    Checked<List<PackInUse>> packs = packs(environment);
    return packs.map(
        all ->
            new Judging(
                new Judging.Terms(
                    all,
                    environment.policyUses(),
                    environment.exemptions(),
                    environment.stage(),
                    env(environment),
                    time.now()),
                state,
                System::nanoTime));
  }

  private static Value.MapValue env(Environment environment) {
    Map<String, Value> env = new TreeMap<>();
    env.put("name", Value.of(environment.id().name()));
    env.put("tenant", Value.of(environment.id().tenant()));
    env.put("stage", Value.of(environment.stage()));
    env.put("target", environment.target().<Value>map(Value::of).orElse(Value.NULL));
    return Value.map(env);
  }

  /**
   * What the policies say of a plan that they judge, and of what it leaves as it is.
   *
   * @param plan without verdicts, or with
   */
  PolicyReport report(Environment environment, Plan plan, State state) {
    Checked<Judging> judging = judging(environment, state);
    if (judging.value().isEmpty() || plan.hasErrors()) {
      List<Diagnostic> all = new ArrayList<>(judging.diagnostics());
      all.addAll(plan.diagnostics());
      return new PolicyReport(List.of(), List.of(), all);
    }
    Plan judged = judging.value().get().judge(plan);
    List<Change> changes = new ArrayList<>(judged.changes());
    changes.addAll(located(environment, judging.value().get().judgeUnchanged(judged)));
    PolicyReport report = PolicyReport.of(judged.toBuilder().changes(changes).build());
    return new PolicyReport(report.findings(), judging.value().get().asked(), report.diagnostics());
  }

  /** What is recorded does not say where it is declared. */
  private static List<Change> located(Environment environment, List<Change> changes) {
    Map<String, ResourceDeclaration> declared = environment.blueprint().resources();
    List<Change> located = new ArrayList<>();
    for (Change change : changes) {
      ResourceDeclaration at = declared.get(change.address().name());
      located.add(
          at == null || change.policies().isEmpty()
              ? change
              : change.toBuilder().location(Optional.of(at.place().start())).build());
    }
    return located;
  }

  /** What is wrong with a pack, held against the types that there are. */
  List<Diagnostic> problems(PolicyPack pack) {
    List<Diagnostic> problems = new ArrayList<>(names(pack, providers.catalog().types()));
    problems.addAll(
        TypeCheck.programs(
            new CompiledPack(pack, language, providers.catalog()), providers.catalog()));
    return problems;
  }

  private List<Diagnostic> names(PolicyPack pack, SortedSet<String> types) {
    return TypeCheck.names(pack, types, type -> providers.ownerName(type).isPresent());
  }

  /** Runs tests of policies. */
  Checked<PolicyCases.Results> test(PolicyCases cases) {
    List<Diagnostic> problems = new ArrayList<>();
    Optional<CompiledPack> pack =
        Optional.ofNullable(everywhere.get(cases.pack().name()))
            .map(this::compiled)
            .or(() -> pack(cases.pack(), problems));
    Optional<PackInUse> use =
        pack.flatMap(
            found ->
                PackParameters.of(found.pack(), cases.pack(), problems)
                    .map(values -> new PackInUse(found, values, true)));
    return use.isEmpty()
        ? Checked.refused(problems)
        : new CaseRun(use.get(), providers.catalog(), providers::ownerName).run(cases);
  }

  /** Everything that is wrong with the policies of an environment, their expressions included. */
  List<Diagnostic> problems(Environment environment) {
    Checked<List<PackInUse>> packs = packs(environment);
    List<Diagnostic> problems = new ArrayList<>(packs.diagnostics());
    packs
        .value()
        .ifPresent(
            all ->
                all.forEach(
                    use -> problems.addAll(TypeCheck.programs(use.pack(), providers.catalog()))));
    return problems;
  }

  private Checked<List<PackInUse>> packs(Environment environment) {
    List<Diagnostic> problems = new ArrayList<>();
    List<PackInUse> packs = new ArrayList<>();
    for (PolicyPack pack : everywhere.values()) {
      PackParameters.of(pack, PolicyUse.of(pack.name()), problems)
          .ifPresent(values -> packs.add(new PackInUse(compiled(pack), values, false)));
    }
    Set<String> named = new HashSet<>(everywhere.keySet());
    for (PolicyUse use : environment.policyUses()) {
      Optional<CompiledPack> pack = named.add(use.name()) ? pack(use, problems) : Optional.empty();
      if (pack.isPresent()) {
        PackParameters.of(pack.get().pack(), use, problems)
            .ifPresent(values -> packs.add(new PackInUse(pack.get(), values, true)));
      }
    }
    if (!packs.isEmpty()) {
      SortedSet<String> types = providers.catalog().types();
      packs.forEach(use -> problems.addAll(names(use.pack().pack(), types)));
    }
    return problems.stream().anyMatch(Diagnostic::isError)
        ? Checked.refused(problems)
        : Checked.of(List.copyOf(packs), problems);
  }

  private Optional<CompiledPack> pack(PolicyUse use, List<Diagnostic> problems) {
    if (use.file().isPresent()) {
      Checked<PolicyPack> read = PolicyPack.read(use.file().get());
      problems.addAll(read.diagnostics());
      return read.value().map(pack -> new CompiledPack(pack, language, providers.catalog()));
    }
    Optional<CompiledPack> named =
        Optional.ofNullable(known.get(use.name()))
            .or(
                () ->
                    Optional.ofNullable(offered.get(use.name()))
                        .or(() -> PolicyPack.builtIn(use.name()))
                        .map(this::compiled));
    if (named.isEmpty()) {
      TreeSet<String> names = new TreeSet<>(offered.keySet());
      names.add("baseline");
      problems.add(
          Diagnostic.of(
                  PolicyProblems.UNKNOWN_PACK,
                  "There is no policy pack \""
                      + use.name()
                      + "\"."
                      + Suggestion.sentence(use.name(), names))
              .at(use.location().orElse(null)));
    }
    return named;
  }

  private CompiledPack compiled(PolicyPack pack) {
    return known.computeIfAbsent(
        pack.name(), name -> new CompiledPack(pack, language, providers.catalog()));
  }
}
