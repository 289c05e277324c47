package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An object that carries another owner's mark is not taken over without a word. */
class MarkedObjectsTest {
  private static final String JOBS =
      "resources:\n  jobs: { type: memory::Queue, properties: { Name: jobs } }\n";
  private static final String RETAINED =
      "resources:\n  jobs: { type: memory::Queue, properties: { Name: jobs },"
          + " lifecycle: { onRemove: retain } }\n";
  private static final String NOTHING = "resources: {}\n";

  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  private Workspace other(String body) {
    return scene.ashlar.open(
        Environment.of("legacy", Bench.environment("legacy", body).blueprint()));
  }

  private void apply(Workspace workspace) {
    scene.time().run(workspace.apply(scene.time().run(workspace.plan())).outcome());
  }

  private String queueOfAnotherEnvironment(String body) {
    Workspace legacy = other(body);
    apply(legacy);
    return scene
        .time()
        .run(legacy.state())
        .orThrow()
        .at(Address.of("jobs"))
        .orElseThrow()
        .identity()
        .orElseThrow();
  }

  private Plan adopting(String name, String identity) {
    return scene.plan(PlanMode.apply().adopting(Map.of(Address.of(name), identity)));
  }

  private static List<Diagnostic> warnings(Plan plan) {
    return plan.diagnostics().stream()
        .filter(each -> each.code().equals("plan.adopted-marked"))
        .toList();
  }

  @Test
  void whoeverStillRecordsTheObjectIsNamedAtThePlaceThatTakesItOver() {
    String id = queueOfAnotherEnvironment(JOBS);
    scene.declare(JOBS);

    Plan plan = adopting("jobs", id);

    assertThat(plan.hasErrors()).isFalse();
    assertThat(plan.changes()).extracting(Change::action).contains(Action.ADOPT);
    assertThat(warnings(plan))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.severity()).isEqualTo(Diagnostic.Severity.WARNING);
              assertThat(warning.detail())
                  .startsWith("\"jobs\" is to take over the memory::Queue \"" + id + "\"")
                  .contains("carries the tag ashlar-object = ")
                  .contains("let it go there first, or move it from there")
                  .endsWith("It is recorded as \"jobs\" of the environment \"legacy\".");
              assertThat(warning.location()).hasToString("Optional[shop.yaml:5:3]");
              assertThat(warning.address()).contains(Address.of("jobs"));
            });
  }

  @Test
  void ofAnObjectThatItsMakerLetGoTheMarkAloneIsTold() {
    String id = queueOfAnotherEnvironment(RETAINED);
    apply(other(NOTHING));
    scene.declare(JOBS);

    assertThat(warnings(adopting("jobs", id)))
        .singleElement()
        .satisfies(warning -> assertThat(warning.detail()).endsWith("move it from there."));
  }

  @Test
  void anObjectThatIsFoundByItsNameIsNoLessMarked() {
    queueOfAnotherEnvironment(JOBS);
    scene.declare(
        "resources:\n  jobs: { type: memory::Queue, properties: { Name: jobs },"
            + " lifecycle: { ownership: adopt } }\n");

    assertThat(warnings(scene.plan())).hasSize(1);
  }

  @Test
  void whatIsTakenOverIsNotWarnedOfAgain() {
    String id = queueOfAnotherEnvironment(RETAINED);
    apply(other(NOTHING));
    scene.declare(JOBS);

    scene.applied(PlanMode.apply().adopting(Map.of(Address.of("jobs"), id)));

    assertThat(warnings(scene.plan())).isEmpty();
  }

  @Test
  void theMarkOfTheSameAddressIsItsOwn() {
    scene.declare(RETAINED).applied();
    String id = scene.identity("jobs");
    scene.declare(NOTHING).applied();
    scene.declare(JOBS);

    assertThat(warnings(adopting("jobs", id))).isEmpty();
  }

  @Test
  void theMarkOfAReplacementAtTheSameAddressIsItsOwnToo() {
    scene.declare(RETAINED).applied();
    scene.applied(PlanMode.apply().replacing(Set.of(Address.of("jobs"))));
    String id = scene.identity("jobs");
    assertThat(scene.recorded("jobs").id().incarnation()).isEqualTo(2);
    scene.declare(NOTHING).applied();
    scene.declare(JOBS);

    assertThat(warnings(adopting("jobs", id))).isEmpty();
  }

  @Test
  void anotherAddressOfTheSameEnvironmentIsAnotherOwner() {
    scene.declare(RETAINED).applied();
    String id = scene.identity("jobs");
    scene.declare(NOTHING).applied();
    scene.declare("resources:\n  mails: { type: memory::Queue, properties: { Name: jobs } }\n");

    assertThat(warnings(adopting("mails", id))).hasSize(1);
  }

  @Test
  void anObjectWithoutAMarkIsNobodys() {
    String id = scene.cloud.add("memory::Queue", Value.map(Map.of("Name", Value.of("jobs"))));
    scene.declare(JOBS);

    assertThat(warnings(adopting("jobs", id))).isEmpty();
  }
}
