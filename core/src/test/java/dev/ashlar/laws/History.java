package dev.ashlar.laws;

import dev.ashlar.Ashlar;
import dev.ashlar.laws.generate.Document;
import dev.ashlar.laws.generate.Drawn;
import dev.ashlar.laws.generate.RandomGraph;
import dev.ashlar.laws.generate.RandomTypes;
import dev.ashlar.laws.rig.Rig;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.plan.Plan;
import dev.ashlar.schema.ResourceSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.function.Function;

/** What happens to one random environment in its life, from a seed alone. */
final class History {
  private static final int ROUNDS = 3;

  private final long seed;
  private BiFunction<VirtualTime, Ashlar.Builder, Ashlar.Builder> engine =
      (time, builder) -> builder;
  private Function<List<Drawn>, String> writing = Document::of;

  History(long seed) {
    this.seed = seed;
  }

  /** The same on another engine. */
  History on(BiFunction<VirtualTime, Ashlar.Builder, Ashlar.Builder> change) {
    engine = change;
    return this;
  }

  /** The same with documents that are written otherwise. */
  History written(Function<List<Drawn>, String> form) {
    writing = form;
    return this;
  }

  /** Every plan in it. */
  List<Plan> plans() {
    Random random = new Random(seed);
    List<ResourceSchema> types = new RandomTypes(random).types(1 + random.nextInt(3));
    RandomGraph graph = new RandomGraph(random, types, 2 + random.nextInt(8));
    boolean rewording = random.nextBoolean();
    List<Plan> plans = new ArrayList<>();
    try (Rig rig = new Rig(types, rewording, engine)) {
      for (int round = 0; round < ROUNDS; round++) {
        rig.declare(writing.apply(graph.resources()));
        plans.add(rig.soundPlan());
        rig.applied();
        graph.edit();
        Drift.some(rig, random, graph.resources());
      }
    }
    return plans;
  }

  /** The digests of all plans. */
  List<String> digests() {
    return plans().stream().map(Plan::digest).toList();
  }

  /** All plan files, without their seals. */
  List<String> files() {
    return plans().stream().map(plan -> plan.toBuilder().seal("").build().toJson()).toList();
  }
}
