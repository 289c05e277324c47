package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.AccessRequest;
import dev.ashlar.governance.Approval;
import dev.ashlar.governance.Permission;
import dev.ashlar.governance.PolicyReport;
import dev.ashlar.governance.Principal;
import dev.ashlar.governance.access.Required;
import dev.ashlar.governance.approval.ApprovalProblems;
import dev.ashlar.governance.approval.Docket;
import dev.ashlar.governance.approval.Objections;
import dev.ashlar.governance.approval.Registry;
import dev.ashlar.plan.ApprovalNeed;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.State;
import dev.ashlar.state.secret.Fingerprints;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/** Requests approvals, decides on them, lists them: each step is a record, signed and durable. */
final class Deciding {
  /** How long an approval counts where no rule says so. */
  static final Duration USUAL = Duration.ofDays(7);

  private final Engine engine;
  private final Environment environment;
  private final Principal principal;

  Deciding(Engine engine, Environment environment, Principal principal) {
    this.engine = engine;
    this.environment = environment;
    this.principal = principal;
  }

  /** Requests approval of a plan; a request that is open already is the answer. */
  CompletableFuture<Checked<Approval>> request(Plan plan, String reason) {
    return with(
        (fingerprints, state) -> {
          List<Diagnostic> problems = problems(plan, fingerprints, state);
          return problems.isEmpty()
              ? request(plan, reason, state, registry(fingerprints))
              : refused(problems);
        });
  }

  private List<Diagnostic> problems(Plan plan, Fingerprints fingerprints, State state) {
    if (plan.hasErrors()) {
      return plan.diagnostics();
    }
    if (!plan.environment().equals(environment.id())
        || !engine.seals().holds(plan, fingerprints)
        || !engine.seals().isGenuine(plan, fingerprints)) {
      return List.of(
          Diagnostic.of(
              FacadeProblems.BROKEN_SEAL,
              "The plan was altered after it was made, or is of another environment. Plan again,"
                  + " and have that approved."));
    }
    if (plan.isDenied()) {
      return PolicyReport.of(plan).verdicts().stream().filter(Diagnostic::isError).toList();
    }
    if (plan.serial() != state.serial()) {
      return because(
          ApprovalProblems.OUTDATED,
          "The plan starts from serial "
              + plan.serial()
              + " of \""
              + environment.id()
              + "\", and the records are at "
              + state.serial()
              + ".");
    }
    List<ApprovalNeed> needs = engine.approvals().needs(environment, plan);
    if (needs.isEmpty()) {
      return because(ApprovalProblems.NOT_NEEDED, "No rule asks for an approval of it.");
    }
    return plan.author().isEmpty() || !new HashSet<>(plan.approvals()).containsAll(needs)
        ? because(
            ApprovalProblems.RULES_CHANGED,
            "By the rules of today it needs the approval of "
                + String.join("; ", needs.stream().map(ApprovalNeed::who).toList())
                + ", and it does not say so.")
        : List.of();
  }

  private CompletableFuture<Checked<Approval>> request(
      Plan plan, String reason, State state, Registry registry) {
    return docket(
        registry,
        Registry.name(plan),
        docket -> {
          Instant now = engine.time().now();
          Optional<Approval> open =
              docket.newest().map(newest -> approval(newest, state, now)).filter(Deciding::isOpen);
          if (open.isPresent()) {
            return CompletableFuture.completedFuture(Checked.of(open.get()));
          }
          Approval.Request request =
              new Approval.Request(
                  Registry.id(docket),
                  environment.id(),
                  plan.digest(),
                  plan.seal(),
                  Required.stage(plan).orElse(environment.stage()),
                  plan.serial(),
                  plan.author(),
                  principal.name(),
                  reason,
                  now,
                  now.plus(expiry(plan)),
                  plan.approvals());
          return engine
              .states()
              .beside(environment.id(), () -> registry.append(docket, request))
              .thenCompose(
                  appended ->
                      appended.value().isEmpty()
                          ? refused(appended.diagnostics())
                          : appended.orThrow()
                              ? told(new Docket.Case(request, List.of()), state, now)
                              : request(plan, reason, state, registry));
        });
  }

  private static boolean isOpen(Approval approval) {
    return approval.status() == Approval.Status.PENDING
        || approval.status() == Approval.Status.APPROVED;
  }

  private static Duration expiry(Plan plan) {
    return plan.approvals().stream()
        .flatMap(need -> need.expires().stream())
        .min(Duration::compareTo)
        .orElse(USUAL);
  }

  /** Approves or rejects; who has decided so already changes nothing. */
  CompletableFuture<Checked<Approval>> decide(String id, boolean approved, String reason) {
    return with(
        (fingerprints, state) -> decide(id, approved, reason, state, registry(fingerprints)));
  }

  private CompletableFuture<Checked<Approval>> decide(
      String id, boolean approved, String reason, State state, Registry registry) {
    return docket(
        registry,
        Registry.plan(id),
        docket -> {
          Instant now = engine.time().now();
          Optional<Docket.Case> found =
              docket.newest().filter(newest -> newest.request().id().equals(id));
          if (found.isEmpty()) {
            return refused(
                because(
                    ApprovalProblems.UNKNOWN,
                    "\"" + environment.id() + "\" has no open request \"" + id + "\"."));
          }
          Approval before = approval(found.get(), state, now);
          List<Diagnostic> no =
              engine
                  .admission()
                  .to(
                      AccessRequest.of(principal, Permission.APPROVE, environment.id())
                          .at(found.get().request().stage()));
          if (!no.isEmpty()) {
            return refused(no);
          }
          Optional<Diagnostic> objection = Objections.to(principal, found.get(), before.status());
          if (objection.isPresent()) {
            return refused(List.of(objection.get()));
          }
          if (approved && before.decisions().stream().anyMatch(each -> isOwn(each))) {
            return CompletableFuture.completedFuture(Checked.of(before));
          }
          Approval.Decision decision =
              new Approval.Decision(
                  principal.name(), List.copyOf(principal.roles()), approved, reason, now);
          List<Approval.Decision> all = new ArrayList<>(before.decisions());
          all.add(decision);
          return engine
              .states()
              .beside(environment.id(), () -> registry.append(docket, decision))
              .thenCompose(
                  appended ->
                      appended.value().isEmpty()
                          ? refused(appended.diagnostics())
                          : appended.orThrow()
                              ? told(new Docket.Case(found.get().request(), all), state, now)
                              : decide(id, approved, reason, state, registry));
        });
  }

  private boolean isOwn(Approval.Decision decision) {
    return decision.by().equals(principal.name());
  }

  /** All requests, the oldest first. Those whose records do not count are told, and left out. */
  CompletableFuture<Checked<List<Approval>>> list() {
    return with(
        (fingerprints, state) -> {
          Registry registry = registry(fingerprints);
          return engine
              .states()
              .beside(environment.id(), () -> registry.store().plans(environment.id()))
              .thenCompose(
                  plans ->
                      plans.value().isEmpty()
                          ? refused(plans.diagnostics())
                          : list(registry, plans.orThrow(), state));
        });
  }

  private CompletableFuture<Checked<List<Approval>>> list(
      Registry registry, List<String> plans, State state) {
    List<CompletableFuture<Checked<Docket>>> dockets =
        plans.stream().map(plan -> engine.approvals().docket(registry, plan)).toList();
    return CompletableFuture.allOf(dockets.toArray(CompletableFuture<?>[]::new))
        .thenApply(
            nothing -> {
              Instant now = engine.time().now();
              List<Approval> all = new ArrayList<>();
              List<Diagnostic> problems = new ArrayList<>();
              for (CompletableFuture<Checked<Docket>> each : dockets) {
                Checked<Docket> docket = each.join();
                problems.addAll(docket.diagnostics());
                docket
                    .value()
                    .ifPresent(
                        read -> read.cases().forEach(one -> all.add(approval(one, state, now))));
              }
              return Checked.of(List.copyOf(all), problems);
            });
  }

  private static Approval approval(Docket.Case found, State state, Instant now) {
    return Approval.of(
        found.request(),
        found.decisions(),
        found.count().missing(found.request().needs()),
        found.count().status(now, state.serial() != found.request().serial()));
  }

  /** Told to whoever listens, and to who asked. */
  private CompletableFuture<Checked<Approval>> told(Docket.Case found, State state, Instant now) {
    Approval approval = approval(found, state, now);
    engine.tell(approval);
    return CompletableFuture.completedFuture(Checked.of(approval));
  }

  private Registry registry(Fingerprints fingerprints) {
    return engine.registry(environment.id(), fingerprints);
  }

  private interface Work<T> {
    CompletableFuture<Checked<T>> on(Docket docket);
  }

  private <T> CompletableFuture<Checked<T>> docket(Registry registry, String plan, Work<T> work) {
    return engine
        .approvals()
        .docket(registry, plan)
        .thenCompose(
            docket ->
                docket.value().isEmpty()
                    ? refused(docket.diagnostics())
                    : work.on(docket.orThrow()));
  }

  private <T> CompletableFuture<Checked<T>> with(
      BiFunction<Fingerprints, State, CompletableFuture<Checked<T>>> work) {
    return engine
        .states()
        .fingerprints(environment.id())
        .thenCompose(
            marks ->
                marks.value().isEmpty()
                    ? refused(marks.diagnostics())
                    : engine
                        .states()
                        .load(environment.id())
                        .thenCompose(
                            state ->
                                state.value().isEmpty()
                                    ? refused(state.diagnostics())
                                    : work.apply(marks.orThrow(), state.orThrow())));
  }

  private static List<Diagnostic> because(Code code, String detail) {
    return List.of(Diagnostic.of(code, detail));
  }

  private static <T> CompletableFuture<Checked<T>> refused(List<Diagnostic> problems) {
    return CompletableFuture.completedFuture(Checked.refused(problems));
  }
}
