package dev.ashlar.governance.policy.judging;

import dev.ashlar.blueprint.Environment.Exemption;
import dev.ashlar.blueprint.Environment.PolicyUse;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.expression.ExpressionProblems;
import dev.ashlar.expression.Problem;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.governance.PolicyReport;
import dev.ashlar.governance.policy.language.PolicyLanguage.Compiled;
import dev.ashlar.governance.policy.language.PolicyLanguage.Sound;
import dev.ashlar.governance.policy.language.PolicyLanguage.Unsound;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.Verdict;
import dev.ashlar.state.State;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Judges plans that start from one state, at one moment. What did not change since the last plan is
 * not judged again, unless a policy reads the whole graph. For one thread at a time.
 */
public final class Judging {
  /** How long all policies of a plan may take together; what comes later counts as failed. */
  private static final Duration LIMIT = Duration.ofSeconds(60);

  private final Terms terms;
  private final Rulebook rulebook;
  private final Exemptions exemptions;
  private final Value env;
  private final State state;
  private final LongSupplier nanos;
  private List<Change> of = List.of();
  private List<Judged> judged = List.of();
  private Map<Asked, Whole> wholes = new HashMap<>();
  private @Nullable GraphView graph;
  private long begun;

  /**
   * What holds at one moment.
   *
   * @param packs the packs that hold
   * @param uses those that the environment names, as it names them
   * @param exemptions what is exempt
   * @param stage the stage of the environment
   * @param env what {@code env} shows
   * @param moment the moment of the decision
   */
  public record Terms(
      List<PackInUse> packs,
      List<PolicyUse> uses,
      List<Exemption> exemptions,
      String stage,
      Value.MapValue env,
      Instant moment) {
    /** Copies the lists. */
    public Terms {
      packs = List.copyOf(packs);
      uses = List.copyOf(uses);
      exemptions = List.copyOf(exemptions);
    }
  }

  /** Judges plans under these terms. */
  public Judging(Terms terms, State state, LongSupplier nanos) {
    this.terms = terms;
    this.rulebook = new Rulebook(terms.packs(), terms.stage());
    this.exemptions = new Exemptions(terms.exemptions(), terms.moment());
    this.env = terms.env();
    this.state = state;
    this.nanos = nanos;
  }

  /** What was said of a change, and with what. */
  private record Judged(
      Change with, Set<Exemption> used, Set<Diagnostic> problems, boolean readsGraph) {}

  /** What was said of the whole graph, and of which. */
  private record Whole(
      Value.ListValue read, Optional<Verdict> verdict, Set<Exemption> used, boolean stays) {}

  /** What is gathered while a plan is judged. */
  private static final class Gathered {
    final List<Verdict> verdicts = new ArrayList<>();
    final Set<Exemption> used = new HashSet<>();
    final Set<Diagnostic> problems = new LinkedHashSet<>();
    boolean readsGraph;
  }

  /** The plan with what the policies say; an unsound policy makes it one with errors. */
  public Plan judge(Plan plan) {
    begun = nanos.getAsLong();
    GraphView before = graph;
    graph =
        rulebook.readsTheGraph()
            ? before == null ? new GraphView(plan, state) : new GraphView(plan, state, before)
            : null;
    List<Judged> now = judgedAll(plan.changes());
    List<Change> changes = new ArrayList<>(now.size());
    Set<Exemption> used = new HashSet<>();
    Set<Diagnostic> problems = new LinkedHashSet<>();
    for (Judged each : now) {
      changes.add(each.with());
      used.addAll(each.used());
      problems.addAll(each.problems());
    }
    judged = now;
    of = plan.changes();
    List<Verdict> whole = whole(used, problems);
    problems.addAll(exemptions.problems(used));
    List<Diagnostic> diagnostics = new ArrayList<>(plan.diagnostics());
    diagnostics.addAll(problems);
    Plan.Builder with =
        plan.toBuilder()
            .changes(changes)
            .policies(whole)
            .judgedBy(terms.uses(), terms.exemptions())
            .diagnostics(diagnostics);
    return (problems.stream().anyMatch(Diagnostic::isError) ? with.digest("") : with).build();
  }

  /** Most changes are the very ones of the last plan, and stand where they stood. */
  @SuppressWarnings("ReferenceEquality") // the very change is meant
  private List<Judged> judgedAll(List<Change> changes) {
    List<Judged> now = new ArrayList<>(changes.size());
    IdentityHashMap<Change, Judged> moved = new IdentityHashMap<>();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      @Nullable Judged known = i < of.size() && of.get(i) == change ? judged.get(i) : null;
      if (known == null && of.size() != changes.size()) {
        moved = moved.isEmpty() ? byChange() : moved;
        known = moved.get(change);
      }
      now.add(known == null || known.readsGraph() ? judged(change) : known);
    }
    return now;
  }

  private IdentityHashMap<Change, Judged> byChange() {
    IdentityHashMap<Change, Judged> all = new IdentityHashMap<>(of.size() * 2);
    for (int i = 0; i < of.size(); i++) {
      all.put(of.get(i), judged.get(i));
    }
    return all;
  }

  private Judged judged(Change change) {
    Gathered gathered = new Gathered();
    if (change.action() != Action.DEFERRED) {
      Subject subject = new Subject(change, state);
      for (Asked asked : rulebook.of(change.type())) {
        if (asked.isAbout(change)) {
          ask(asked, Optional.of(subject), this::view, gathered);
        }
      }
    }
    boolean same = change.policies().equals(gathered.verdicts);
    return new Judged(
        same ? change : change.toBuilder().policies(gathered.verdicts).build(),
        gathered.used,
        gathered.problems,
        gathered.readsGraph);
  }

  private List<Verdict> whole(Set<Exemption> used, Set<Diagnostic> problems) {
    Map<Asked, Whole> now = new HashMap<>();
    List<Verdict> verdicts = new ArrayList<>();
    for (Asked asked : rulebook.ofTheWhole()) {
      Value.ListValue read = view().resources(asked.rule().over());
      Whole before = wholes.get(asked);
      Whole each =
          before != null && before.stays() && same(before.read(), read)
              ? before
              : whole(asked, read, problems);
      now.put(asked, each);
      each.verdict().ifPresent(verdicts::add);
      used.addAll(each.used());
    }
    wholes = now;
    return verdicts;
  }

  private Whole whole(Asked asked, Value.ListValue read, Set<Diagnostic> problems) {
    Gathered gathered = new Gathered();
    ask(asked, Optional.empty(), this::view, gathered);
    problems.addAll(gathered.problems);
    return new Whole(
        read, gathered.verdicts.stream().findFirst(), gathered.used, gathered.problems.isEmpty());
  }

  @SuppressWarnings("ReferenceEquality") // the very values are meant
  private static boolean same(Value.ListValue before, Value.ListValue now) {
    List<Value> a = before.items();
    List<Value> b = now.items();
    if (a.size() != b.size()) {
      return false;
    }
    for (int i = 0; i < a.size(); i++) {
      if (a.get(i) != b.get(i)) {
        return false;
      }
    }
    return true;
  }

  /** What the policies say of what a plan that was judged last leaves as it is. */
  public List<Change> judgeUnchanged(Plan plan) {
    begun = nanos.getAsLong();
    List<Change> all = new ArrayList<>();
    for (Change change : Unchanged.of(plan, state)) {
      all.add(judged(change).with());
    }
    return all;
  }

  /** The policies that are asked here. */
  public List<PolicyReport.Asked> asked() {
    return rulebook.all().stream()
        .map(asked -> new PolicyReport.Asked(asked.use().pack().pack().name(), asked.rule()))
        .toList();
  }

  /** Whether a policy is asked of a change, or of the whole where there is none. */
  public boolean asks(String policy, Optional<Change> change) {
    List<Asked> asked =
        change.isPresent()
            ? rulebook.of(change.get().type()).stream()
                .filter(each -> each.isAbout(change.get()))
                .toList()
            : List.of();
    return Stream.concat(asked.stream(), rulebook.ofTheWhole().stream())
        .anyMatch(each -> each.rule().id().equals(policy));
  }

  /** The graph that was judged last. */
  GraphView view() {
    GraphView view = graph;
    if (view == null) {
      throw new IllegalStateException("no policy reads the graph");
    }
    return view;
  }

  Rulebook rulebook() {
    return rulebook;
  }

  State state() {
    return state;
  }

  /** A new span of time for what follows. */
  void begin() {
    begun = nanos.getAsLong();
  }

  /** Asks one policy. */
  private void ask(
      Asked asked, Optional<Subject> subject, Supplier<GraphView> view, Gathered gathered) {
    gathered.readsGraph |= asked.rule().scope() == PolicyPack.Scope.GRAPH;
    Compiled compiled =
        subject.isPresent()
            ? asked.use().pack().program(asked.rule(), subject.get().change().type())
            : asked.use().pack().program(asked.rule());
    if (compiled instanceof Unsound unsound) {
      gathered.problems.addAll(unsound.problems());
      return;
    }
    Verdict verdict = verdict((Sound) compiled, asked, subject, view, gathered.used);
    if (verdict != null) {
      gathered.verdicts.add(verdict);
    }
  }

  private @Nullable Verdict verdict(
      Sound program,
      Asked asked,
      Optional<Subject> subject,
      Supplier<GraphView> view,
      Set<Exemption> used) {
    Reading reading = new Reading(asked, env, subject, view);
    Verdict verdict =
        nanos.getAsLong() - begun > LIMIT.toNanos()
            ? Decision.failed(reading, late())
            : Decision.of(program, reading);
    if (verdict == null) {
      return null;
    }
    Optional<Exemption> exemption =
        asked.use().exemptible()
            ? exemptions.of(asked.name(), subject.map(each -> each.change().address()))
            : Optional.empty();
    if (exemption.isEmpty()) {
      return verdict;
    }
    used.add(exemption.get());
    return Decision.exempt(verdict, exemption.get());
  }

  private static Problem late() {
    return new Problem(
        ExpressionProblems.LIMIT,
        "All policies together took longer than " + LIMIT.toSeconds() + " s.",
        0);
  }

  /** What a policy says of a change as it is resolved; empty where it holds or is exempt. */
  Optional<Verdict> verdict(Asked asked, Optional<Subject> subject) {
    Gathered gathered = new Gathered();
    ask(asked, subject, this::view, gathered);
    return gathered.verdicts.stream()
        .filter(verdict -> verdict.outcome() != Verdict.Outcome.EXEMPT)
        .findFirst();
  }
}
