package dev.ashlar.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ashlar.acme.AliasDraft;
import dev.ashlar.acme.KeyDraft;
import dev.ashlar.acme.Queue;
import dev.ashlar.acme.QueueDraft;
import dev.ashlar.acme.TopicDraft;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A graph that is composed in Java is the one that its document says. */
class ComposedBlueprintTest {
  private static final KeyDraft KEY = new KeyDraft("key").enableRotation(true).retentionDays(30);

  private static void same(Blueprint.Builder composed, String yaml) {
    Blueprint read = Blueprint.read(Source.text("orders.yaml", yaml)).orThrow();

    assertThat(resources(composed.build())).isEqualTo(resources(read));
    assertThat(outputs(composed.build())).isEqualTo(outputs(read));
  }

  @Test
  void aGraphOfAllKindsOfReferences() {
    AliasDraft alias = new AliasDraft("alias").name("orders").key(KEY.arn());
    QueueDraft jobs =
        new QueueDraft("jobs")
            .name(Expression.text("jobs-", Expression.parameter("stage", String.class)))
            .visibilityTimeout(KEY.retentionDays())
            .adminPassword(Expression.secretParameter("token"))
            .kmsKey(alias.arn())
            .tags(Map.of("team", "orders"));
    TopicDraft events =
        new TopicDraft("events")
            .delivery(new TopicDraft.Delivery().deadLetterQueue(jobs.arn()).attempts(5))
            .subscriptions(List.of(new TopicDraft.Subscription().queue(jobs.arn())));

    same(
        Blueprint.named("orders")
            .add(KEY, alias, events)
            .add(
                jobs, resource -> resource.canvas("node-17").preventDestroy().ignoring(jobs.tags()))
            .output("url", jobs.url()),
        """
        apiVersion: ashlar.dev/v1
        kind: Blueprint
        metadata: { name: orders }
        parameters:
          stage: { type: string }
          token: { type: string, sensitive: true }
        resources:
          key: { type: "acme::Key", properties: { EnableRotation: true, RetentionDays: 30 } }
          alias: { type: "acme::Alias", properties: { Name: orders, Key: "${key.Arn}" } }
          events:
            type: acme::Topic
            properties:
              Delivery: { DeadLetterQueue: "${jobs.Arn}", Attempts: 5 }
              Subscriptions: [{ Queue: "${jobs.Arn}" }]
          jobs:
            type: acme::Queue
            properties:
              Name: "jobs-${params.stage}"
              VisibilityTimeout: "${key.RetentionDays}"
              AdminPassword: "${params.token}"
              KmsKey: "${alias.Arn}"
              Tags: { team: orders }
            lifecycle: { preventDestroy: true, ignoreChanges: [Tags] }
            source: { canvas: node-17 }
        outputs:
          url: { value: "${jobs.Url}" }
        """);
  }

  @Test
  void literalsOfAllTypes() {
    same(
        Blueprint.named("orders")
            .add(
                new QueueDraft("jobs")
                    .name("jobs")
                    .visibilityTimeout(60)
                    .mode(Queue.Mode.FIFO)
                    .retention(Duration.ofMinutes(5))
                    .zones(Set.of("a"))
                    .declare_("x")
                    .extra(Value.of(true))),
        """
        apiVersion: ashlar.dev/v1
        kind: Blueprint
        metadata: { name: orders }
        resources:
          jobs:
            type: acme::Queue
            properties:
              { Name: jobs, VisibilityTimeout: 60, Mode: fifo-queue, Retention: PT5M, Zones: [a],
                Declare: x, Extra: true }
        """);
  }

  @Test
  void listsAndMapsOfInputs() {
    QueueDraft jobs = new QueueDraft("jobs").name("jobs");

    same(
        Blueprint.named("orders")
            .add(
                jobs.zones(
                    List.of(Expression.literal("a"), Expression.parameter("zone", String.class))),
                new TopicDraft("events")
                    .keys(List.of(KEY.arn()))
                    .routes(Map.of("eu", new TopicDraft.Delivery().attempts(1)))
                    .delivery(
                        new TopicDraft.Delivery()
                            .fallback(
                                new TopicDraft.Delivery().deadLetterQueue(jobs.arn().of("a"))))),
        """
        apiVersion: ashlar.dev/v1
        kind: Blueprint
        metadata: { name: orders }
        parameters: { zone: { type: string } }
        resources:
          jobs: { type: "acme::Queue", properties: { Name: jobs, Zones: [a, "${params.zone}"] } }
          events:
            type: acme::Topic
            properties:
              Keys: ["${key.Arn}"]
              Routes: { eu: { Attempts: 1 } }
              Delivery: { Fallback: { DeadLetterQueue: '${jobs["a"].Arn}' } }
        """);
  }

  @Test
  void typesWithoutARecord() {
    same(
        Blueprint.named("orders")
            .add(
                Resource.named("uploads", "AWS::S3::Bucket")
                    .property("KmsKey", Ref.to("key", "Arn"))
                    .property("Count", 3)
                    .property("Public", false)
                    .property("Script", Expression.verbatim("echo ${HOME}"))
                    .property("Odd", Ref.to("key", "@odata.type"))
                    .property("Sum", Expression.cel("params.a + 1", Long.class))
                    .provider("aws.replica")
                    .dependsOn(KEY)
                    .when(Expression.cel("flags.archive", Boolean.class))
                    .forEach(List.of("a", "b"))
                    .createBeforeDestroy()
                    .retained()
                    .ownership(Lifecycle.Ownership.ADOPT)
                    .ignoring(ValuePath.of("Public")),
                KEY),
        """
        apiVersion: ashlar.dev/v1
        kind: Blueprint
        metadata: { name: orders }
        parameters: { a: { type: integer } }
        flags: { archive: { default: false } }
        providers: { aws: {}, aws.replica: {} }
        resources:
          uploads:
            type: AWS::S3::Bucket
            provider: aws.replica
            properties:
              KmsKey: "${key.Arn}"
              Count: 3
              Public: false
              Script: { $literal: "echo ${HOME}" }
              Odd: '${key["@odata.type"]}'
              Sum: "${params.a + 1}"
            dependsOn: [key]
            when: "${flags.archive}"
            forEach: [a, b]
            lifecycle:
              { createBeforeDestroy: true, onRemove: retain, ownership: adopt, ignoreChanges: [Public] }
          key: { type: "acme::Key", properties: { EnableRotation: true, RetentionDays: 30 } }
        """);
  }

  @Test
  void aDraftIsNotChangedBySettingAProperty() {
    QueueDraft jobs = new QueueDraft("jobs").name("jobs");
    QueueDraft slower = jobs.visibilityTimeout(60);

    assertThat(jobs.declare().declaration().properties().fields()).containsOnlyKeys("Name");
    assertThat(slower.declare().declaration().properties().fields())
        .containsOnlyKeys("Name", "VisibilityTimeout");
  }

  @Test
  void aReferenceThatIsJoinedToALiteralIsRefusedAtOnce() {
    QueueDraft jobs = new QueueDraft("jobs");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> jobs.name("jobs-" + KEY.arn()))
        .withMessageContaining("Expression.text")
        .withMessageContaining("Expression.verbatim");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> jobs.tags(Map.of("team", "${params.team}")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> jobs.tags(Map.of("x" + KEY.arn(), "team")))
        .withMessageContaining("keys are never computed");
    assertThatIllegalArgumentException().isThrownBy(() -> Expression.text("jobs-" + KEY.arn()));
  }

  @Test
  void aTextIsPutTogetherFromScalarsOnly() {
    assertThat(Expression.text("a-", 1, "-", true).term())
        .isEqualTo(Expression.literal("a-1-true").term());
    assertThat(Expression.text("a", Expression.text("b", KEY.arn())).term())
        .isEqualTo(Expression.text("ab", KEY.arn()).term());
    assertThatIllegalArgumentException().isThrownBy(() -> Expression.text(List.of("a")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Expression.text(Expression.list(List.of(KEY.arn()))));
  }

  @Test
  void aResourceIgnoresItsOwnPropertiesOnly() {
    QueueDraft jobs = new QueueDraft("jobs");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> jobs.declare().ignoring(KEY.retentionDays()))
        .withMessage("jobs can ignore changes of its own properties, and not ${key.RetentionDays}");
  }

  @Test
  void aNameStandsForOneResource() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Blueprint.named("orders").add(KEY, new QueueDraft("key")))
        .withMessage("there is a resource key already");
  }

  @Test
  void aReferenceIsWrittenAsADocumentWritesIt() {
    assertThat(KEY.arn()).hasToString("${key.Arn}");
    assertThat(KEY.arn().of("a\"b")).hasToString("${key[\"a\\\"b\"].Arn}");
    assertThat(Ref.to("key", "a-b", "in", "x")).hasToString("${key[\"a-b\"][\"in\"].x}");
    assertThat(KEY.arn()).isEqualTo(Ref.to("key", "Arn")).isNotEqualTo(KEY.retentionDays());
    assertThat(KEY.arn().path()).isEqualTo(ValuePath.of("Arn"));
  }

  @Test
  void aProblemPointsToTheLineThatComposedIt() {
    int line = StackWalker.getInstance().walk(frames -> frames.findFirst().get().getLineNumber());
    QueueDraft draft = new QueueDraft("jobs");
    draft = draft.name("jobs");
    draft = draft.kmsKey(KEY.arn());
    Blueprint blueprint = Blueprint.named("orders").add(draft).output("key", KEY.arn()).build();
    ResourceDeclaration jobs = draft.declare().declaration();

    assertThat(jobs.place().start())
        .isEqualTo(new Location("ComposedBlueprintTest.java", line + 1, 1));
    assertThat(jobs.properties().places().get("Name").start().line()).isEqualTo(line + 2);
    assertThat(jobs.properties().fields().get("KmsKey").place().at(7))
        .isEqualTo(new Location("ComposedBlueprintTest.java", line + 3, 1));
    assertThat(blueprint.outputs().get("key").place().start().line()).isEqualTo(line + 4);
  }

  private static Map<String, Object> resources(Blueprint blueprint) {
    Map<String, Object> plain = new TreeMap<>();
    blueprint
        .resources()
        .forEach(
            (name, r) ->
                plain.put(
                    name,
                    List.of(
                        r.type(),
                        r.provider(),
                        plain(r.properties()),
                        r.dependsOn().stream()
                            .map(ResourceDeclaration.NameReference::name)
                            .toList(),
                        r.when().map(ComposedBlueprintTest::plain),
                        r.forEach().map(ComposedBlueprintTest::plain),
                        r.lifecycle().preventDestroy().map(ComposedBlueprintTest::plain),
                        r.lifecycle().createBeforeDestroy(),
                        r.lifecycle().ignoreChanges(),
                        r.lifecycle().onRemove(),
                        r.lifecycle().ownership(),
                        r.canvas())));
    return plain;
  }

  private static Map<String, Object> outputs(Blueprint blueprint) {
    Map<String, Object> plain = new TreeMap<>();
    blueprint.outputs().forEach((name, o) -> plain.put(name, plain(o.value())));
    return plain;
  }

  /** A term without its places. */
  private static Object plain(Term term) {
    if (term instanceof Term.Literal literal) {
      return literal.value();
    } else if (term instanceof Term.Computed computed) {
      return Optional.of(computed.expression());
    } else if (term instanceof Term.Text text) {
      return Set.of(text.parts().stream().map(ComposedBlueprintTest::plain).toList());
    } else if (term instanceof Term.Items items) {
      return items.items().stream().map(ComposedBlueprintTest::plain).toList();
    }
    Map<String, Object> fields = new TreeMap<>();
    ((Term.Fields) term).fields().forEach((key, value) -> fields.put(key, plain(value)));
    return fields;
  }
}
