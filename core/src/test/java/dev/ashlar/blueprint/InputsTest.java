package dev.ashlar.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Environment.SecretReference;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The value of every parameter and flag in one environment. */
class InputsTest {
  private static final Blueprint BLUEPRINT =
      Blueprint.read(
              Source.text(
                  "orders.yaml",
                  """
                  apiVersion: ashlar.dev/v1
                  kind: Blueprint
                  metadata: { name: orders }
                  parameters:
                    region: { type: string, default: eu-west-1, enum: [eu-west-1, us-east-1] }
                    replicas: { type: integer, minimum: 1, maximum: 10 }
                    ratio: { type: number, nullable: true }
                    debug: { type: boolean, default: false }
                    zones: { type: list, items: { type: string }, default: [a] }
                    port: { type: object, properties: { from: { type: integer }, to: { type: integer, default: 443 } }, nullable: true }
                    extra: { type: any, default: 1 }
                    token: { type: string, sensitive: true }
                    pin: { type: integer, sensitive: true, nullable: true, maximum: 9999 }
                  flags: { archive: { default: true }, fast: {} }
                  """))
          .orThrow();
  private static final Environment WHOLE =
      Environment.of("orders-staging", BLUEPRINT)
          .tenant("acme")
          .stage("staging")
          .parameter("replicas", 3)
          .parameter("token", "hunter2");

  @Test
  void whatIsNotSetHasItsDefault() {
    Inputs inputs = Inputs.resolve(WHOLE).orThrow();

    assertThat(inputs.parameters())
        .hasToString(
            "{debug=false, extra=1, pin=null, port=null, ratio=null, region=eu-west-1, replicas=3,"
                + " token=(secret), zones=[a]}");
    assertThat(inputs.flags()).containsEntry("archive", true).containsEntry("fast", false);
    assertThat(inputs.env())
        .hasToString("{name=orders-staging, stage=staging, target=null, tenant=acme}");
  }

  @Test
  void whatIsMissingIsToldAllAtOnce() {
    Checked<Inputs> inputs = Inputs.resolve(Environment.of("a", BLUEPRINT));

    assertThat(inputs.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("blueprint.missing-parameter", "blueprint.missing-parameter");
    assertThat(inputs.diagnostics())
        .extracting(problem -> problem.location().orElseThrow().line())
        .containsExactly(6, 12);
    assertThat(inputs.diagnostics().get(1).detail()).contains("--param token=@env:NAME");
  }

  @Test
  void aTextIsReadByTheDeclaredType() {
    Inputs inputs =
        with(
            Map.of(
                "replicas",
                "4",
                "ratio",
                "0.50",
                "debug",
                "true",
                "zones",
                "[\"x\", \"1\"]",
                "port",
                "{\"from\": 1}",
                "extra",
                "[1]",
                "token",
                "007"));

    assertThat(inputs.parameters().get("replicas")).isEqualTo(Value.of(4));
    assertThat(inputs.parameters().get("ratio")).hasToString("0.5");
    assertThat(inputs.parameters().get("debug")).isEqualTo(Value.of(true));
    assertThat(inputs.parameters().get("zones")).hasToString("[x, 1]");
    assertThat(inputs.parameters().get("port")).hasToString("{from=1, to=443}");
    assertThat(inputs.parameters().get("extra")).hasToString("[1]");
    assertThat(inputs.parameters().get("token")).isEqualTo(Value.secret(Value.of("007")));
    assertThat(with(Map.of("extra", "just text")).parameters().get("extra"))
        .isEqualTo(Value.of("just text"));
  }

  @Test
  void aTextThatIsNotOfTheTypeIsToldWithoutTheText() {
    Checked<Inputs> inputs =
        Inputs.resolve(
            WHOLE,
            Map.of("replicas", "four", "debug", "yes", "zones", "a,b", "pin", "1234x"),
            reference -> Optional.empty());

    assertThat(inputs.diagnostics())
        .hasSize(4)
        .allSatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo("blueprint.bad-value");
              assertThat(problem.toString()).doesNotContain("four").doesNotContain("1234x");
            });
    assertThat(inputs.diagnostics().toString())
        .contains("\"zones\" is a list, in JSON", "\"debug\" is a boolean, true or false");
  }

  @Test
  void constraintsHoldForEveryWayToSetAValue() {
    assertThat(codes(WHOLE.parameter("replicas", 11), Map.of()))
        .containsExactly("blueprint.bad-value");
    assertThat(codes(WHOLE, Map.of("replicas", "0"))).containsExactly("blueprint.bad-value");
    assertThat(codes(WHOLE.parameter("region", "mars"), Map.of()))
        .containsExactly("blueprint.bad-value");
    assertThat(codes(WHOLE.parameter("replicas", true), Map.of()))
        .containsExactly("blueprint.bad-value");
  }

  @Test
  void aSecretThatDoesNotFitIsNotShown() {
    Checked<Inputs> inputs = Inputs.resolve(WHOLE.parameter("pin", 123456789));

    assertThat(inputs.isSound()).isFalse();
    assertThat(inputs.diagnostics().toString()).doesNotContain("123456789");
  }

  @Test
  void unknownNamesAreToldWithTheNearest() {
    Checked<Inputs> inputs =
        Inputs.resolve(
            WHOLE.parameter("replica", 1).flag("archiv", true),
            Map.of("regoin", "x"),
            reference -> Optional.empty());

    assertThat(inputs.diagnostics())
        .extracting(Diagnostic::detail)
        .containsExactlyInAnyOrder(
            "The blueprint orders declares no parameter \"replica\". Did you mean \"replicas\"?",
            "The blueprint orders declares no parameter \"regoin\". Did you mean \"region\"?",
            "The blueprint orders declares no flag \"archiv\". Did you mean \"archive\"?");
  }

  @Test
  void nullMeansUnsetUnlessItIsAValue() {
    Environment environment = WHOLE.parameter("ratio", Value.NULL).parameter("region", Value.NULL);
    Inputs inputs = Inputs.resolve(environment).orThrow();

    assertThat(inputs.parameters().get("ratio")).isEqualTo(Value.NULL);
    assertThat(inputs.parameters().get("region")).isEqualTo(Value.of("eu-west-1"));
    assertThat(codes(WHOLE.parameter("replicas", Value.NULL), Map.of()))
        .containsExactly("blueprint.missing-parameter");
  }

  @Test
  void aReferencedSecretIsUnknownUntilItIsFetched() {
    Inputs before =
        Inputs.resolve(
                WHOLE
                    .parameter("token", new SecretReference("env:TOKEN", Place.inCode("x")))
                    .parameter("pin", new SecretReference("env:PIN", Place.inCode("x"))))
            .orThrow();

    assertThat(before.parameters().get("token"))
        .isEqualTo(Value.secret(Value.unknown(ValueType.STRING)));
    assertThat(before.secretReferences())
        .containsEntry("token", "env:TOKEN")
        .containsEntry("pin", "env:PIN");

    Inputs after = before.reveal(BLUEPRINT, Map.of("token", "hunter2", "pin", "1234")).orThrow();

    assertThat(after.parameters().get("token")).isEqualTo(Value.secret(Value.of("hunter2")));
    assertThat(after.parameters().get("pin")).isEqualTo(Value.secret(Value.of(1234)));
    assertThat(after.secretReferences()).isEmpty();
    assertThat(before.reveal(BLUEPRINT, Map.of("pin", "12345")).isSound()).isFalse();
  }

  @Test
  void aTextMayBeReadElsewhere() {
    Inputs inputs =
        Inputs.resolve(
                WHOLE,
                Map.of("region", "@env:REGION", "token", "@file:token.txt"),
                reference ->
                    reference.equals("env:REGION") ? Optional.of("us-east-1") : Optional.empty())
            .orThrow();

    assertThat(inputs.parameters().get("region")).isEqualTo(Value.of("us-east-1"));
    assertThat(inputs.secretReferences()).containsEntry("token", "file:token.txt");
    assertThat(codes(WHOLE, Map.of("region", "@env:NONE"))).containsExactly("blueprint.bad-value");
  }

  @Test
  void theEnvironmentsOwnTextsCountBeforeItsValues() {
    Inputs inputs = Inputs.resolve(WHOLE.parameterText("replicas", "7")).orThrow();

    assertThat(inputs.parameters().get("replicas")).isEqualTo(Value.of(7));
  }

  @Test
  void aSecretIsNotForAParameterThatIsSeen() {
    assertThat(codes(WHOLE.parameter("region", Value.secret(Value.of("eu-west-1"))), Map.of()))
        .containsExactly("blueprint.secret-not-allowed");
    assertThat(
            codes(
                WHOLE.parameter("region", new SecretReference("env:R", Place.inCode("x"))),
                Map.of()))
        .containsExactly("blueprint.secret-not-allowed");
  }

  private static Inputs with(Map<String, String> overrides) {
    return Inputs.resolve(WHOLE, overrides, reference -> Optional.empty()).orThrow();
  }

  private static List<String> codes(Environment environment, Map<String, String> overrides) {
    return Inputs.resolve(environment, overrides, reference -> Optional.empty())
        .diagnostics()
        .stream()
        .map(Diagnostic::code)
        .toList();
  }
}
