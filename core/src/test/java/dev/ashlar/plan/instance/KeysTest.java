package dev.ashlar.plan.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.plan.Reason;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeysTest {
  private static final Value UNKNOWN = Value.unknown(ValueType.STRING);

  private static Expansion expand(Value value) {
    Term term = new Term.Literal(value, Optional.empty(), Place.inCode("test"));
    return new Keys(new CompiledTerm.Constant(term, value), "many").expand(value);
  }

  private static List<String> addresses(Value value) {
    return ((Expansion.Instances) expand(value))
        .all().stream().map(each -> each.address().toString()).toList();
  }

  private static List<String> problems(Value value) {
    return ((Expansion.Failed) expand(value))
        .diagnostics().stream().map(Diagnostic::detail).toList();
  }

  @Test
  void textsAreKeysInTheirOwnOrder() {
    assertThat(addresses(Value.list(Value.of("b"), Value.of("a\"c"))))
        .containsExactly("many[\"a\\\"c\"]", "many[\"b\"]");
    assertThat(addresses(Value.ListValue.EMPTY)).isEmpty();
  }

  @Test
  void theKeysOfAMapCountAndItsValuesMayBeUnknownOrSecret() {
    Value map = Value.map(Map.of("x", UNKNOWN, "y", Value.secret(Value.of("s"))));
    assertThat(addresses(map)).containsExactly("many[\"x\"]", "many[\"y\"]");
    Instance x = ((Expansion.Instances) expand(map)).all().get(0);
    assertThat(x.each()).isEqualTo(Value.map(Map.of("key", Value.of("x"), "value", UNKNOWN)));
  }

  @Test
  void unknownKeysDefer() {
    assertThat(expand(UNKNOWN))
        .isEqualTo(new Expansion.Deferred(Reason.of(Reason.Kind.KEYS_UNKNOWN)));
    assertThat(expand(Value.list(Value.of("a"), UNKNOWN)))
        .isEqualTo(new Expansion.Deferred(Reason.of(Reason.Kind.KEYS_UNKNOWN)));
  }

  @Test
  void secretsAreNoKeys() {
    assertThat(problems(Value.secret(Value.list(Value.of("geheim")))))
        .singleElement()
        .asString()
        .contains("secret")
        .doesNotContain("geheim");
    assertThat(problems(Value.list(Value.secret(Value.of("geheim")))))
        .singleElement()
        .asString()
        .doesNotContain("geheim");
  }

  @Test
  void everyProblemIsSaidAtOnce() {
    assertThat(problems(Value.list(Value.of("a"), Value.of("a"), Value.of(1), Value.NULL)))
        .hasSize(3);
    assertThat(problems(Value.of("text"))).hasSize(1);
    assertThat(problems(Value.NULL)).hasSize(1);
  }
}
