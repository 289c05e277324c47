package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Outcome;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.value.Address;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is deleted before it is made anew while others still use it is told in the plan. */
class ReplacedInUseTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  private Scene guarded(String description, String lifecycle) {
    return scene.declare(
        """
        resources:
          net: { type: memory::Network, properties: { CidrBlock: 10.0.0.0/16 } }
          sub: { type: memory::Subnet, properties: { NetworkId: "${net.id}", CidrBlock: 10.0.1.0/24 } }
          guard:
            type: memory::SecurityGroup
            properties: { NetworkId: "${net.id}", Description: "%s" }
            lifecycle: { %s }
          web:
            type: memory::Instance
            properties: { Image: linux, SubnetId: "${sub.id}", SecurityGroupIds: ["${guard.id}"] }
        """
            .formatted(description, lifecycle));
  }

  private static List<Diagnostic> warnings(Plan plan) {
    return plan.diagnostics().stream()
        .filter(each -> each.code().equals("plan.replaced-in-use"))
        .toList();
  }

  @Test
  void theUserIsNamedAndWhatToDo() {
    guarded("old", "").applied();
    guarded("new", "");

    Plan plan = scene.plan();

    assertThat(plan.hasErrors()).isFalse();
    assertThat(warnings(plan))
        .singleElement()
        .satisfies(
            warning -> {
              assertThat(warning.severity()).isEqualTo(Diagnostic.Severity.WARNING);
              assertThat(warning.address()).contains(Address.of("guard"));
              assertThat(warning.location()).hasToString("Optional[shop.yaml:7:3]");
              assertThat(warning.detail())
                  .isEqualTo(
                      "\"guard\" is deleted before it is made anew, and \"web\" still uses it: the"
                          + " cloud may refuse to delete it. Say lifecycle.createBeforeDestroy:"
                          + " true at \"guard\", or replace the other one too, with --replace"
                          + " 'web'.");
            });
    assertThat(scene.apply(plan)).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void madeFirstItIsDeletedWhenNobodyUsesItAnyMore() {
    guarded("old", "").applied();
    guarded("new", "createBeforeDestroy: true");

    assertThat(warnings(scene.plan())).isEmpty();
    scene.applied();
  }

  @Test
  void replacedTogetherTheUserGoesBefore() {
    guarded("old", "").applied();
    guarded("new", "");
    PlanMode together = PlanMode.apply().replacing(Set.of(Address.of("web")));

    assertThat(warnings(scene.plan(together))).isEmpty();
    scene.applied(together);
  }

  @Test
  void whoeverMustBeReplacedTooIsNoSurvivor() {
    guarded("same", "").applied();
    scene.declare(
        """
        resources:
          net: { type: memory::Network, properties: { CidrBlock: 10.0.0.0/17 } }
          sub: { type: memory::Subnet, properties: { NetworkId: "${net.id}", CidrBlock: 10.0.1.0/24 } }
          guard: { type: memory::SecurityGroup, properties: { NetworkId: "${net.id}", Description: same } }
          web:
            type: memory::Instance
            properties: { Image: linux, SubnetId: "${sub.id}", SecurityGroupIds: ["${guard.id}"] }
        """);

    assertThat(warnings(scene.plan())).isEmpty();
    scene.applied();
  }

  @Test
  void whatTakesAnyValueHoldsOnToNobody() {
    String declared =
        """
        resources:
          one: { type: memory::Value, properties: { input: x, replaceOn: "%s" } }
          two: { type: memory::Value, properties: { input: "${one.id}" } }
        """;
    scene.declare(declared.formatted("a")).applied();
    scene.declare(declared.formatted("b"));

    assertThat(warnings(scene.plan())).isEmpty();
    scene.applied();
  }

  @Test
  void whoReadsOnlyAPlainValueDoesNotHoldTheObject() {
    String declared =
        """
        resources:
          one: { type: memory::Value, properties: { input: x, replaceOn: "%s" } }
          two: { type: memory::Value, properties: { input: "${one.output}" } }
        """;
    scene.declare(declared.formatted("a")).applied();
    scene.declare(declared.formatted("b"));

    assertThat(warnings(scene.plan())).isEmpty();
    scene.applied();
  }
}
