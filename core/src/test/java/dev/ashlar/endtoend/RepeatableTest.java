package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.plan.Plan;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The same inputs give the same plan, wherever; and what was planned is what happens. */
class RepeatableTest {
  private static final String BODY =
      """
      parameters: { names: { type: list, items: { type: string }, default: [i, İ, I, ı] } }
      resources:
        base: { type: memory::Value, properties: { input: "${upper('title')} ${lower('TITLE')}" } }
        many: { type: memory::Value, forEach: "${params.names}", properties: { input: "${each.key} ${base.output} ${format('%.2f', [1.5])}" } }
        jobs: { type: memory::Queue, properties: { VisibilityTimeout: 60 } }
        part: { type: parts::Part, properties: { Name: "${jobs.Name}", Mode: "${jobs.Url}", Amount: 1.25 } }
        sum: { type: memory::Value, properties: { input: "${many.map(k, many[k].id)}" } }
      outputs:
        sum: { value: "${sum.output}" }
      """;

  private static Plan planned(Scene scene) {
    Plan plan = scene.declare(BODY).plan();
    assertThat(plan.diagnostics()).isEmpty();
    return plan;
  }

  private static String digest() {
    try (Scene scene = new Scene()) {
      return planned(scene).digest();
    }
  }

  @Test
  void onEveryEngine() {
    assertThat(digest()).hasSize(64).isEqualTo(digest());
  }

  @Test
  void inEveryLanguageAndTimeZone() {
    String here = digest();
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      for (String language : List.of("tr-TR", "de-DE", "lt-LT", "ja-JP-u-ca-japanese")) {
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
        assertThat(digest()).as(language).isEqualTo(here);
      }
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void withAnyRandomness() {
    try (Scene scene = new Scene(builder -> builder.random(new Random(99)).parallelism(1))) {
      assertThat(planned(scene).digest()).isEqualTo(digest());
    }
  }

  @Test
  void onAnyNumberOfThreads() {
    String here = digest();
    for (int threads : new int[] {1, 2, 7}) {
      ExecutorService executor = Executors.newFixedThreadPool(threads);
      try (Scene scene = new Scene(builder -> builder.executor(executor))) {
        scene.declare(BODY);
        assertThat(scene.workspace().plan().join().digest()).isEqualTo(here);
      } finally {
        executor.shutdown();
      }
    }
  }

  /** After an apply, an edit and a touch of drift, two engines with equal histories agree. */
  @Test
  void afterEqualHistories() {
    Supplier<List<String>> history =
        () -> {
          try (Scene scene = new Scene()) {
            List<String> digests = new ArrayList<>();
            digests.add(scene.declare(BODY).plan().digest());
            scene.applied();
            scene.tamper("base", "input", Value.of("other"));
            digests.add(scene.declare(BODY.replace("60", "90")).plan().digest());
            return digests;
          }
        };
    assertThat(history.get()).isEqualTo(history.get()).doesNotHaveDuplicates();
  }

  @Test
  void aPlanThatWasWrittenAndReadIsTheSamePlan() {
    try (Scene scene = new Scene();
        Scene other = new Scene()) {
      Plan plan = planned(scene);
      Plan read = Plan.read(Source.text("plan.json", plan.toJson())).orThrow();
      assertThat(read.toJson()).isEqualTo(plan.toJson());
      assertThat(read.digest()).isEqualTo(plan.digest());
      assertThat(read.seal()).isEqualTo(plan.seal());

      Outcome fromFile = scene.apply(read);
      Outcome direct = other.apply(planned(other));

      assertThat(fromFile.summary()).isEqualTo(direct.summary()).startsWith("succeeded: ");
      assertThat(scene.state()).isEqualTo(other.state());
      assertThat(scene.cloud.objects()).hasToString(other.cloud.objects().toString());
      assertThat(scene.left()).isEmpty();
    }
  }

  /** A plan from a file also carries updates, replacements, deletions and what is decided later. */
  @Test
  void everyActionCanBeAppliedFromAFile() {
    String before =
        """
        resources:
          a: { type: memory::Value, properties: { input: one } }
          b: { type: memory::Value, properties: { input: x, replaceOn: "${size(a.output) > 3}" } }
          c: { type: memory::Value, properties: { input: "${b.id}", replaceOn: 1 } }
          d: { type: memory::Value, properties: { input: gone } }
          e: { type: memory::Value, forEach: [k], properties: { input: "${each.key}" } }
        """;
    String after =
        """
        resources:
          a: { type: memory::Value, properties: { input: longer } }
          b: { type: memory::Value, properties: { input: x, replaceOn: "${size(a.output) > 3}" } }
          c: { type: memory::Value, properties: { input: "${b.id}", replaceOn: 2 }, lifecycle: { createBeforeDestroy: true } }
          f: { type: memory::Value, forEach: [k], properties: { input: "${each.key}" } }
          g: { type: memory::Value, forEach: "${[f['k'].output, a.output]}", properties: { input: x } }
        moved: [ { from: e, to: f } ]
        """;
    try (Scene scene = new Scene()) {
      scene.declare(before).applied();
      Plan plan = scene.declare(after).plan();
      Plan read = Plan.read(Source.text("plan.json", plan.toJson())).orThrow();
      assertThat(read.changes()).isEqualTo(plan.changes());

      Outcome outcome = scene.apply(read);

      assertThat(outcome.diagnostics()).isEmpty();
      assertThat(outcome.summary())
          .isEqualTo("succeeded: 1 updated, 2 replaced, 1 deleted, 1 moved, 1 deferred");
      scene.sound();
      scene.applied();
      scene.nothingElse();
    }
  }
}
