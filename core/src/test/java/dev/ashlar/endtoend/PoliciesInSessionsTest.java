package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.PlanningSession;
import dev.ashlar.PlanningSession.Preview;
import dev.ashlar.PlanningSession.Redraw;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Edit;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.Verdict;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** While a canvas is edited, policies say of each preview what they would say of a plan. */
class PoliciesInSessionsTest {
  private static final String PACK =
      """
      apiVersion: ashlar.dev/v1
      kind: PolicyPack
      metadata: { name: acme }
      policies:
        - id: small
          severity: deny
          match: { types: memory::Value }
          assert: "resource.input != 'bad'"
          message: m
      """;

  private static final String WHOLE =
      """
        - id: few
          severity: warn
          scope: graph
          assert: "resources.filter(r, r.properties.?input.orValue('') == 'odd').size() <= 1"
          message: "${resources.filter(r, r.properties.?input.orValue('') == 'odd').size()} odd ones."
      """;

  private final Ashlar ashlar =
      Ashlar.builder()
          .addProvider(MemoryCloud.create())
          .offerPolicies(PolicyPack.read(Source.text("acme.yaml", PACK + WHOLE)).orThrow())
          .build();

  @AfterEach
  void close() {
    ashlar.close();
  }

  private static Environment shop() {
    StringBuilder text =
        new StringBuilder(
            "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: shop }\nresources:\n");
    for (int i = 0; i < 20; i++) {
      text.append("  r").append(i).append(": { type: memory::Value, properties: { input: ok } }\n");
    }
    text.append("  last: { type: memory::Value, properties: { input: \"${r3.output}\" } }\n");
    return Environment.of(
            "shop", Blueprint.read(Source.text("shop.yaml", text.toString())).orThrow())
        .policies(List.of("acme"));
  }

  @Test
  void everyPreviewIsWhatAPlanFromScratchWouldBe() {
    long seed = 20_260_101;
    Random random = new Random(seed);
    Workspace workspace = ashlar.open(shop());
    workspace.apply(workspace.plan().join()).outcome().join();
    PlanningSession session = workspace.edit().join();
    for (int i = 0; i < 60; i++) {
      String word = List.of("ok", "bad", "odd").get(random.nextInt(3));
      Preview preview =
          session.edit(Edit.set("r" + random.nextInt(20), "input", Value.of(word))).join();
      Plan scratch = ashlar.open(preview.environment()).plan().join();

      assertThat(preview.plan().toJson())
          .as("seed %d, edit %d", seed, i)
          .isEqualTo(scratch.toJson());
    }
  }

  @Test
  void whatAPolicySaysIsDrawnWithItsResource() {
    PlanningSession session = ashlar.open(shop()).edit().join();

    Preview preview = session.edit(Edit.set("r3", "input", Value.of("bad"))).join();

    assertThat(preview.plan().isDenied()).isTrue();
    assertThat(preview.redraw())
        .filteredOn(redraw -> redraw.address().toString().equals("r3"))
        .flatExtracting(Redraw::changes)
        .flatExtracting(Change::policies)
        .extracting(Verdict::name)
        .containsExactly("acme/small");
  }

  @Test
  void changesThatAnEditDoesNotReachAreTheVerySame() {
    PlanningSession session = ashlar.open(shop()).edit().join();
    Plan before = session.edit(Edit.set("r1", "input", Value.of("bad"))).join().plan();

    Plan after = session.edit(Edit.set("r2", "input", Value.of("bad"))).join().plan();

    assertThat(after.change("r1#1/create").orElseThrow())
        .isSameAs(before.change("r1#1/create").orElseThrow());
  }
}
