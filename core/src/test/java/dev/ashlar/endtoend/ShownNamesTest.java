package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanText;
import dev.ashlar.value.Value;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A plan shows made names and marks as they will be, as soon as that is decided. */
class ShownNamesTest {
  private static final String ONE = "resources:\n  jobs: { type: memory::Queue }\n";
  private static final String TWO =
      "resources:\n  jobs: { type: memory::Queue }\n  mails: { type: memory::Queue }\n";

  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void beforeTheFirstRunASymbolStandsForTheLineage() {
    scene.declare(ONE);

    assertThat(PlanText.plain().render(scene.plan()))
        .contains("\"shop-jobs-{lineage}\"")
        .contains("{ashlar-object: \"{lineage}\"}");
  }

  @Test
  void afterwardsTheNameIsShownThatTheObjectGets() {
    scene.declare(ONE).applied();
    scene.declare(TWO);

    String shown = PlanText.plain().render(scene.plan());
    scene.applied();

    String name = ((Value.TextValue) scene.actual("mails", "Name")).text();
    String mark = ((Value.MapValue) scene.actual("mails", "Tags")).get("ashlar-object").toString();
    assertThat(shown)
        .doesNotContain("{lineage}")
        .contains("\"" + name + "\"")
        .contains("{ashlar-object: \"" + mark + "\"}");
  }

  @Test
  void thePlanAndItsDigestHoldTheSymbol() {
    scene.declare(ONE).applied();
    scene.declare(TWO);

    Plan plan = scene.plan();

    assertThat(plan.toJson()).contains("shop-mails-{lineage}");
    assertThat(plan.toJson()).doesNotContain(scene.state().lineage());
    assertThat(plan.toBuilder().lineage(Optional.empty()).build().digest())
        .isEqualTo(plan.digest());
  }
}
