package dev.ashlar.expression.cel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.cel.common.CelAbstractSyntaxTree;
import dev.ashlar.cel.common.CelErrorCode;
import dev.ashlar.cel.common.CelValidationResult;
import dev.ashlar.cel.common.types.CelType;
import dev.ashlar.cel.common.types.ListType;
import dev.ashlar.cel.common.types.SimpleType;
import dev.ashlar.cel.common.values.NullValue;
import dev.ashlar.cel.runtime.CelEvaluationException;
import dev.ashlar.cel.runtime.CelRuntime;
import dev.ashlar.expression.Limits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What the adapter relies on in CEL. A new version of CEL that breaks one of these breaks the
 * language, in silence otherwise.
 */
class CelContractTest {
  private final Cel cel = new Cel(Limits.STANDARD, List.of());

  @Test
  void unknownsPassThroughOperatorsAndConditions() throws Exception {
    assertThat(Unknowns.is(run("u + 'a'", Unknowns.some()))).isTrue();
    assertThat(Unknowns.is(run("u == 'a' ? 1 : 2", Unknowns.some()))).isTrue();
    assertThat(run("u == 'a' && false", Unknowns.some())).isEqualTo(false);
    assertThat(run("true || u == 'a'", Unknowns.some())).isEqualTo(true);
  }

  @Test
  void viewsAreTakenAsTheyAre() throws Exception {
    ListView view = ListView.of(List.of("a", Unknowns.some()));
    assertThat(run("l", view)).isSameAs(view);
    assertThat(run("l[0]", view)).isEqualTo("a");
    assertThat(Unknowns.is(run("l[1]", view))).isTrue();
    assertThat(run("size(l)", view)).isEqualTo(2L);
    assertThat(run("l.exists(x, x == 'a')", view)).isEqualTo(true);
  }

  @Test
  void nullIsCelsOwnObject() throws Exception {
    assertThat(run("null", "")).isEqualTo(NullValue.NULL_VALUE);
    assertThatThrownBy(() -> run("u + 'a'", NullValue.NULL_VALUE))
        .isInstanceOfSatisfying(
            CelEvaluationException.class,
            e -> assertThat(e.getErrorCode()).isEqualTo(CelErrorCode.OVERLOAD_NOT_FOUND));
  }

  @Test
  void failuresNameTheirPartByThePositionInTheMessage() {
    assertThatThrownBy(() -> run("1 / int(u) == 1", "0"))
        .isInstanceOf(CelEvaluationException.class)
        .hasMessageMatching("evaluation error at [^:]*:2: .*");
  }

  @Test
  void failuresOfOursKeepTheirCause() {
    assertThatThrownBy(() -> run("base64Decode(u) == ''", "!"))
        .isInstanceOf(CelEvaluationException.class)
        .hasCauseInstanceOf(Fault.class);
  }

  /** The reason why no message of CEL leaves the adapter. */
  @Test
  void celsMessagesHoldValues() {
    assertThatThrownBy(() -> run("int(u) == 1", "hunter2")).hasMessageContaining("hunter2");
  }

  @Test
  void anErrorStopsAnEvaluationWhereAnExceptionWouldBeAbsorbed() {
    assertThatThrownBy(
            () ->
                program("u == 'a' || true", SimpleType.STRING, "u")
                    .trace(
                        name -> Optional.of("b"),
                        (part, value) -> {
                          throw new Exhausted("enough");
                        }))
        .isInstanceOf(Exhausted.class);
  }

  @Test
  void anIssueNamesItsPart() throws Exception {
    CelAbstractSyntaxTree parsed = cel.parse("u + 1").getAst();
    CelValidationResult result = cel.check(parsed, Map.of("u", SimpleType.STRING), new Structs());
    assertThat(result.getErrors()).hasSize(1);
    assertThat(
            Parts.find(parsed.getExpr(), result.getErrors().get(0).getExprId()).call().function())
        .isEqualTo("_+_");
  }

  @Test
  void structsAreAskedForByNameOnly() throws Exception {
    Structs structs = new Structs();
    assertThat(structs.types()).isEmpty();
    CelValidationResult result =
        cel.check(cel.parse("u").getAst(), Map.of("u", SimpleType.STRING), structs);
    assertThat(result.hasError()).isFalse();
  }

  @Test
  void messagesAreNotDeclared() throws Exception {
    CelAbstractSyntaxTree parsed = cel.parse("google.protobuf.Int32Value{value: 3}").getAst();
    assertThat(cel.check(parsed, Map.of(), new Structs()).hasError()).isTrue();
  }

  private Object run(String text, Object value) throws Exception {
    boolean list = value instanceof List;
    CelType type = list ? ListType.create(SimpleType.STRING) : SimpleType.STRING;
    return program(text, type, list ? "l" : "u")
        .eval(name -> name.equals("l") || name.equals("u") ? Optional.of(value) : Optional.empty());
  }

  private CelRuntime.Program program(String text, CelType type, String name) throws Exception {
    CelAbstractSyntaxTree parsed = cel.parse(text).getAst();
    return cel.plan(cel.check(parsed, Map.of(name, type), new Structs()).getAst());
  }
}
