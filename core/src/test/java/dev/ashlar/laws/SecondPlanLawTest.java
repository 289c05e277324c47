package dev.ashlar.laws;

import dev.ashlar.laws.generate.Document;
import dev.ashlar.laws.generate.RandomGraph;
import dev.ashlar.laws.generate.RandomTypes;
import dev.ashlar.laws.rig.Rig;
import dev.ashlar.schema.ResourceSchema;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Law 4: after a successful apply, planning again changes nothing. */
class SecondPlanLawTest {
  @Test
  void theSecondPlanIsEmptyAfterEveryApply() {
    Cases.each(40, SecondPlanLawTest::afterEveryApply);
  }

  private static void afterEveryApply(long seed) {
    Random random = new Random(seed);
    List<ResourceSchema> types = new RandomTypes(random).types(1 + random.nextInt(3));
    RandomGraph graph = new RandomGraph(random, types, 1 + random.nextInt(8));
    Rig.with(
        seed,
        types,
        random.nextBoolean(),
        rig -> {
          for (int round = 0; round < 4; round++) {
            rig.declare(Document.of(graph.resources())).applied().settled();
            Drift.some(rig, random, graph.resources());
            rig.applied().settled();
            graph.edit();
          }
        });
  }
}
