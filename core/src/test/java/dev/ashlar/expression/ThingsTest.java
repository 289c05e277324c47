package dev.ashlar.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Resources in expressions: instances, things that may not be there, identifiers. */
class ThingsTest {
  private final World world = World.of(new Expressions(Limits.STANDARD, System::nanoTime));

  @Test
  void instancesAreAMapByKey() {
    assertThat(world.value("uploads[\"a\"].Arn")).hasToString("arn:a");
    assertThat(world.value("uploads.a.Arn")).hasToString("arn:a");
    assertThat(world.value("uploads[params.zones[0]].Arn")).hasToString("arn:b");
    assertThat(world.value("uploads.map(k, uploads[k].Arn)")).hasToString("[arn:a, arn:b]");
    assertThat(world.value("'a' in uploads && size(uploads) == 2")).isEqualTo(Value.of(true));
    assertThat(world.value("uploads.all(k, uploads[k].Size == 7)")).isEqualTo(Value.of(true));
  }

  @Test
  void anInstanceThatIsNotThereIsAProblem() {
    assertThat(world.failure("uploads['q'].Arn"))
        .isEqualTo(
            new Problem(ExpressionProblems.NO_SUCH_KEY, "\"uploads\" has no instance \"q\".", 8));
    assertThat(world.failure("uploads[params.text].Arn").code())
        .isEqualTo(ExpressionProblems.NO_SUCH_KEY);
  }

  @Test
  void anInstanceCanBeReadWithAQuestionMark() {
    assertThat(world.value("uploads[?'q'].?Arn.orValue('none')")).hasToString("none");
    assertThat(world.value("uploads[?'a'].?Arn.orValue('none')")).hasToString("arn:a");
    assertThat(world.value("uploads[?params.text].Arn.orValue('none')")).hasToString("none");
  }

  @Test
  void instancesAreNotIndexedByNumbers() {
    assertThat(world.refused("uploads[0].Arn").detail())
        .isEqualTo("\"uploads\" is read by names: a number cannot index it.");
    assertThat(world.refused("uploads[params.count].Arn").code())
        .isEqualTo(ExpressionProblems.TYPE_MISMATCH);
  }

  @Test
  void aThingThatMayNotBeThereNeedsAQuestionMark() {
    assertThat(world.value("archive.?Arn.orValue('')")).hasToString("arn:archive");
    assertThat(world.value("nothing.?Arn.orValue('')")).hasToString("");
    assertThat(world.value("nothing.?Tags[0].?Value.orValue('x')")).hasToString("x");
    assertThat(world.value("has(archive.Arn)")).isEqualTo(Value.of(true));
    assertThat(world.value("has(nothing.Arn)")).isEqualTo(Value.of(false));
    assertThat(world.value("nothing.?Arn.or(archive.?Arn).orValue('x')"))
        .hasToString("arn:archive");
    assertThat(world.value("archive.?Arn.hasValue()")).isEqualTo(Value.of(true));
    assertThat(world.value("[?nothing.?Arn, ?archive.?Arn]")).hasToString("[arn:archive]");
  }

  @Test
  void whatMayNotBeThereCanBeMapped() {
    assertThat(world.value("archive.optMap(a, a.Arn + '!').orValue('')"))
        .hasToString("arn:archive!");
    assertThat(world.value("nothing.optMap(a, a.Arn + '!').orValue('')")).hasToString("");
    assertThat(world.value("archive.optFlatMap(a, a.?Cost).orValue(0.0)")).hasToString("0");
    assertThat(
            world.value("archive.?Arn" + ".optMap(a, a + 'x')".repeat(40) + ".orValue('') != ''"))
        .isEqualTo(Value.of(true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "archive",
        "archive.Arn",
        "archive.?Arn",
        "[archive.Arn]",
        "{'a': archive.Arn}",
        "archive.Arn == null",
        "null != archive.Arn",
        "archive.Arn == 'x'",
        "archive.Arn in ['x']",
        "jsonEncode(archive)",
        "coalesce(archive.Arn, 'x')",
        "params.on ? archive.Arn : archive.Name",
        "[1].map(x, archive.Arn)",
        "format('%s', [archive.Arn])",
        "uploads[?'a']",
      })
  void whatMayNotBeThereIsRefusedWhereItWouldBeTakenForAValue(String text) {
    assertThat(world.refused(text).code()).isEqualTo(ExpressionProblems.MAY_BE_ABSENT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "archive.Arn + 'x'",
        "size(archive.Arn)",
        "archive.Tags.map(t, t.Key)",
        "join(archive.Tags)"
      })
  void andWhereItsTypeDoesNotFit(String text) {
    assertThat(world.refused(text).code()).isEqualTo(ExpressionProblems.MAY_BE_ABSENT);
    assertThat(world.refused(text).detail())
        .contains("something that may not be there", ".orValue(x)");
  }

  @Test
  void everyResourceHasAnIdentifier() {
    assertThat(world.value("key.id")).hasToString("id-key");
    assertThat(world.value("identity(key)")).hasToString("id-key");
    assertThat(world.value("uploads['a'].id + uploads[params.zones[0]].id"))
        .hasToString("id-aid-b");
    assertThat(world.value("identity(archive).orValue('')")).hasToString("id-archive");
    assertThat(world.value("identity(nothing).orValue('')")).hasToString("");
  }

  @Test
  void anIdentifierIsUnknownUntilItIsThere() {
    world.with("fresh", World.BUCKET, Value.map(Map.of("Name", Value.of("n"))));
    assertThat(world.value("fresh.id")).isEqualTo(Value.unknown(ValueType.STRING));
    assertThat(world.value("identity(fresh)")).isEqualTo(Value.unknown(ValueType.STRING));
    assertThat(world.value("'a' + fresh.id")).isEqualTo(Value.unknown(ValueType.STRING));
  }

  @Test
  void anAttributeReallyNamedIdWins() {
    world.with(
        "own",
        World.BUCKET,
        Value.map(Map.of("id", Value.of("mine"), "$identity", Value.of("theirs"))));
    assertThat(world.value("own.id")).hasToString("mine");
    assertThat(world.value("identity(own)")).hasToString("theirs");
  }

  @Test
  void onlyResourcesHaveAnIdentity() {
    assertThat(world.refused("identity(params)").detail())
        .isEqualTo("\"params\" has no identity: identity() takes a resource.");
    assertThat(world.refused("identity(params.text)").code())
        .isEqualTo(ExpressionProblems.UNKNOWN_ATTRIBUTE);
  }

  @Test
  void theIdentifierIsNoAttributeOfTheWhole() {
    assertThat(world.value("key").toString()).doesNotContain("$identity");
    assertThat(world.value("uploads").toString()).doesNotContain("$identity");
    assertThat(world.value("params.on ? uploads : uploads").toString()).doesNotContain("$identity");
    assertThat(world.value("key.exists(k, k.startsWith('$'))")).isEqualTo(Value.of(false));
  }

  @Test
  void aResourceCanAlwaysBeHadByItsLongName() {
    assertThat(world.value("resources.key.Arn")).isEqualTo(world.value("key.Arn"));
    assertThat(world.value("resources['uploads']['a'].Arn")).hasToString("arn:a");
    assertThat(world.compiled("resources.key.Arn").references())
        .isEqualTo(world.compiled("key.Arn").references());
    assertThat(world.refused("resources.params.text").code())
        .isEqualTo(ExpressionProblems.UNKNOWN_NAME);
    assertThat(world.refused("resources").detail())
        .isEqualTo("\"resources\" is not a thing of its own: write resources.NAME.");
  }

  @Test
  void aRootNamedResourcesIsARootLikeOthers() {
    world.with("resources", World.ANY, Value.map(Map.of("x", Value.of(1))));
    assertThat(world.value("resources.x")).isEqualTo(Value.of(1));
    assertThat(world.value("resources.map(k, k)")).hasToString("[x]");
  }

  @Test
  void attributesOfAnyNameCanBeRead() {
    assertThat(world.value("key[\"@odata.type\"]")).hasToString("odd");
    assertThat(world.value("uploads.map(k, uploads[k][\"@odata.type\"])"))
        .hasToString("[odd, odd]");
  }

  @Test
  void anUnsetAttributeIsNull() {
    assertThat(world.value("key.Cost")).isEqualTo(Value.NULL);
    assertThat(world.value("uploads.map(k, uploads[k].Cost == null)")).hasToString("[true, true]");
    assertThat(world.failure("key.Cost + 1.0"))
        .isEqualTo(new Problem(ExpressionProblems.NO_VALUE, "\"key.Cost\" is not set (null).", 9));
  }
}
