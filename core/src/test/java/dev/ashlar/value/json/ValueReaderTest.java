package dev.ashlar.value.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValueReaderTest {
  private final ValueReader reader = ValueReader.sharing();

  private Value read(String text) throws IOException {
    return read(text, (place, form) -> Value.secret(form));
  }

  private Value read(String text, ValueJson.SecretReader secrets) throws IOException {
    try (JsonParser in = new JsonFactory().createParser(text)) {
      in.nextToken();
      return reader.read(in, secrets);
    }
  }

  @Test
  void valuesAreReadAsTheyWereWritten() throws IOException {
    assertThat(read("{\"b\":[1,2.5,1e300,true,null],\"a\":{\"x\":\"\u00e9\"},\"c\":{}}"))
        .isEqualTo(
            Value.map(
                Map.of(
                    "a",
                    Value.map(Map.of("x", Value.of("\u00e9"))),
                    "b",
                    Value.list(
                        Value.of(1),
                        Value.of(new BigDecimal("2.5")),
                        Value.of(new BigDecimal("1e300")),
                        Value.of(true),
                        Value.NULL),
                    "c",
                    Value.MapValue.EMPTY)));
  }

  @Test
  void whatComesAgainIsTheSame() throws IOException {
    Value.MapValue map =
        (Value.MapValue)
            read("{\"in\":{\"n\":70000,\"t\":\"x\"},\"out\":{\"n\":70000,\"t\":\"x\"}}");
    Value.MapValue in = (Value.MapValue) map.get("in");

    assertThat(map.get("out")).isSameAs(in);
    assertThat(((Value.MapValue) read("{\"t\":\"x\"}")).get("t")).isSameAs(in.get("t"));
  }

  @Test
  void textsThatMeetInTheMemoryStayApart() throws IOException {
    // Their hashes are equal.
    assertThat(read("[\"Aa\",\"BB\",\"Aa\",\"AaAa\",\"BBBB\"]"))
        .isEqualTo(
            Value.list(
                Value.of("Aa"),
                Value.of("BB"),
                Value.of("Aa"),
                Value.of("AaAa"),
                Value.of("BBBB")));
    for (long number = 0; number < 100_000; number += 2_047) {
      assertThat(read("" + number)).isEqualTo(Value.of(number));
      assertThat(read("" + -number)).isEqualTo(Value.of(-number));
    }
    String longText = "x".repeat(1_000);
    assertThat(read("\"" + longText + "\"")).isEqualTo(Value.of(longText));
  }

  @Test
  void aSecretIsOpenedForItsPlace() throws IOException {
    List<ValuePath> places = new ArrayList<>();

    Value read =
        read(
            "{\"a\":[0,{\"b\":{\"$secret\":\"s\"}}],\"$b\":{\"$map\":{\"$secret\":{\"$secret\":1}}}}",
            (place, form) -> {
              places.add(place);
              return Value.secret(form);
            });

    assertThat(places)
        .containsExactly(ValuePath.of("a").index(1).key("b"), ValuePath.of("$b").key("$secret"));
    assertThat(read.hasSecret()).isTrue();
  }

  @Test
  void secretsAreNotShared() throws IOException {
    Value one = read("{\"x\":{\"$secret\":\"s\"}}", (place, form) -> Value.secret(Value.of(1)));
    Value two = read("{\"x\":{\"$secret\":\"s\"}}", (place, form) -> Value.secret(Value.of(1)));

    assertThat(one).isEqualTo(two).isNotSameAs(two);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"a\":1,\"a\":2}",
        "{\"$map\":{\"a\":1,\"a\":2}}",
        "{\"$secret\":1,\"a\":2}",
        "{\"$map\":1}",
        "[1",
        "{\"a\":",
        "1e20000"
      })
  void whatIsNoValueIsRefusedAndTheNextOneReadAllTheSame(String text) throws IOException {
    assertThatThrownBy(() -> read(text)).isInstanceOf(IOException.class);

    assertThat(read("{\"z\":1}")).isEqualTo(Value.map(Map.of("z", Value.of(1))));
  }
}
