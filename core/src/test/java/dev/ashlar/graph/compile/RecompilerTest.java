package dev.ashlar.graph.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.graph.Compiled;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.Graph;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.scope.ScopeValue;
import dev.ashlar.graph.term.TermEvaluation;
import dev.ashlar.graph.term.TermTypes;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What a plan left open is compiled again when it is applied, perhaps on another machine. */
class RecompilerTest {
  private static final String TEXT =
      """
      parameters:
        name: { type: string, default: a }
        token: { type: string, sensitive: true }
      locals:
        b: "${locals.c}-${params.name}"
        c: "${key.Arn}"
        a: "${locals.b}"
      providers:
        acme: { Region: 1.0, Token: "${params.token}" }
      lookups:
        found: { type: acme::Bucket, where: { Arn: 2.0, KmsKey: "${params.name}" } }
      resources:
        key: { type: acme::Key }
        uploads:
          type: acme::Bucket
          forEach: { x: { size: 1 }, y: { other: 2 } }
          properties: { KmsKey: 1.10, BucketName: "${key.Arn}-${each.key}", Size: "${each.value.size}" }
        last: { type: acme::Bucket, properties: { KmsKey: "${locals.a}" } }
      """;

  private static final Blueprint BLUEPRINT = Compiled.read(TEXT);
  private static final Graph GRAPH = Compiled.check(BLUEPRINT).orThrow();
  private static final Recompiler RECOMPILER =
      new Recompiler(
          Compiled.expressions()::compile,
          Compiled.TYPES,
          ScopeValue.read(ScopeValue.of(GRAPH.scope().record())).orElseThrow());

  private static Node.ResourceNode resource(String name) {
    return (Node.ResourceNode) GRAPH.nodes().get(new NodeId(NodeId.Kind.RESOURCE, name));
  }

  @Test
  void propertiesAreTypedAsBefore() {
    CompiledTerm again =
        RECOMPILER
            .properties("acme::Bucket", resource("last").declaration().properties(), Value.NULL)
            .orThrow();

    assertThat(TermTypes.sketch(again)).isEqualTo(TermTypes.sketch(resource("last").properties()));
  }

  @Test
  void aPlainScalarIsAgainTheTextThatItWas() {
    Value each =
        Value.map(Map.of("key", Value.of("x"), "value", Value.map(Map.of("size", Value.of(1)))));
    CompiledTerm again =
        RECOMPILER
            .properties("acme::Bucket", resource("uploads").declaration().properties(), each)
            .orThrow();

    Value value =
        TermEvaluation.evaluate(
                again,
                root -> root.equals("each") ? each : Value.map(Map.of("Arn", Value.of("arn:1"))))
            .orThrow();
    assertThat(value)
        .isEqualTo(
            Value.map(
                Map.of(
                    "KmsKey", Value.of("1.10"),
                    "BucketName", Value.of("arn:1-x"),
                    "Size", Value.of(1))));
  }

  @Test
  void localsComeInTheOrderInWhichTheyAreEvaluated() {
    Map<String, Term> terms = new TreeMap<>();
    BLUEPRINT.locals().forEach((name, local) -> terms.put(name, local.value()));

    assertThat(RECOMPILER.locals(terms).orThrow().keySet()).containsExactly("c", "b", "a");
  }

  @Test
  void configurationsAndLookupsAreCompiledWithWhatIsExpectedOfThem() {
    CompiledTerm configuration =
        RECOMPILER
            .configuration("acme", BLUEPRINT.providers().get("acme").configuration())
            .orThrow();
    CompiledTerm where =
        RECOMPILER.where("acme::Bucket", BLUEPRINT.lookups().get("found").where()).orThrow();

    assertThat(((Value.MapValue) TermTypes.sketch(configuration)).get("Region"))
        .isEqualTo(Value.of("1.0"));
    assertThat(TermTypes.isSecret(configuration)).isTrue();
    assertThat(((Value.MapValue) TermTypes.sketch(where)).get("Arn")).isEqualTo(Value.of("2.0"));
  }

  @Test
  void whatDoesNotCompileAnyMoreIsSaidAndNotThrown() {
    Term term = new Term.Computed("gone.Arn", 0, BLUEPRINT.place());

    Checked<CompiledTerm> checked = RECOMPILER.value(term);

    assertThat(checked.value()).isEmpty();
    assertThat(checked.diagnostics())
        .singleElement()
        .satisfies(problem -> assertThat(problem.code()).isEqualTo("expression.unknown-name"));
  }
}
