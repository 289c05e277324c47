package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.execution.Outcome;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every action that a plan knows, planned and done. */
class ActionsTest {
  private static final String PAIR =
      """
      resources:
        a: { type: memory::Value, properties: { input: INPUT, replaceOn: REPLACE } }
        b: { type: memory::Value, properties: { input: "${a.id} says ${a.output}" } }
      outputs:
        said: { value: "${b.output}" }
      """;
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  private static String pair(String input, String replace) {
    return PAIR.replace("INPUT", input).replace("REPLACE", replace);
  }

  @Test
  void createAndUpdateAndDelete() {
    scene.declare(pair("one", "x")).applied();
    scene.declare(pair("two", "x")).applied();
    scene.declare("resources: { a: { type: memory::Value, properties: { input: two } } }\n");
    scene.applied();
    scene.declare("resources: {}\n").applied();
    scene.nothingElse().golden("actions/create-update-delete");
  }

  @Test
  void replaceWithTheOldOneGoingFirst() {
    scene.declare(pair("one", "x")).applied();
    String before = scene.identity("a");
    scene.declare(pair("one", "y")).applied();
    assertThat(scene.identity("a")).isNotEqualTo(before);
    assertThat(scene.recorded("a").id().incarnation()).isEqualTo(2);
    scene.nothingElse().golden("actions/replace-delete-first");
  }

  @Test
  void replaceWithTheNewOneComingFirst() {
    String first =
        PAIR.replace(
            "replaceOn: REPLACE } }",
            "replaceOn: REPLACE }, lifecycle: { createBeforeDestroy: true } }");
    scene.declare(first.replace("INPUT", "one").replace("REPLACE", "x")).applied();
    scene.declare(first.replace("INPUT", "one").replace("REPLACE", "y")).applied();
    assertThat(scene.state().deposed()).isEmpty();
    scene.nothingElse().golden("actions/replace-create-first");
  }

  private static final String DECIDED_LATER =
      """
      resources:
        a: { type: memory::Value, properties: { input: INPUT } }
        b:
          type: memory::Value
          properties: { input: PLAIN, replaceOn: "${size(a.output) > 3}" }
        c: { type: memory::Value, properties: { input: "${b.id}" } }
      """;

  private static String later(String input, String plain) {
    return DECIDED_LATER.replace("INPUT", input).replace("PLAIN", plain);
  }

  @Test
  void replaceIfChangedBecomesAReplacement() {
    scene.declare(later("one", "x")).applied();
    String before = scene.identity("b");
    scene.declare(later("longer", "x"));
    Outcome outcome = scene.applied();
    assertThat(scene.identity("b")).isNotEqualTo(before);
    assertThat(outcome.summary()).contains("1 replaced");
    scene.nothingElse().golden("actions/replace-if-changed-replaces");
  }

  @Test
  void replaceIfChangedBecomesAnUpdate() {
    scene.declare(later("one", "x")).applied();
    String before = scene.identity("b");
    scene.declare(later("two", "y")).applied();
    assertThat(scene.identity("b")).isEqualTo(before);
    scene.nothingElse().golden("actions/replace-if-changed-updates");
  }

  @Test
  void replaceIfChangedBecomesNothing() {
    scene.declare(later("one", "x")).applied();
    String before = scene.identity("b");
    scene.declare(later("two", "x")).applied();
    assertThat(scene.identity("b")).isEqualTo(before);
    scene.nothingElse().golden("actions/replace-if-changed-nothing");
  }

  @Test
  void replaceIfChangedWithTheNewOneComingFirst() {
    String first =
        DECIDED_LATER.replace("> 3}\" }", "> 3}\" }\n    lifecycle: { createBeforeDestroy: true }");
    scene.declare(first.replace("INPUT", "one").replace("PLAIN", "x")).applied();
    scene.declare(first.replace("INPUT", "two").replace("PLAIN", "x")).applied();
    scene.declare(first.replace("INPUT", "longer").replace("PLAIN", "x")).applied();
    scene.nothingElse().golden("actions/replace-if-changed-create-first");
  }

  @Test
  void readWhatCouldNotBeLookedUpWhilePlanning() {
    scene.cloud.add("memory::Zone", Value.map(Map.of("Name", Value.of("acme.example."))));
    scene
        .declare(
            """
            lookups:
              zone: { type: memory::Zone, where: { Name: "${a.output}" } }
            resources:
              a: { type: memory::Value, properties: { input: acme.example. } }
              b: { type: memory::Value, properties: { input: "${zone.Arn}" } }
            """)
        .applied();
    scene.golden("actions/read");
  }

  @Test
  void adoptWhatIsThereAlready() {
    scene.cloud.add(
        "memory::Queue",
        Value.map(Map.of("Name", Value.of("jobs"), "VisibilityTimeout", Value.of(60))));
    scene
        .declare(
            """
            resources:
              jobs:
                type: memory::Queue
                properties: { Name: jobs, VisibilityTimeout: 90 }
                lifecycle: { ownership: adopt }
            """)
        .applied();
    scene.nothingElse().golden("actions/adopt");
  }

  @Test
  void forgetWhatIsToStay() {
    scene.declare(
        """
        resources:
          kept:
            type: memory::Value
            properties: { input: dear }
            lifecycle: { onRemove: retain }
        """);
    scene.applied();
    String id = scene.identity("kept");
    scene.declare("resources: {}\n").applied();
    assertThat(scene.state().objects()).isEmpty();
    assertThat(scene.cloud.object("memory::Value", id)).isPresent();
    scene.golden("actions/forget");
  }

  @Test
  void moveAnInstanceAndAWhole() {
    scene
        .declare(
            """
            resources:
              files: { type: memory::Value, forEach: [a, b], properties: { input: "${each.key}" } }
              lone: { type: memory::Value, properties: { input: "${files['a'].output}" } }
            """)
        .applied();
    List<String> before = List.of(scene.identity("files[\"a\"]"), scene.identity("files[\"b\"]"));
    scene
        .declare(
            """
            resources:
              uploads: { type: memory::Value, forEach: [a, b], properties: { input: "${each.key}" } }
              lone: { type: memory::Value, properties: { input: "${uploads['a'].output}" } }
            moved:
              - { from: files, to: uploads }
            """)
        .applied();
    assertThat(List.of(scene.identity("uploads[\"a\"]"), scene.identity("uploads[\"b\"]")))
        .isEqualTo(before);
    scene
        .declare(
            """
            resources:
              single: { type: memory::Value, properties: { input: new } }
              uploads: { type: memory::Value, forEach: [b], properties: { input: "${each.key}" } }
              lone: { type: memory::Value, properties: { input: "${single.output}" } }
            moved:
              - { from: 'uploads["a"]', to: single }
            """)
        .applied();
    assertThat(scene.identity("single")).isEqualTo(before.get(0));
    scene.nothingElse().golden("actions/move");
  }

  @Test
  void recordWhereOnlyLifeCycleOrDependenciesChange() {
    String body =
        """
        resources:
          a: { type: memory::Value, properties: { input: one } }
          b: { type: memory::Value, properties: { input: two } }
        """;
    scene.declare(body).applied();
    scene
        .declare(
            body.replace("input: one }", "input: one }, lifecycle: { onRemove: retain }")
                .replace("input: two }", "input: two }, dependsOn: [a]"))
        .applied();
    assertThat(scene.recorded("b").dependencies()).containsExactly("a");
    scene.golden("actions/record");
  }

  @Test
  void nothingWhereNothingChanges() {
    scene.declare(pair("one", "x")).applied();
    scene.shown();
    scene.golden("actions/no-op");
  }

  @Test
  void deferWhatWaitsForKeysRoundByRound() {
    scene.declare(
        """
        resources:
          a: { type: memory::Value, properties: { input: [x, y] } }
          b: { type: memory::Value, forEach: "${a.output}", properties: { input: ["${each.key}1"] } }
          c: { type: memory::Value, forEach: "${b['x'].output}", properties: { input: "${each.key}" } }
          d: { type: memory::Value, properties: { input: "${c.map(k, k)}" } }
        """);
    String first = scene.plan().digest();
    Outcome outcome = scene.round(PlanMode.apply());
    assertThat(((Outcome.Succeeded) outcome).deferred()).hasToString("[b, c, d]");
    PlanMode next = PlanMode.apply().following(first);
    String second = scene.plan(next).digest();
    assertThat(scene.plan(next).follows()).contains(first);
    assertThat(((Outcome.Succeeded) scene.round(next)).deferred()).hasToString("[c, d]");
    scene.applied(PlanMode.apply().following(second));
    scene.nothingElse().golden("actions/deferred");
  }

  @Test
  void deferWhatIsOnlyThereIfAValueSaysSo() {
    scene.declare(
        """
        resources:
          a: { type: memory::Value, properties: { input: "yes" } }
          b: { type: memory::Value, when: "${a.output == 'yes'}", properties: { input: there } }
          c: { type: memory::Value, properties: { input: "${b.?output.orValue('none')}" } }
        """);
    scene.round(PlanMode.apply());
    scene.applied();
    scene.nothingElse().golden("actions/deferred-when");
  }

  @Test
  void updateWhatDriftedAndCreateWhatIsMissing() {
    scene.declare(pair("one", "x")).applied();
    scene.tamper("a", "input", Value.of("theirs"));
    scene.lose("b");
    scene.applied();
    scene.nothingElse().golden("actions/drift");
  }

  @Test
  void replaceWhereAnotherTypeIsDeclared() {
    scene.declare("resources: { a: { type: memory::Value, properties: { input: x } } }\n");
    scene.applied();
    scene.declare("resources: { a: { type: memory::Queue, properties: { Name: jobs } } }\n");
    scene.applied();
    scene.nothingElse().golden("actions/type-changed");
  }
}
