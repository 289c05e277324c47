package dev.ashlar.graph.term;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.Compiled;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.Graph;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a term's value is, given the values of the names in it. */
class TermEvaluationTest {
  private static final String TYPES =
      """
      parameters:
        name: { type: string }
        size: { type: integer }
        any: { type: any }
        token: { type: string, sensitive: true }
      outputs:
        used: { sensitive: true, value: ["${params.name}${params.size}", "${params.any}", "${params.token}"] }
      """;

  private static CompiledTerm term(String value) {
    Graph graph = Compiled.graph(TYPES + "  it: { sensitive: true, value: " + value + " }\n");
    return ((Node.OutputNode) graph.nodes().get(new NodeId(NodeId.Kind.OUTPUT, "it"))).value();
  }

  private static Checked<Value> evaluate(String term, Map<String, Value> parameters) {
    Value params = Value.map(parameters);
    return TermEvaluation.evaluate(term(term), root -> params);
  }

  private static Value value(String term, Map<String, Value> parameters) {
    return evaluate(term, parameters).orThrow();
  }

  @Test
  void aConstantIsItself() {
    assertThat(value("{ a: [1, x, null] }", Map.of()))
        .isEqualTo(Value.map(Map.of("a", Value.list(Value.of(1), Value.of("x"), Value.NULL))));
  }

  @Test
  void oneExpressionKeepsItsType() {
    assertThat(value("\"${params.size}\"", Map.of("size", Value.of(3)))).isEqualTo(Value.of(3));
  }

  @Test
  void aTextTakesInTextsBooleansAndNumbersInTheirCanonicalForm() {
    assertThat(
            value(
                "\"a-${params.name}-${params.size}-${params.any}\"",
                Map.of("name", Value.of("b"), "size", Value.of(3), "any", Value.of(true))))
        .isEqualTo(Value.of("a-b-3-true"));
  }

  @Test
  void aTextWithAnUnknownIsAnUnknownText() {
    assertThat(value("\"a-${params.name}\"", Map.of("name", Value.unknown(ValueType.STRING))))
        .isEqualTo(Value.unknown(ValueType.STRING));
  }

  @Test
  void aTextWithASecretIsSecret() {
    assertThat(value("\"a-${params.any}\"", Map.of("any", Value.secret(Value.of("hunter2")))))
        .isEqualTo(Value.secret(Value.of("a-hunter2")));
  }

  @Test
  void aTextWithAnUnknownAndASecretIsBoth() {
    assertThat(
            value(
                "\"${params.name}${params.token}\"",
                Map.of(
                    "name", Value.unknown(ValueType.STRING), "token", Value.secret(Value.of("x")))))
        .isEqualTo(Value.secret(Value.unknown(ValueType.STRING)));
  }

  @Test
  void unknownsAndSecretsStayWhereTheyAre() {
    assertThat(
            value(
                "{ open: 1, later: \"${params.name}\", hidden: [\"${params.token}\", x] }",
                Map.of(
                    "name", Value.unknown(ValueType.STRING), "token", Value.secret(Value.of("x")))))
        .isEqualTo(
            Value.map(
                Map.of(
                    "open",
                    Value.of(1),
                    "later",
                    Value.unknown(ValueType.STRING),
                    "hidden",
                    Value.list(Value.secret(Value.of("x")), Value.of("x")))));
  }

  @Test
  void nullInsideATextIsAProblemAtItsPlace() {
    Checked<Value> checked = evaluate("\"ab-${params.name}\"", Map.of("name", Value.NULL));

    assertThat(checked.value()).isEmpty();
    assertThat(checked.diagnostics())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo("graph.not-text");
              assertThat(problem.detail()).startsWith("This has no value (null)");
              assertThat(problem.location().orElseThrow()).hasToString("orders.yaml:11:39");
            });
  }

  @Test
  void aListInsideATextIsAProblemAndDoesNotShowWhatIsInIt() {
    Checked<Value> checked =
        evaluate("\"x${params.any}\"", Map.of("any", Value.list(Value.of("hunter2"))));

    assertThat(checked.diagnostics())
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.detail())
                    .startsWith("This is a list")
                    .doesNotContain("hunter2"));
  }

  @Test
  void everyProblemIsFoundAtOnceWithItsPath() {
    Checked<Value> checked =
        evaluate(
            "{ a: \"x${params.any}\", b: [1, \"${params.any.gone}\"] }",
            Map.of("any", Value.map(Map.of())));

    assertThat(checked.diagnostics())
        .extracting(problem -> problem.path().orElseThrow().toString())
        .contains("a");
  }

  @Test
  void whatIsOmittedIsNotThere() {
    assertThat(
            value(
                "{ a: \"${omit()}\", b: \"${params.name == '' ? omit() : params.name}\", c: [1,"
                    + " \"${omit()}\"] }",
                Map.of("name", Value.of(""))))
        .isEqualTo(Value.map(Map.of("c", Value.list(Value.of(1)))));
  }

  @Test
  void aTermThatIsOmittedAsAWholeIsNull() {
    assertThat(value("\"${omit()}\"", Map.of())).isEqualTo(Value.NULL);
  }

  @Test
  void theOriginOfAValueIsTheExpressionThatMadeIt() {
    CompiledTerm term = term("{ a: [x, \"p-${params.name}\"], b: \"${ params.size }\" }");

    assertThat(Origin.of(term.term(), ValuePath.of("a").index(1)).expression())
        .contains("p-${params.name}");
    assertThat(Origin.of(term.term(), ValuePath.of("b")).expression()).contains("params.size");
    assertThat(Origin.of(term.term(), ValuePath.of("a").index(0)).expression()).isEmpty();
    assertThat(Origin.of(term.term(), ValuePath.of("b", "inner")).location())
        .hasToString("orders.yaml:11:69");
  }

  @Test
  void aValueThatIsDoubledOverAndOverIsRefusedBeforeItFillsTheMemory() {
    Value doubled = Value.list(Value.of("x"));
    for (int i = 0; i < 40; i++) {
      doubled = Value.list(doubled, doubled);
    }

    Checked<Value> checked = evaluate("[\"${params.any}\"]", Map.of("any", doubled));

    assertThat(checked.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("graph.too-large");
  }

  @Test
  void aTextThatIsDoubledOverAndOverIsRefusedBeforeItFillsTheMemory() {
    Value text = Value.of("x".repeat(3_000_000));

    Checked<Value> checked =
        evaluate("\"${params.any}${params.any}${params.any}\"", Map.of("any", text));

    assertThat(checked.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("graph.too-large");
  }

  @Test
  void aValueThatNestsDeeperThanAnyDocumentIsRefused() {
    Value deep = Value.of("x");
    for (int i = 0; i < 500; i++) {
      deep = Value.list(deep);
    }

    Checked<Value> checked = evaluate("\"${params.any}\"", Map.of("any", deep));

    assertThat(checked.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("graph.too-large");
  }
}
