package dev.ashlar.plan.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Compensation;
import dev.ashlar.plan.OutputChange;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanContext;
import dev.ashlar.plan.PlanText;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.ReplaceOrder;
import dev.ashlar.plan.Risk;
import dev.ashlar.plan.Verdict;
import dev.ashlar.plan.digest.PlanDigest;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PlanFormatTest {
  private static final Verdict DENIED =
      new Verdict(
          "baseline",
          "key-rotation",
          Verdict.Severity.DENY,
          Verdict.Outcome.DENY,
          Optional.empty(),
          "Keys are renewed.",
          Optional.of("Set EnableKeyRotation."),
          Optional.of("https://example.com/keys"),
          Optional.of(new Diagnostic.Location("baseline.yaml", 3, 5)),
          Optional.empty());

  private static final Verdict EXEMPT =
      new Verdict(
          "acme",
          "names",
          Verdict.Severity.WARN,
          Verdict.Outcome.EXEMPT,
          Optional.of("policy.evaluation-failed"),
          "Names are short.",
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.of("old, until spring"));

  private static final Diagnostic.Location AT = new Diagnostic.Location("orders.yaml", 7, 3);
  private static final Place PLACE = Place.of(AT);

  private static final Change KEY =
      Change.builder(new ObjectId(Address.of("key"), 1), "AWS::KMS::Key", Action.CREATE)
          .attributes(
              List.of(
                  new AttributeChange(
                      ValuePath.of("EnableKeyRotation"),
                      Value.NULL,
                      Value.of(true),
                      false,
                      false,
                      Optional.empty(),
                      Optional.of(AT))))
          .compensation(new Compensation.Undo(Action.DELETE, ""))
          .location(Optional.of(AT))
          .declared(Value.map(Map.of("EnableKeyRotation", Value.of(true))))
          .planned(Value.map(Map.of("EnableKeyRotation", Value.of(true))))
          .outputs(Value.map(Map.of("Arn", Value.unknown(ValueType.STRING))))
          .build();

  private static final Change UPLOADS =
      Change.builder(
              new ObjectId(Address.of("uploads", "a \"b\""), 2), "AWS::S3::Bucket", Action.REPLACE)
          .order(ReplaceOrder.CREATE_THEN_DELETE)
          .reason(Reason.of(Reason.Kind.IMMUTABLE_CHANGED, List.of(ValuePath.of("BucketName"))))
          .attributes(
              List.of(
                  new AttributeChange(
                      ValuePath.of("BucketName"),
                      Value.of("old"),
                      Value.of("new"),
                      false,
                      true,
                      Optional.of("locals.prefix"),
                      Optional.empty()),
                  new AttributeChange(
                      ValuePath.of("Tags").index(0).key("Value"),
                      Value.of("x"),
                      Value.unknown(ValueType.STRING),
                      false,
                      false,
                      Optional.of("key.Arn"),
                      Optional.of(AT)),
                  new AttributeChange(
                      ValuePath.of("Token"),
                      Value.NULL,
                      Value.secret(Value.unknown(ValueType.ANY)),
                      true,
                      false,
                      Optional.empty(),
                      Optional.empty())))
          .dependsOn(List.of(KEY.id()))
          .risk(Risk.DESTROYS_DATA)
          .compensation(new Compensation.None("what is in the bucket is gone"))
          .location(Optional.of(AT))
          .canvas(Optional.of("node-17"))
          .prior(new ObjectId(Address.of("uploads", "a \"b\""), 1))
          .identity(Optional.of("old"))
          .home(new StateObject.Home("aws", "aws", Value.map(Map.of("region", Value.of("eu")))))
          .schema(new StateObject.SchemaStamp(3, "abc"))
          .declared(Value.map(Map.of("$odd", Value.list(Value.of(1), Value.NULL))))
          .planned(Value.map(Map.of("$odd", Value.list(Value.of(1), Value.NULL))))
          .template(
              new Term.Fields(
                  new TreeMap<>(
                      Map.of(
                          "BucketName",
                          new Term.Text(
                              List.of(
                                  new Term.Literal(Value.of("a-"), Optional.empty(), PLACE),
                                  new Term.Computed("each.key", 0, PLACE)),
                              PLACE),
                          "Version",
                          new Term.Literal(Value.of(110), Optional.of("1.10e2"), PLACE),
                          "Tags",
                          new Term.Items(List.of(new Term.Computed("key.Arn", 0, PLACE)), PLACE))),
                  new TreeMap<>(),
                  PLACE))
          .each(Value.map(Map.of("key", Value.of("a"), "value", Value.of("b"))))
          .replacePaths(Set.of(ValuePath.of("BucketName")))
          .lifecycle(
              new StateObject.StoredLifecycle(
                  true, true, Lifecycle.OnRemove.RETAIN, Lifecycle.Ownership.ADOPT))
          .dependencies(List.of("key"))
          .opaque(Bytes.of(new byte[] {1, 2, 3}))
          .build();

  private static final Change OLD_UPLOADS =
      Change.builder(
              new ObjectId(Address.of("uploads", "a \"b\""), 1), "AWS::S3::Bucket", Action.DELETE)
          .reason(Reason.of(Reason.Kind.REPLACED))
          .dependsOn(List.of(UPLOADS.id()))
          .risk(Risk.DESTROYS_DATA)
          .build();

  private static final Plan PLAN =
      Plan.builder(new Environment.Id("acme", "orders"), 7)
          .digest("d1")
          .seal("s1")
          .follows(Optional.of("d0"))
          .changes(List.of(KEY, UPLOADS, OLD_UPLOADS))
          .unchanged(5)
          .outputs(
              Map.of(
                  "bucket",
                  new OutputChange(Value.NULL, Value.unknown(ValueType.STRING), false),
                  "same",
                  new OutputChange(Value.of(1), Value.of(1), false)))
          .diagnostics(
              List.of(
                  Diagnostic.of(Code.warning("plan.example", "An example", "why"), "look")
                      .at(AT)
                      .on(Address.of("key"))
                      .canvas("node-3")))
          .origin(
              new State.Origin(
                  "orders", "1.4.0", "d1", Value.map(Map.of("a", Value.of(1))), Map.of("f", true)))
          .onFailure(Environment.OnFailure.ROLLBACK)
          .context(
              new PlanContext(
                  new Inputs(
                      Value.map(Map.of("region", Value.of("eu"))),
                      Map.of("token", "env:TOKEN"),
                      Map.of("archive", true),
                      Value.map(Map.of("name", Value.of("orders")))),
                  Value.map(
                      Map.of("key", Value.map(Map.of("type", Value.unknown(ValueType.STRING))))),
                  Map.of("prefix", new Term.Computed("env.name", 0, PLACE)),
                  Map.of(
                      "aws", new PlanContext.ProviderUse("aws", "1.0", Term.Fields.empty(PLACE))),
                  Map.of("zone", Value.map(Map.of("Id", Value.of("z")))),
                  Map.of("shared", Value.map(Map.of("vpc", Value.of("v")))),
                  Map.of("bucket", new Term.Computed("uploads['a'].Arn", 0, PLACE)),
                  Set.of("bucket"),
                  Map.of("key", Value.map(Map.of("id", Value.of("k-1")))),
                  Map.of("uploads", List.of("a", "b")),
                  Map.of("uploads", new Term.Computed("params.zones", 0, PLACE))))
          .build();

  private static Checked<Plan> read(String text) {
    return Plan.read(Source.text("P.json", text));
  }

  @Test
  void aPlanThatWasWrittenAndReadIsTheSameToTheByte() {
    String text = PLAN.toJson();
    Plan read = read(text).orThrow();
    assertThat(read.toJson()).isEqualTo(text);
    assertThat(read.changes()).isEqualTo(PLAN.changes());
    assertThat(read.environment()).isEqualTo(new Environment.Id("acme", "orders"));
    assertThat(read.follows()).contains("d0");
    assertThat(read.summary()).isEqualTo(PLAN.summary());
    assertThat(read.outputs()).isEqualTo(PLAN.outputs());
    assertThat(read.context().inputs()).isEqualTo(PLAN.context().inputs());
  }

  @Test
  void aSecretIsWrittenAgainAsItWasReadWhetherItWasKnownOrNot() {
    AttributeChange known =
        new AttributeChange(
            ValuePath.of("Password"),
            Value.secret(Value.of("old")),
            Value.map(Map.of("p", Value.secret(Value.of("new")))),
            true,
            false,
            Optional.empty(),
            Optional.empty());
    Plan plan =
        PLAN.toBuilder()
            .changes(List.of(KEY.toBuilder().attributes(List.of(known)).build()))
            .outputs(
                Map.of(
                    "changed",
                    new OutputChange(
                        Value.secret(Value.of("a")), Value.secret(Value.of("b")), true),
                    "same",
                    new OutputChange(
                        Value.secret(Value.of("a")), Value.secret(Value.of("a")), true)))
            .build();
    String text = plan.toJson();
    Plan read = read(text).orThrow();
    assertThat(read.toJson()).isEqualTo(text).doesNotContain("old", "new");
    assertThat(read.outputs().get("changed").changed()).isTrue();
    assertThat(read.outputs().get("same").changed()).isFalse();
  }

  @Test
  void everyObjectWhoseDataGoesIsCountedOnceAlsoWhereItIsReplaced() {
    Plan replacing = PLAN.toBuilder().changes(List.of(UPLOADS, OLD_UPLOADS)).build();
    Change mildly = UPLOADS.toBuilder().risk(Risk.DISRUPTIVE).build();
    Change gone =
        Change.builder(new ObjectId(Address.of("key"), 1), "AWS::KMS::Key", Action.DELETE)
            .risk(Risk.DESTROYS_DATA)
            .build();
    Plan both = PLAN.toBuilder().changes(List.of(mildly, OLD_UPLOADS, gone)).build();
    assertThat(PlanText.summary(replacing)).isEqualTo("1 to replace; 5 unchanged. 1 destroy data.");
    assertThat(PlanText.summary(both))
        .isEqualTo("1 to replace, 1 to delete; 5 unchanged. 2 destroy data.");
  }

  @Test
  void theTwoEntriesOfAReplacementCountOnce() {
    assertThat(PLAN.summary())
        .isEqualTo(Map.of(Action.CREATE, 1, Action.REPLACE, 1, Action.NO_OP, 5));
  }

  @Test
  void aPlanCutOffAnywhereIsRefusedWithOneDiagnostic() {
    String text = PLAN.toJson();
    for (int length = 0; length < text.length(); length += 97) {
      Checked<Plan> cut = read(text.substring(0, length));
      assertThat(cut.isSound()).as("cut at %d", length).isFalse();
      assertThat(cut.diagnostics()).extracting(Diagnostic::code).containsExactly("plan.unreadable");
    }
  }

  @Test
  void aPlanOfAnotherFormatIsRefusedByName() {
    Checked<Plan> read = read(PLAN.toJson().replaceFirst("\"format\":1", "\"format\":99"));
    assertThat(read.diagnostics()).extracting(Diagnostic::code).containsExactly("plan.format");
  }

  @Test
  void aPersonSeesActionReasonRiskAndValues() {
    assertThat(PlanText.plain().render(PLAN))
        .isEqualTo(
            """
            warning: An example [plan.example]
              at orders.yaml:7:3 · key · canvas node-3
              look

              +  key  AWS::KMS::Key  create · new
                   EnableKeyRotation  true
              ±  uploads["a \\"b\\""]  AWS::S3::Bucket  replace · BucketName cannot be changed in place; the new one comes first [destroys data]  (canvas node-17)
                   BucketName     "old" → "new"  forces replacement
                   Tags[0].Value  "x" → (known after apply)
                   Token          (secret)
                   cannot be undone: what is in the bucket is gone
              -  uploads["a \\"b\\""]  AWS::S3::Bucket  delete · the one before the replacement [destroys data]

              outputs
                   bucket  (not set) → (known after apply)

            1 to create, 1 to replace; 5 unchanged. 1 destroy data.
            """);
  }

  @Test
  void colourNeedsATerminal() {
    assertThat(PlanText.coloured().render(PLAN)).contains("\u001B[32m");
    assertThat(PlanText.plain().render(PLAN)).doesNotContain("\u001B");
  }

  @Test
  void whatPoliciesSayIsReadBackAndIsNotPartOfTheDigest() {
    Change change = KEY.toBuilder().policies(List.of(DENIED, EXEMPT)).build();
    Plan plan =
        Plan.builder(new Environment.Id("acme", "orders"), 1)
            .changes(List.of(change))
            .policies(List.of(EXEMPT))
            .build();

    Plan read = Plan.read(Source.text("plan.json", plan.toJson())).orThrow();

    assertThat(read.changes().get(0).policies()).containsExactly(DENIED, EXEMPT);
    assertThat(read.policies()).containsExactly(EXEMPT);
    assertThat(read.isDenied()).isTrue();
    assertThat(plan.toBuilder().changes(List.of(KEY)).build().isDenied()).isFalse();
    assertThat(PlanDigest.ofChange(change)).isEqualTo(PlanDigest.ofChange(KEY));
  }

  @Test
  void whatPoliciesSayStandsBelowTheirChange() {
    Change change = KEY.toBuilder().policies(List.of(DENIED, EXEMPT)).build();

    assertThat(
            PlanText.plain()
                .render(
                    Plan.builder(new Environment.Id("acme", "orders"), 1)
                        .changes(List.of(change))
                        .build()))
        .contains(
            "\n       denied by baseline/key-rotation: Keys are renewed.\n"
                + "         fix: Set EnableKeyRotation.\n"
                + "         see: https://example.com/keys\n"
                + "       exempt by acme/names: Names are short. (old, until spring)\n");
  }
}
