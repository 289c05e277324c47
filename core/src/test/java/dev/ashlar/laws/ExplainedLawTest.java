package dev.ashlar.laws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.laws.generate.Document;
import dev.ashlar.laws.generate.Drawn;
import dev.ashlar.laws.generate.Mistake;
import dev.ashlar.laws.generate.RandomGraph;
import dev.ashlar.laws.generate.RandomTypes;
import dev.ashlar.laws.rig.Rig;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Law 8: all problems at once; and everything that is planned is explained by its source. */
class ExplainedLawTest {
  @Test
  void everyPlannedValueUnknownAndReplacementComesFromItsLine() {
    Cases.each(25, ExplainedLawTest::explained);
  }

  private static void explained(long seed) {
    Random random = new Random(seed);
    List<ResourceSchema> types = new RandomTypes(random).types(1 + random.nextInt(3));
    RandomGraph graph = new RandomGraph(random, types, 2 + random.nextInt(8));
    Rig.with(
        seed,
        types,
        false,
        rig -> {
          for (int round = 0; round < 3; round++) {
            rig.declare(Document.of(graph.resources()));
            Map<String, Integer> lines = new TreeMap<>();
            Map<String, Drawn> drawn = new TreeMap<>();
            for (Drawn each : graph.resources()) {
              lines.put(each.name(), Document.FIRST_LINE + lines.size());
              drawn.put(each.name(), each);
            }
            for (Change change : rig.soundPlan().changes()) {
              Drawn source = drawn.get(change.address().toString());
              boolean made = change.location().isPresent();
              assertThat(change.canvas()).as("%s", change).contains("node-" + change.address());
              if (source != null && made) {
                explained(change, source, lines.get(source.name()));
              } else {
                assertThat(change.action().text()).isIn("delete", "forget");
              }
            }
            rig.applied();
            graph.edit();
            Drift.some(rig, random, graph.resources());
          }
        });
  }

  private static void explained(Change change, Drawn source, int line) {
    assertThat(change.location().orElseThrow().line()).as("%s", change).isEqualTo(line);
    Set<String> told = new TreeSet<>();
    for (AttributeChange attribute : change.attributes()) {
      told.add(attribute.path().toString());
      String head = attribute.path().head();
      boolean declared = source.properties().entries().containsKey(head);
      assertThat(attribute.location().map(Diagnostic.Location::line))
          .as("%s of %s", attribute.path(), change)
          .isEqualTo(declared ? Optional.of(line) : Optional.empty());
      boolean isExpression =
          attribute.path().in(source.properties()) instanceof Value.TextValue text
              && text.text().contains("${");
      if (isExpression) {
        assertThat(attribute.expression())
            .as("where %s of %s comes from", attribute.path(), change)
            .hasValueSatisfying(
                expression ->
                    assertThat(attribute.path().in(source.properties()).toString())
                        .contains(expression));
      } else if (declared && attribute.unknown()) {
        assertThat(source.properties().get(head).toString()).contains("${");
      }
    }
    boolean replaced =
        Set.of(Reason.Kind.IMMUTABLE_CHANGED, Reason.Kind.IMMUTABLE_UNKNOWN)
            .contains(change.reason().kind());
    if (replaced) {
      assertThat(change.reason().paths()).as("%s", change).isNotEmpty();
    }
    change.reason().paths().forEach(path -> assertThat(told).contains(path.toString()));
  }

  @Test
  void allMistakesAreToldAtOnceEachAtItsLine() {
    Cases.each(60, ExplainedLawTest::mistaken);
  }

  private static void mistaken(long seed) {
    Random random = new Random(seed);
    List<ResourceSchema> types = new RandomTypes(random).types(1 + random.nextInt(3));
    RandomGraph graph = new RandomGraph(random, types, 3 + random.nextInt(8));
    List<Drawn> resources = new ArrayList<>(graph.resources());
    Map<Integer, Mistake> mistakes = new TreeMap<>();
    for (int i = 1; i < resources.size(); i++) {
      if (random.nextBoolean()) {
        Mistake mistake = Mistake.any(random);
        mistakes.put(Document.FIRST_LINE + i, mistake);
        resources.set(i, mistake.in(resources.get(i), resources.get(0)));
      }
    }
    String text = Document.of(resources);
    Rig.with(
        seed,
        types,
        false,
        rig -> {
          Checked<Blueprint> read = Blueprint.read(Source.text("law", text));
          List<Diagnostic> problems =
              read.value().isPresent()
                  ? rig.declare(text).plan().diagnostics()
                  : read.diagnostics();
          Set<String> found =
              problems.stream()
                  .map(each -> each.location().orElseThrow().line() + " " + each.code())
                  .collect(Collectors.toSet());
          List<String> expected = new ArrayList<>();
          mistakes.forEach((line, mistake) -> expected.add(line + " " + mistake.code()));
          assertThat(found).as("%s%n%s", problems, text).containsAll(expected);
          assertThat(problems)
              .as("nothing is said of what is right:%n%s", text)
              .allSatisfy(
                  each -> assertThat(mistakes).containsKey(each.location().orElseThrow().line()));
        });
  }
}
