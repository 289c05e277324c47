package dev.ashlar.endtoend;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.governance.Approval;
import dev.ashlar.governance.Principal;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.state.StateStore;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** An environment in the hands of several people, under rules. */
final class Office implements AutoCloseable {
  static final Principal ANNA = Principal.named("anna").role("builder");
  static final Principal MARA = Principal.named("mara").role("release-manager");
  static final Principal RUTH = Principal.named("ruth").role("release-manager");
  static final Principal DORA = Principal.named("dora").role("dba").role("release-manager");
  static final Principal SAM = Principal.named("sam").role("security");

  final VirtualTime time = VirtualTime.stepped();
  final MemoryCloud cloud = MemoryCloud.builder().time(time).build();
  private final StateStore base;
  final StateStore store;
  final Ashlar ashlar;
  private Environment environment = Environment.of("shop", blueprint("{}"));

  Office() {
    this(UnaryOperator.identity());
  }

  Office(UnaryOperator<Ashlar.Builder> change) {
    this(change, UnaryOperator.identity());
  }

  Office(UnaryOperator<Ashlar.Builder> change, UnaryOperator<StateStore> around) {
    base = StateStore.inMemory(time::now);
    store = around.apply(base);
    ashlar =
        change
            .apply(
                Ashlar.builder()
                    .addProvider(cloud)
                    .state(store)
                    .executor(time)
                    .time(time)
                    .random(new Random(1)))
            .build();
  }

  /** Another process on the same records, which nothing happens to. */
  Ashlar another(UnaryOperator<Ashlar.Builder> change) {
    return change
        .apply(
            Ashlar.builder()
                .addProvider(cloud)
                .state(base)
                .executor(time)
                .time(time)
                .random(new Random(2)))
        .build();
  }

  static Blueprint blueprint(String resources) {
    return Blueprint.read(
            Source.text(
                "shop.yaml",
                "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: shop }\n"
                    + "resources: "
                    + resources
                    + "\n"))
        .orThrow();
  }

  /** What is declared from now on. */
  Office declare(String resources) {
    environment = environment.blueprint(blueprint(resources));
    return this;
  }

  Office with(UnaryOperator<Environment> change) {
    environment = change.apply(environment);
    return this;
  }

  Environment environment() {
    return environment;
  }

  Workspace as(Principal principal) {
    return ashlar.open(environment, principal);
  }

  Plan plan(Principal author) {
    return time.run(as(author).plan());
  }

  Plan plan(Principal author, PlanMode mode) {
    return time.run(as(author).plan(mode));
  }

  Outcome apply(Principal principal, Plan plan) {
    return time.run(as(principal).apply(plan).outcome());
  }

  List<String> refused(Principal principal, Plan plan) {
    Outcome outcome = apply(principal, plan);
    return outcome instanceof Outcome.Refused
        ? codes(outcome.diagnostics())
        : List.of(outcome.summary());
  }

  Approval request(Principal by, Plan plan) {
    return done(as(by).requestApproval(plan, "for the release")).orThrow();
  }

  Checked<Approval> approve(Principal by, Approval approval) {
    return done(as(by).approve(approval.id(), "looks right"));
  }

  <T> T done(CompletableFuture<T> future) {
    return time.run(future);
  }

  static List<String> codes(List<Diagnostic> diagnostics) {
    return diagnostics.stream().filter(Diagnostic::isError).map(Diagnostic::code).toList();
  }

  @Override
  public void close() {
    ashlar.close();
  }
}
