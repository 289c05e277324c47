package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.PlanningSession;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Edit;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.plan.Plan;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A session's plan is the plan from scratch, whatever was edited on the way. */
class SessionLawTest {
  private static final long SEED = Long.getLong("seed", 20_260_303);
  private static final int RUNS = Integer.getInteger("runs", 12);
  private static final int EDITS = 25;

  /** Something of everything. */
  private static final String ALL =
      """
      apiVersion: ashlar.dev/v1
      kind: Blueprint
      metadata: { name: random, version: 1.0.0 }
      parameters:
        size: { type: integer, default: 1 }
        names: { type: list, items: { type: string }, default: [one, two] }
        unread: { type: string, default: "" }
        password: { type: string, sensitive: true, default: "" }
      flags:
        on: { default: true }
      locals:
        who: "team-${params.size}"
        both: "${[a.output, locals.who]}"
      lookups:
        look: { type: memory::Value, where: { input: "sought" }, expect: optional }
      resources:
        a: { type: memory::Value, properties: { input: "${params.size}" } }
        b: { type: memory::Value, properties: { input: "${a.output}" }, source: { canvas: b-node } }
        c:
          type: memory::Value
          properties: { input: "${locals.both}" }
          lifecycle: { createBeforeDestroy: true }
        d: { type: memory::Value, when: "${flags.on}", properties: { input: { deep: "${c.id}" } } }
        e:
          type: memory::Value
          forEach: "${params.names}"
          properties: { input: "${each.key}-${b.id}" }
          dependsOn: [d]
        f: { type: memory::Value, forEach: "${a.output == 3 ? ['x'] : ['y']}", properties: { input: 1 } }
        g: { type: memory::Value, properties: { input: "${e['one'].id}" }, lifecycle: { preventDestroy: true } }
        net: { type: memory::Network, properties: { CidrBlock: "10.${params.size}.0.0/16" } }
        sub: { type: memory::Subnet, properties: { NetworkId: "${net.Id}", CidrBlock: "10.${params.size}.1.0/24" } }
        store: { type: memory::Bucket, properties: { Name: "store-${params.size}" } }
        safe: { type: memory::Secret, properties: { Name: safe, Value: "${params.password}" } }
      moved:
        - { from: old, to: a }
      outputs:
        shown: { value: "${a.output}" }
        ids: { value: "${locals.both}" }
      """;

  private final VirtualTime time = VirtualTime.create();
  private final MemoryCloud cloud = MemoryCloud.builder().time(time).build();

  @Test
  void everyPreviewIsThePlanFromScratch() {
    for (long seed = SEED; seed < SEED + RUNS; seed++) {
      new SessionLawTest().live(seed, seed % 3 == 0 ? grown(seed) : ALL);
    }
  }

  private static String grown(long seed) {
    return new RandomBlueprint(new Random(seed)).grown(4 + (int) (seed % 5)).text();
  }

  private void live(long seed, String text) {
    Random random = new Random(seed);
    try (Ashlar ashlar =
        Ashlar.builder()
            .addProvider(cloud)
            .executor(time)
            .time(time)
            .random(new Random(seed))
            .build()) {
      Environment environment =
          Environment.of("random", Blueprint.read(Source.text("random", text)).orThrow())
              .parameter("password", Value.secret(Value.of("correct horse battery")));
      if (random.nextBoolean()) {
        time.run(
            ashlar.open(environment).apply(time.run(ashlar.open(environment).plan())).outcome());
      }
      edit(ashlar, environment, random, "seed " + seed);
    }
  }

  private void edit(Ashlar ashlar, Environment environment, Random random, String reproducer) {
    RandomEdits edits = new RandomEdits(random);
    PlanningSession session = time.run(ashlar.open(environment).edit());
    List<PlanningSession.Preview> previews = new ArrayList<>(List.of(session.preview()));
    for (int i = 0; i < EDITS; i++) {
      List<Edit> some = new ArrayList<>();
      for (int each = random.nextInt(4) / 2; each >= 0; each--) {
        some.add(edits.next(session.preview().environment()));
      }
      PlanningSession.Preview preview = time.run(session.edit(some.toArray(Edit[]::new)));
      Plan scratch = time.run(ashlar.open(preview.environment()).plan());
      String where = reproducer + ", edit " + i;
      assertThat(preview.plan().diagnostics()).as(where).isEqualTo(scratch.diagnostics());
      assertThat(preview.plan().toJson()).as(where).isEqualTo(scratch.toJson());
      previews.add(preview);
      if (!preview.plan().hasErrors() && random.nextInt(5) == 0) {
        Outcome outcome =
            time.run(ashlar.open(preview.environment()).apply(preview.plan()).outcome());
        assertThat(outcome).as(where).isNotInstanceOf(Outcome.Refused.class);
        time.run(session.refresh());
      }
    }
  }
}
