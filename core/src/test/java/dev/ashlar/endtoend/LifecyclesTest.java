package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.plan.PlanMode;
import dev.ashlar.value.Value;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How objects are treated when their declaration changes or goes, as documents. */
class LifecyclesTest {
  private static final String PROTECTED =
      """
      resources:
        kept:
          type: memory::Value
          properties: { input: x, replaceOn: REPLACE }
          lifecycle: { preventDestroy: "${env.stage == 'production'}" }
          source: { canvas: node-17 }
      """;

  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void whatIsProtectedIsNeitherReplacedNorDeleted() {
    scene.with(environment -> environment.stage("production"));
    scene.declare(PROTECTED.replace("REPLACE", "a")).applied();
    scene.declare(PROTECTED.replace("REPLACE", "b")).shown();
    scene.declare("resources: {}\n").shown();
    scene.shown(PlanMode.of(PlanMode.Purpose.DESTROY));
    scene.with(environment -> environment.stage("staging"));
    scene.declare(PROTECTED.replace("REPLACE", "b")).note("in staging").applied();
    assertThat(scene.recorded("kept").canvas()).contains("node-17");
    scene.golden("constructs/prevent-destroy");
  }

  @Test
  void ignoredChangesAreLeftAlone() {
    String body =
        """
        resources:
          part:
            type: parts::Part
            properties: { Name: a, Mode: slow, Labels: { team: TEAM, cost: COST } }
            lifecycle: { ignoreChanges: [Mode, Labels.team] }
        """;
    scene.declare(body.replace("TEAM", "red").replace("COST", "x")).applied();
    scene.tamper("part", "Mode", Value.of("fast"));
    scene.declare(body.replace("TEAM", "blue").replace("COST", "x"));
    assertThat(scene.left()).isEmpty();
    scene.declare(body.replace("TEAM", "blue").replace("COST", "y")).applied();
    assertThat(scene.actual("part", "Mode")).isEqualTo(Value.of("fast"));
    scene.golden("constructs/ignore-changes");
  }

  @Test
  void whatIsOnlyObservedIsNeverChanged() {
    scene.cloud.add(
        "memory::Queue",
        Value.map(Map.of("Name", Value.of("theirs"), "VisibilityTimeout", Value.of(60))));
    String body =
        """
        resources:
          theirs: { type: memory::Queue, properties: { Name: theirs }, lifecycle: { ownership: observe } }
          user: { type: memory::Value, properties: { input: "${theirs.Url} ${theirs.VisibilityTimeout}" } }
        """;
    scene.declare(body).applied();
    scene.round(PlanMode.of(PlanMode.Purpose.DESTROY));
    assertThat(scene.cloud.object("memory::Queue", "theirs")).isPresent();
    scene.cloud.remove("memory::Queue", "theirs");
    scene.note("theirs is removed").shown();
    scene.golden("constructs/observe");
  }
}
