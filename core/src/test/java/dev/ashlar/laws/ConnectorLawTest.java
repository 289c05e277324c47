package dev.ashlar.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Event;
import dev.ashlar.execution.Outcome;
import dev.ashlar.laws.generate.Document;
import dev.ashlar.laws.generate.RandomGraph;
import dev.ashlar.laws.generate.RandomTypes;
import dev.ashlar.laws.rig.Mischief;
import dev.ashlar.laws.rig.RandomMischief;
import dev.ashlar.laws.rig.Rig;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.state.Invariants;
import dev.ashlar.state.StateObject;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Law 7: a connector that breaks the contract is named, and the records stay sound. */
class ConnectorLawTest {
  private static final Set<String> ABOUT_CONNECTORS =
      Set.of(
          "connector.broken-contract",
          "connector.unexplained-exception",
          "connector.no-answer",
          "execution.promise-broken");

  @Test
  void whateverConnectorsAnswerTheyAreNamedAndTheRecordsStaySound() {
    Set<String> kinds = new TreeSet<>();
    Cases.each(30, seed -> misbehaving(seed, kinds));
    assertThat(kinds).as("ways in which an answer was wrong").hasSizeGreaterThan(Cases.some(9));
  }

  private static void misbehaving(long seed, Set<String> kinds) {
    Random random = new Random(seed);
    List<ResourceSchema> types = new RandomTypes(random).types(1 + random.nextInt(3));
    RandomGraph graph = new RandomGraph(random, types, 2 + random.nextInt(8));
    Rig.with(
        seed,
        types,
        random.nextBoolean(),
        rig -> {
          rig.onFailure(random.nextBoolean() ? OnFailure.CONTINUE : OnFailure.STOP);
          rig.declare(Document.of(graph.resources()));
          if (random.nextBoolean()) {
            rig.applied();
            graph.edit();
            rig.declare(Document.of(graph.resources()));
          }
          RandomMischief mischief = new RandomMischief(random, 4);
          for (int run = 0; run < 3; run++) {
            Plan plan = rig.plan(mode(random));
            if (!plan.hasErrors()) {
              rig.cloud.mischief(mischief);
              mischief.done.clear();
              after(rig.apply(plan), mischief);
              kinds.addAll(mischief.done.values());
            }
            sound(rig);
            looked(rig, mischief);
            rig.cloud.mischief(Mischief.NONE);
          }
        });
  }

  private static PlanMode mode(Random random) {
    return random.nextInt(3) == 0 ? PlanMode.apply().withoutRefresh() : PlanMode.apply();
  }

  private static void after(Outcome outcome, RandomMischief mischief) {
    for (Outcome.ChangeResult result : outcome.changes()) {
      String address = result.change().address().toString();
      if (result.status() == Event.Status.FAILED) {
        assertThat(outcome.diagnostics())
            .as("%s: %s", address, mischief.done.get(address))
            .anyMatch(problem -> problem.address().toString().contains("[" + address + "]"));
      }
    }
    named(outcome.diagnostics());
  }

  /** Says whose doing it is: the provider, the type, the address. */
  private static void named(List<Diagnostic> problems) {
    assertThat(problems.toString()).doesNotContain(RandomMischief.SECRET_TEXT);
    for (Diagnostic problem : problems) {
      if (ABOUT_CONNECTORS.contains(problem.code())) {
        assertThat(problem.detail()).contains("law::T").contains("provider \"law\"");
        assertThat(problem.address()).as("%s", problem).isPresent();
      }
    }
  }

  private static void sound(Rig rig) {
    assertThat(Invariants.check(rig.state())).isEmpty();
  }

  /** A plan is possible now and while looks go wrong: what stands against it, it says. */
  private static void looked(Rig rig, RandomMischief mischief) {
    rig.cloud.mischief(mischief);
    named(rig.plan().diagnostics());
    rig.cloud.mischief(Mischief.NONE);
    if (unfinished(rig)) {
      assertThat(rig.plan().diagnostics())
          .extracting(Diagnostic::code)
          .contains("execution.recover-first");
      Outcome outcome = rig.recovered();
      assertThat(unfinished(rig)).as("%s: %s", outcome, outcome.diagnostics()).isFalse();
      sound(rig);
    }
    assertThat(rig.plan().diagnostics()).isEmpty();
  }

  private static boolean unfinished(Rig rig) {
    return !rig.state().pending().isEmpty()
        || rig.state().objects().stream()
            .anyMatch(object -> object.status() == StateObject.Status.IN_DOUBT);
  }
}
