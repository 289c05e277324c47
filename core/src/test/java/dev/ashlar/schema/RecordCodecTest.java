package dev.ashlar.schema;

import static dev.ashlar.schema.Literals.map;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ashlar.value.Secret;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How records are read from values and written as values. */
class RecordCodecTest {
  enum Mode {
    STANDARD,
    @Property(name = "fifo-queue")
    FIFO
  }

  record Part(String name, @Nullable Integer weight) {}

  record All(
      boolean bool,
      byte tiny,
      short small,
      int number,
      long large,
      float single,
      double precise,
      BigInteger whole,
      BigDecimal exact,
      String text,
      Mode mode,
      Duration duration,
      Part part,
      List<Part> parts,
      Set<String> set,
      Map<String, Integer> map,
      Secret<String> secret,
      Value anything) {}

  private static final All ALL =
      new All(
          true,
          (byte) -128,
          (short) 300,
          -5,
          Long.MAX_VALUE,
          0.1f,
          0.1,
          new BigInteger("123456789012345678901234567890"),
          new BigDecimal("1.10"),
          "é😀",
          Mode.FIFO,
          Duration.ofMinutes(5),
          new Part("a", null),
          List.of(new Part("b", 1), new Part("c", 2)),
          Set.of("z", "y", "x"),
          Map.of("k", 1),
          Secret.of("hunter2"),
          Value.list(Value.of(1), Value.NULL));

  record Small(
      String name,
      @Property(defaultValue = "30") int timeout,
      @Nullable String note,
      @Property(writeOnly = true) Secret<String> password,
      @Property(writeOnly = true) @Nullable String key) {}

  private static final Codec<All> CODEC = Codec.of(All.class);
  private static final Codec<Small> SMALL = Codec.of(Small.class);

  private static void refused(String json, String message) {
    refused(map(json), message);
  }

  private static void refused(Value.MapValue value, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SMALL.decode(value))
        .withMessage(message)
        .withNoCause();
  }

  private static final Value.MapValue SOUND =
      map("{'name': 'a'}").with("password", Value.secret(Value.of("x")));

  @Test
  void writesEveryTypeExactly() {
    assertThat(CODEC.encode(ALL))
        .isEqualTo(
            map("""
            {'bool': true, 'tiny': -128, 'small': 300, 'number': -5,
             'large': 9223372036854775807, 'single': 0.1, 'precise': 0.1,
             'whole': 123456789012345678901234567890, 'exact': 1.1, 'text': 'é😀',
             'mode': 'fifo-queue', 'duration': 'PT5M', 'part': {'name': 'a'},
             'parts': [{'name': 'b', 'weight': 1}, {'name': 'c', 'weight': 2}],
             'set': ['x', 'y', 'z'], 'map': {'k': 1}, 'anything': [1, null]}
            """)
                .with("secret", Value.secret(Value.of("hunter2"))));
  }

  @Test
  void readsBackWhatItWrote() {
    All read = CODEC.decode(CODEC.encode(ALL));

    assertThat(read)
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(ALL);
  }

  @Test
  void whatItReadsCannotBeChanged() {
    All read = CODEC.decode(CODEC.encode(ALL));

    assertThat(read.parts()).isUnmodifiable();
    assertThat(read.set()).isUnmodifiable();
    assertThat(read.map()).isUnmodifiable();
  }

  @Test
  void writesASetInOneOrder() {
    record Sets(Set<Integer> all) {}
    Codec<Sets> codec = Codec.of(Sets.class);

    assertThat(codec.encode(new Sets(new HashSet<>(List.of(3, 1, 2)))))
        .isEqualTo(map("{'all': [1, 2, 3]}"));
  }

  @Test
  void readsWhatIsAbsentAsNullOrAsTheDefault() {
    Small small = SMALL.decode(SOUND.with("note", Value.NULL));

    assertThat(small.note()).isNull();
    assertThat(small.timeout()).isEqualTo(30);
  }

  @Test
  void writesNullAsAbsent() {
    assertThat(SMALL.encode(new Small("a", 1, null, Secret.of("x"), null)).entries().keySet())
        .containsExactly("name", "password", "timeout");
  }

  @Test
  void readsASecretWhereverItIsPut() {
    Small small = SMALL.decode(SOUND.with("name", Value.secret(Value.of("hidden"))));

    assertThat(small.name()).isEqualTo("hidden");
    assertThat(small.password().reveal()).isEqualTo("x");
  }

  @Test
  void takesAPlainValueForASecret() {
    assertThat(SMALL.decode(SOUND.with("password", Value.of("x"))).password().reveal())
        .isEqualTo("x");
  }

  @Test
  void readsASecretOfUnknownContentAsWithheld() {
    Value sealed = Value.secret(Value.unknown(ValueType.STRING));

    assertThat(SMALL.decode(SOUND.with("password", sealed)).password().isWithheld()).isTrue();
    assertThat(SMALL.decode(SOUND.with("key", sealed)).key()).isNull();
  }

  @Test
  void writesAWithheldSecretAsAnUnknownOne() {
    assertThat(SMALL.encode(new Small("a", 1, null, Secret.withheld(), null)).get("password"))
        .isEqualTo(Value.secret(Value.unknown(ValueType.STRING)));
  }

  @Test
  void namesThePathAndNeverTheValue() {
    refused("{}", "name is not set");
    refused("{'name': 'a'}", "password is not set");
    refused(SOUND.with("name", Value.of(7)), "name is not a text");
    refused(SOUND.with("timeout", Value.of("7")), "timeout is not a number");
    refused(
        SOUND.with("timeout", Value.of(3_000_000_000L)),
        "timeout is a number that its Java type cannot hold");
    refused(
        SOUND.with("timeout", Value.of(new BigDecimal("1.5"))),
        "timeout is a number that its Java type cannot hold");
    refused(SOUND.with("name", Value.unknown(ValueType.STRING)), "name is not known yet");
    refused(SOUND.with("password", Value.secret(Value.of(1))), "password is not a text");
  }

  record Deep(List<Part> parts, @Nullable Mode mode, @Nullable Duration duration) {}

  @Test
  void namesTheWholePath() {
    Codec<Deep> codec = Codec.of(Deep.class);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.decode(map("{'parts': [{'name': 'a'}, {'name': true}]}")))
        .withMessage("parts[1].name is not a text");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.decode(map("{'parts': {}}")))
        .withMessage("parts is not a list");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.decode(map("{'parts': [], 'mode': 'FIFO'}")))
        .withMessage("mode is none of the constants of its Java type");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.decode(map("{'parts': [], 'duration': '5 minutes'}")))
        .withMessage("duration is not a duration like PT5M");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> codec.decode(map("{'parts': [null]}")))
        .withMessage("parts[0] is not set");
  }

  record Picky(Secret<String> pin) {
    Picky {
      if (pin.reveal().length() < 4) {
        throw new IllegalArgumentException("too short: " + pin.reveal());
      }
    }
  }

  @Test
  void keepsToItselfWhatARecordSaysThatRefusesItsValues() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Codec.of(Picky.class)
                    .decode(Value.map(Map.of("pin", Value.secret(Value.of("123"))))))
        .withMessage("the value is refused by the constructor of Picky")
        .withNoCause();
  }

  record Lists(List<@Nullable String> some) {}

  @Test
  void keepsNullItemsWhereTheyAreNullable() {
    Codec<Lists> codec = Codec.of(Lists.class);
    Lists lists = codec.decode(map("{'some': ['a', null]}"));

    assertThat(lists.some()).containsExactly("a", null);
    assertThat(codec.encode(lists)).isEqualTo(map("{'some': ['a', null]}"));
  }

  @Test
  void refusesToWriteANullThatIsNotNullable() {
    record Strict(List<String> some) {}

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Codec.of(Strict.class).encode(new Strict(Arrays.asList("a", null))))
        .withMessage("some[1] is null, and its component is not @Nullable");
  }

  @Test
  void refusesToWriteWhatIsNoNumber() {
    record Loose(double number) {}

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Codec.of(Loose.class).encode(new Loose(Double.NaN)))
        .withMessage("number is not a finite number");
  }

  @Test
  void writesTheShortestDecimalThatReadsAsTheSameNumber() {
    record Number(double value) {}
    Codec<Number> codec = Codec.of(Number.class);
    for (double number :
        new double[] {2e23, 1e23, 0.1 + 0.2, 100, Double.MIN_VALUE, Double.MAX_VALUE, 1 / 3.0}) {
      Value.MapValue written = codec.encode(new Number(number));

      assertThat(codec.decode(written).value()).isEqualTo(number);
    }
    assertThat(codec.encode(new Number(2e23))).isEqualTo(map("{'value': 2e23}"));
    assertThat(codec.encode(new Number(0.1 + 0.2)))
        .isEqualTo(map("{'value': 0.30000000000000004}"));
  }

  record Configuration(
      @Property(scope = true) String region,
      Secret<String> token,
      @Property(scope = true) @Nullable String endpoint) {}

  record OpenScope(@Property(scope = true) Secret<String> token) {}

  @Test
  void aConfigurationSaysWhatIsScope() {
    ConfigurationSchema schema = ConfigurationSchema.of(Configuration.class);

    assertThat(schema.attributes().keySet()).containsExactly("region", "token", "endpoint");
    assertThat(schema.scope()).containsExactlyInAnyOrder("region", "endpoint");
    assertThat(schema.attributes().get("token").sensitive()).isTrue();
  }

  @Test
  void aConfigurationKeepsSecretsOutOfItsScope() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfigurationSchema.of(OpenScope.class))
        .withMessageContaining(
            "OpenScope.token: scope is stored with each object, so it cannot be secret");
  }
}
