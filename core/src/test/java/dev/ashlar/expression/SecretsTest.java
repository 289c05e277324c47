package dev.ashlar.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A secret marks all that is made of it, and shows in nothing. */
class SecretsTest {
  private final World world =
      World.of(new Expressions(Limits.STANDARD, System::nanoTime))
          .with(
              "map",
              World.plain(ValueType.mapOf(ValueType.STRING)),
              Value.map(Map.of("open", Value.of("o"), "pw", Value.secret(Value.of("hunter2")))))
          .with("hidden", World.BOOLEAN, Value.secret(Value.of(true)))
          .with("later", World.BOOLEAN, Value.unknown(ValueType.BOOLEAN));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "params.token",
        "key.Password",
        "uploads['a'].Password",
        "'x' + params.token",
        "params.token == 'x'",
        "params.token.size()",
        "params.token in ['a']",
        "params.on ? params.token : 'x'",
        "params.on ? 'x' : params.token",
        "hidden ? 'a' : 'b'",
        "hidden && params.on",
        "!hidden",
        "map.pw + 'x'",
        "map['pw'] == 'x'",
        "jsonEncode(map)",
        "jsonEncode(key)",
        "join([map.open, map.pw], ',')",
        "map == {}",
        "uploads.map(k, uploads[k].Password)",
        "uploads.exists(k, uploads[k].Password == 'q')",
        "sha256(params.token)",
        "base64Encode(map.pw)",
        "coalesce(map.pw, 'x')",
        "has(params.token) ? 'a' : 'b'",
        "format('%s', [map.pw])",
        "'a' in sort([map.pw])",
      })
  void whatIsMadeOfASecretIsSecret(String text) {
    assertThat(world.value(text)).as(text).isInstanceOf(Value.SecretValue.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "map.open + 'x'",
        "size(map)",
        "'pw' in map",
        "map.map(k, k)",
        "uploads.map(k, uploads[k].Name)",
        "uploads.map(k, k)",
        "false && hidden",
        "true || hidden",
        "key.Name",
        "[key.Name]",
        "archive.optMap(a, a.Name).orValue('')",
        "merge(map, {}).open + ''",
      })
  void whatIsNotMadeOfItIsNot(String text) {
    assertThat(world.value(text).hasSecret()).as(text).isFalse();
  }

  @Test
  void aContainerKeepsTheMarkWhereItIs() {
    Value secret = Value.secret(Value.of("hunter2"));
    assertThat(world.value("map"))
        .isEqualTo(Value.map(Map.of("open", Value.of("o"), "pw", secret)));
    assertThat(world.value("params.on ? map : {}"))
        .isEqualTo(Value.map(Map.of("open", Value.of("o"), "pw", secret)));
    assertThat(world.value("{'a': map.open, 'b': [map.pw]}"))
        .isEqualTo(Value.map(Map.of("a", Value.of("o"), "b", Value.list(secret))));
  }

  @Test
  void theTypesAloneTellWhatIsAlwaysSecret() {
    assertThat(world.compiled("params.token").secret()).isTrue();
    assertThat(world.compiled("params.on ? 'a' : params.token").secret()).isTrue();
    assertThat(world.compiled("uploads.map(k, uploads[k].Password)").secret()).isTrue();
    assertThat(world.compiled("archive.optMap(a, a.Password).orValue('')").secret()).isTrue();
    assertThat(world.compiled("key.Name + params.text").secret()).isFalse();
    assertThat(world.compiled("map.pw + 'x'").secret()).isFalse();
  }

  @Test
  void anUnknownResultIsSecretIfASecretMightHaveBeenRead() {
    assertThat(world.value("later ? map.pw : 'x'"))
        .isEqualTo(Value.secret(Value.unknown(ValueType.STRING)));
    assertThat(world.value("later ? jsonEncode(key) : 'x'"))
        .isEqualTo(Value.secret(Value.unknown(ValueType.STRING)));
    assertThat(world.value("later ? map.open : 'x'")).isEqualTo(Value.unknown(ValueType.STRING));
  }

  @Test
  void aSecretThatIsUnknownStaysBoth() {
    world.with("u", World.STRING, Value.secret(Value.unknown(ValueType.STRING)));
    assertThat(world.value("'a' + u")).isEqualTo(Value.secret(Value.unknown(ValueType.STRING)));
    assertThat(world.value("u")).isEqualTo(Value.secret(Value.unknown(ValueType.STRING)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "int(params.token)",
        "double(map.pw)",
        "bool(map.pw)",
        "string(timestamp(map.pw))",
        "string(duration(map.pw))",
        "{'a': 1}[map.pw]",
        "uploads[map.pw].Name",
        "cidrHost(map.pw, 1)",
        "jsonDecode(map.pw)",
        "base64Decode(map.pw + '!')",
        "matches('a', map.pw + '(')",
        "map.pw.charAt(99)",
        "map.pw.substring(99)",
        "format(map.pw + '%', [])",
        "[map.pw][7]",
        "{map.pw: 1, 'hunter2': 2}",
        "params.any[1] - int(map.pw)",
        "map.pw.map(x, x)",
        "merge(map, map.pw)",
        "sort([map.pw, 1])",
      })
  void noProblemShowsASecret(String text) {
    Compilation compilation = world.compile(text);
    if (compilation instanceof Compilation.Refused refused) {
      assertThat(refused.problems().toString()).doesNotContain("unter2");
      return;
    }
    assertThat(world.evaluation(text)).isInstanceOf(Evaluation.Failed.class);
    assertThat(world.evaluation(text).toString()).doesNotContain("unter2");
  }
}
