package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.drift.DocumentEdit;
import dev.ashlar.drift.Drift;
import dev.ashlar.drift.DriftReport;
import dev.ashlar.memory.Fault;
import dev.ashlar.plan.PlanMode;
import dev.ashlar.plan.PlanMode.Purpose;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What was changed behind the engine's back: seen from three sides, corrected or accepted. */
class DriftTest {
  private static final String HEAD =
      "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: shop, version: 1.0.0 }\n";
  private static final String SHOP =
      """
      parameters: { days: { type: integer, default: 400 } }
      resources:
        jobs:
          type: memory::Queue
          properties:
            Name: jobs
            VisibilityTimeout: 30 # seconds
            Tags: { team: "blue", cost: '17' }
        mails:
          type: memory::Queue
          properties: { Name: mails, RetentionSeconds: "${params.days}" }
      """;
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  private DriftReport report() {
    return scene.time().run(scene.workspace().drift());
  }

  private static Drift.Difference only(DriftReport report) {
    assertThat(report.drifts()).hasSize(1);
    assertThat(report.drifts().get(0).differences()).hasSize(1);
    return report.drifts().get(0).differences().get(0);
  }

  /** Sets tags, and leaves the others as they are. */
  private void tag(String address, Map<String, Value> tags) {
    scene.cloud.tamper(
        "memory::Queue",
        scene.identity(address),
        properties -> {
          Value.MapValue all =
              properties.get("Tags") instanceof Value.MapValue some ? some : Value.MapValue.EMPTY;
          for (Map.Entry<String, Value> tag : tags.entrySet()) {
            all = all.with(tag.getKey(), tag.getValue());
          }
          return properties.with("Tags", all);
        });
  }

  @Test
  void aDifferenceHasThreeValuesAndThePlaceOfTheProperty() {
    scene.declare(SHOP).applied();
    scene.tamper("jobs", "VisibilityTimeout", Value.of(90));
    scene.declare(SHOP.replace("VisibilityTimeout: 30", "VisibilityTimeout: 45"));

    Drift.Difference difference = only(report());

    assertThat(difference.path()).hasToString("VisibilityTimeout");
    assertThat(difference.actual()).isEqualTo(Value.of(90));
    assertThat(difference.applied()).isEqualTo(Value.of(30));
    assertThat(difference.declared()).contains(Value.of(45));
    assertThat(difference.location().orElseThrow()).hasToString("shop.yaml:10:7");
  }

  @Test
  void whatIsNotDeclaredAnyMoreHasNoDeclaredValue() {
    scene.declare(SHOP).applied();
    scene.tamper("jobs", "VisibilityTimeout", Value.of(90));
    scene.declare("resources: {}\n");

    assertThat(only(report()).declared()).isEmpty();
    assertThat(report().edits()).isEmpty();
  }

  @Test
  void ignoredChangesAreNoDrift() {
    scene
        .declare(
            SHOP.replace(
                "    type: memory::Queue\n    properties:\n",
                "    type: memory::Queue\n"
                    + "    lifecycle: { ignoreChanges: [VisibilityTimeout] }\n"
                    + "    properties:\n"))
        .applied();
    scene.tamper("jobs", "VisibilityTimeout", Value.of(90));

    assertThat(report().isEmpty()).isTrue();
    assertThat(scene.plan(PlanMode.of(Purpose.REPAIR)).changes()).isEmpty();
    assertThat(scene.plan(PlanMode.of(Purpose.ACCEPT)).changes()).isEmpty();
  }

  @Test
  void whatNobodyDeclaredIsNoDrift() {
    scene.declare(SHOP).applied();
    tag("mails", Map.of("team", Value.of("theirs")));
    scene.cloud.add("memory::Queue", Value.map(Map.of("Name", Value.of("theirs"))));

    assertThat(report().isEmpty()).isTrue();
  }

  @Test
  void observedObjectsThatOthersChangeOrDeleteAreReportedAndNotRepaired() {
    String id =
        scene.cloud.add(
            "memory::Queue",
            Value.map(Map.of("Name", Value.of("theirs"), "VisibilityTimeout", Value.of(30))));
    scene
        .declare(
            """
            resources:
              theirs:
                type: memory::Queue
                lifecycle: { ownership: observe }
                properties: { Name: theirs, VisibilityTimeout: 30 }
            """)
        .applied();
    assertThat(report().isEmpty()).isTrue();

    scene.cloud.tamper(
        "memory::Queue", id, properties -> properties.with("VisibilityTimeout", Value.of(90)));
    DriftReport changed = report();
    assertThat(changed.drifts().get(0).observed()).isTrue();
    assertThat(only(changed).actual()).isEqualTo(Value.of(90));
    assertThat(only(changed).declared()).contains(Value.of(30));
    assertThat(scene.plan(PlanMode.of(Purpose.REPAIR)).changes()).isEmpty();

    scene.cloud.remove("memory::Queue", id);
    assertThat(report().drifts())
        .singleElement()
        .satisfies(
            drift -> {
              assertThat(drift.missing()).isTrue();
              assertThat(drift.observed()).isTrue();
            });
  }

  @Test
  void objectsAreReadInBatches() {
    StringBuilder keys = new StringBuilder();
    for (int i = 0; i < 250; i++) {
      keys.append(i == 0 ? "" : ", ").append('k').append(i);
    }
    scene
        .declare(
            "resources:\n  v: { type: memory::Value, forEach: ["
                + keys
                + "],"
                + " properties: { input: \"${each.key}\" } }\n")
        .applied();
    scene.cloud.fault(
        Fault.slowAnswers(Duration.ofMillis(10)).on("memory::*", Operation.LIST),
        Fault.slowAnswers(Duration.ofMillis(10)).on("memory::*", Operation.READ));

    assertThat(report().isEmpty()).isTrue();

    assertThat(scene.cloud.hits()).hasSizeLessThanOrEqualTo(3);
  }

  /** Makes the edits from the end to the beginning, so that places stay right. */
  private static String edited(String body, List<DocumentEdit> edits) {
    List<DocumentEdit> all = new ArrayList<>(edits);
    all.sort(Comparator.comparing(DocumentEdit::location).reversed());
    List<String> lines = (HEAD + body).lines().toList();
    for (DocumentEdit edit : all) {
      Optional<List<String>> next = edit.in(lines);
      assertThat(next).as(edit.toString()).isPresent();
      lines = next.get();
    }
    return String.join("\n", lines).substring(HEAD.length()) + "\n";
  }

  @Test
  void acceptedDriftAndItsEditsLeaveNothingToBePlanned() {
    scene.declare(SHOP).applied();
    scene.tamper("jobs", "VisibilityTimeout", Value.of(90));
    tag("jobs", Map.of("team", Value.of("it's \"red\""), "cost", Value.of("3")));
    DriftReport report = report();

    assertThat(report.edits().get(0).diff((HEAD + SHOP).lines().toList()))
        .isEqualTo(
            """
            shop.yaml:11:20  jobs Tags.cost
            -       Tags: { team: "blue", cost: '17' }
            +       Tags: { team: "blue", cost: "3" }
            """
                .replace("shop.yaml:11:20", report.edits().get(0).location().toString()));
    scene.round(PlanMode.of(Purpose.ACCEPT));
    String edited = edited(SHOP, report.edits());
    assertThat(edited)
        .contains("VisibilityTimeout: 90 # seconds")
        .contains("Tags: { team: \"it's \\\"red\\\"\", cost: \"3\" }");
    scene.declare(edited);

    assertThat(scene.plan().changes()).isEmpty();
  }

  @Test
  void whatIsComputedIsToBeEditedByHand() {
    scene.declare(SHOP).applied();
    scene.tamper("mails", "RetentionSeconds", Value.of(900));
    DocumentEdit edit = report().edits().get(0);

    assertThat(edit.in((HEAD + SHOP).lines().toList())).isEmpty();
    assertThat(edit.diff(List.of()))
        .contains("it is computed: change what it is computed from, or write 900");
  }

  @Test
  void whatIsGoneIsToBeTakenOutOfTheBlueprint() {
    scene.declare(SHOP).applied();
    scene.lose("mails");

    assertThat(report().edits())
        .singleElement()
        .satisfies(edit -> assertThat(edit.diff(List.of())).contains("take the resource out"));
  }
}
