package dev.ashlar.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.execution.rig.Lab;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.value.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was planned is what happens, and the second plan is empty. */
class PlannedRunTest {
  private final Lab lab = new Lab();

  private void changes(String body, String summary) {
    Outcome outcome = lab.declare(body).apply();

    assertThat(outcome.diagnostics()).isEmpty();
    assertThat(outcome.summary()).isEqualTo("succeeded: " + summary);
    assertThat(lab.next()).as("the second plan").isEmpty();
  }

  private Object output(String name) {
    return lab.state().outputs().get(name);
  }

  @Test
  void whatIsUnknownBecomesKnownAlongAChain() {
    changes(
        """
        resources:
          a: { type: memory::Value, properties: { input: hello } }
          b: { type: memory::Value, properties: { input: "${a.output}, you" } }
          c: { type: memory::Value, properties: { input: "${b.output}!" } }
        outputs:
          said: { value: "${c.output}" }
        """,
        "3 created");

    assertThat(output("said")).isEqualTo(Value.of("hello, you!"));
    assertThat(lab.recorded("c").dependencies()).containsExactly("b");
  }

  @Test
  void anEditRunsThroughWhatDependsOnIt() {
    String body =
        """
        resources:
          a: { type: memory::Value, properties: { input: WORD } }
          b: { type: memory::Value, properties: { input: "${a.output}, you" } }
        outputs:
          said: { value: "${b.output}" }
        """;
    changes(body.replace("WORD", "hello"), "2 created");
    changes(body.replace("WORD", "bye"), "2 updated");

    assertThat(output("said")).isEqualTo(Value.of("bye, you"));
  }

  @Test
  void anObjectThatCannotBeChangedIsReplaced() {
    String body =
        """
        resources:
          a: { type: memory::Value, properties: { input: x, replaceOn: WORD } }
          b: { type: memory::Value, properties: { input: "${a.id}" } }
        """;
    changes(body.replace("WORD", "one"), "2 created");
    String before = lab.recorded("a").identity().orElseThrow();
    changes(body.replace("WORD", "two"), "1 updated, 1 replaced");

    assertThat(lab.recorded("a").identity()).isPresent().get().isNotEqualTo(before);
    assertThat(lab.recorded("b").values().effective().get("input"))
        .isEqualTo(Value.of(lab.recorded("a").identity().orElseThrow()));
    assertThat(lab.cloud.objects()).hasSize(2);
  }

  @Test
  void createBeforeDestroyLeavesNothingDeposed() {
    String body =
        """
        resources:
          a:
            type: memory::Value
            properties: { input: x, replaceOn: WORD }
            lifecycle: { createBeforeDestroy: true }
          b: { type: memory::Value, properties: { input: "${a.id}" } }
        """;
    changes(body.replace("WORD", "one"), "2 created");
    changes(body.replace("WORD", "two"), "1 updated, 1 replaced");

    assertThat(lab.state().deposed()).isEmpty();
    assertThat(lab.cloud.objects()).hasSize(2);
  }

  @Test
  void aReplacementThatDependsOnAValueIsDecidedWhileApplying() {
    String body =
        """
        resources:
          a: { type: memory::Value, properties: { input: WORD } }
          b: { type: memory::Value, properties: { input: x, replaceOn: "${a.output}" } }
        """;
    changes(body.replace("WORD", "one"), "2 created");
    changes(body.replace("WORD", "two"), "1 updated, 1 replaced");

    assertThat(lab.cloud.objects()).hasSize(2);
  }

  @Test
  void whatIsNotDeclaredAnyMoreGoesInTheRightOrder() {
    changes(
        """
        resources:
          a: { type: memory::Value, properties: { input: hello } }
          b: { type: memory::Value, properties: { input: "${a.output}" } }
        """,
        "2 created");
    changes("resources: {}\n", "2 deleted");

    assertThat(lab.cloud.objects()).isEmpty();
    assertThat(lab.state().objects()).isEmpty();
  }

  @Test
  void driftIsCorrected() {
    String body = "resources: { a: { type: memory::Value, properties: { input: mine } } }\n";
    changes(body, "1 created");
    String id = lab.recorded("a").identity().orElseThrow();
    lab.cloud.tamper("memory::Value", id, old -> old.with("input", Value.of("theirs")));

    changes(body, "1 updated");
  }

  @Test
  void whatIsMissingIsMadeAnew() {
    String body = "resources: { a: { type: memory::Value, properties: { input: mine } } }\n";
    changes(body, "1 created");
    lab.cloud.remove("memory::Value", lab.recorded("a").identity().orElseThrow());

    changes(body, "1 created");
    assertThat(lab.state().objects()).hasSize(1);
  }

  @Test
  void aMovedInstanceStaysTheSameObject() {
    changes(
        """
        resources:
          old: { type: memory::Value, forEach: [a, b], properties: { input: "${each.key}" } }
        """,
        "2 created");
    changes(
        """
        resources:
          new: { type: memory::Value, forEach: [a, b], properties: { input: "${each.key}" } }
        moved:
          - { from: 'old["a"]', to: 'new["a"]' }
          - { from: 'old["b"]', to: 'new["b"]' }
        """,
        "2 moved");
  }

  @Test
  void everythingCanBeDestroyed() {
    changes(
        """
        resources:
          a: { type: memory::Value, properties: { input: hello } }
          b: { type: memory::Value, properties: { input: "${a.output}" } }
        outputs:
          said: { value: "${b.output}" }
        """,
        "2 created");

    Outcome outcome = lab.apply(lab.plan(PlanMode.of(PlanMode.Purpose.DESTROY)));

    assertThat(outcome.summary()).isEqualTo("succeeded: 2 deleted");
    assertThat(lab.cloud.objects()).isEmpty();
    assertThat(lab.state().outputs()).isEqualTo(Value.MapValue.EMPTY);
  }

  @Test
  void whatWaitsForKeysIsPlannedInTheNextRound() {
    String body =
        """
        resources:
          a: { type: memory::Value, properties: { input: [x, y] } }
          b:
            type: memory::Value
            forEach: "${a.output}"
            properties: { input: "${each.key}" }
        """;
    Outcome first = lab.declare(body).apply();

    assertThat(((Outcome.Succeeded) first).deferred()).hasToString("[b]");
    changes(body, "2 created");
    assertThat(lab.cloud.objects()).hasSize(3);
  }

  @Test
  void aLookupThatCouldNotBeMadeWhilePlanningIsMadeWhileApplying() {
    lab.cloud.add("memory::Zone", Value.map(Map.of("Name", Value.of("acme.example."))));
    changes(
        """
        lookups:
          zone: { type: memory::Zone, where: { Name: "${a.output}" }, expect: one }
        resources:
          a: { type: memory::Value, properties: { input: acme.example. } }
          b: { type: memory::Value, properties: { input: "${zone.Name}" } }
        """,
        "2 created, 1 read");

    assertThat(lab.recorded("b").values().effective().get("input"))
        .isEqualTo(Value.of("acme.example."));
  }
}
