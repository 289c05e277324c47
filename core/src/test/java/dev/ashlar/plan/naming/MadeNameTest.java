package dev.ashlar.plan.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceSchema.NameRule;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.state.ObjectId;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MadeNameTest {
  private static ResourceSchema schema(NameRule rule) {
    return ResourceSchema.builder("t::Thing")
        .addProperty(Attribute.of("Name", Primitive.STRING))
        .naming(rule)
        .build();
  }

  @ParameterizedTest(name = "{2} in {1}, {0} characters, separator \"{3}\": {4}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          63 | shop        | uploads          | `-` | shop-uploads-{lineage}
          63 | shop        | uploads["a b/c"] | `-` | shop-uploads-a-b-c-{lineage}
          63 | Shop        | net["X"]/subnet  | `-` | shop-net-x-subnet-{lineage}
          20 | shop        | uploads          | `-` | shop-upload-{lineage}
          14 | shop        | uploads          | `-` | shop-{lineage}
          8  | shop        | uploads          | `-` | {lineage}
          30 | shop        | uploads          | ``  | shopuploads{lineage}
          63 | übung       | größe            | `_` | bung_gr_e_{lineage}
          """)
  void prefixResourceAndSymbolGiveWayToTheLimit(
      int limit, String environment, String address, String separator, String expected) {
    Address at = Address.parse(address).orElse(Address.of("gr" + "_e"));
    assertThat(MadeName.planned(new NameRule("Name", limit, true, separator), environment, at))
        .isEqualTo(expected)
        .satisfies(
            name ->
                assertThat(name.length() - "{lineage}".length() + Lineage.NAME_LENGTH)
                    .isLessThanOrEqualTo(limit));
  }

  @Test
  void aGivenNameStays() {
    ResourceSchema schema = schema(new NameRule("Name", 63, true, "-"));
    Value.MapValue given = Value.map(Map.of("Name", Value.of("mine")));
    assertThat(MadeName.add(schema, given, "shop", Address.of("it"))).isEqualTo(given);
    assertThat(MadeName.unbound(schema, given)).isEmpty();
  }

  @Test
  void anObjectKeepsTheNameThatItHas() {
    ResourceSchema schema = schema(new NameRule("Name", 63, true, "-"));
    Value.MapValue former = Value.map(Map.of("Name", Value.of("shop-it-01234567")));
    assertThat(MadeName.keep(schema, Value.MapValue.EMPTY, former)).isEqualTo(former);
  }

  @Test
  void theSymbolIsBoundOncePerIncarnationAndLineage() {
    ResourceSchema schema = schema(new NameRule("Name", 63, true, "-"));
    Value.MapValue planned = MadeName.add(schema, Value.MapValue.EMPTY, "shop", Address.of("it"));
    ObjectId first = new ObjectId(Address.of("it"), 1);
    ObjectId second = new ObjectId(Address.of("it"), 2);
    Value bound = MadeName.bind(schema, planned, "a", first).get("Name");
    assertThat(bound.toString()).matches("shop-it-[0-9a-f]{8}");
    assertThat(MadeName.bind(schema, planned, "a", first).get("Name")).isEqualTo(bound);
    assertThat(MadeName.bind(schema, planned, "b", first).get("Name")).isNotEqualTo(bound);
    assertThat(MadeName.bind(schema, planned, "a", second).get("Name")).isNotEqualTo(bound);
  }
}
