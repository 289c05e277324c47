package dev.ashlar.plan.naming;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.state.ObjectId;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import dev.ashlar.value.json.ValueJson;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnershipMarkTest {
  private static final ResourceSchema TAGS =
      ResourceSchema.builder("t::Map")
          .addProperty(
              Attribute.of("Tags", new Shape.MapShape(Attribute.of("tag", Primitive.STRING))))
          .ownershipMark(ValuePath.of("Tags"))
          .build();
  private static final ResourceSchema LIST =
      ResourceSchema.builder("t::List")
          .addProperty(
              Attribute.builder(
                      "Tags",
                      new Shape.ListShape(
                          Attribute.of(
                              "tag",
                              new Shape.ObjectShape(
                                  new LinkedHashMap<>(
                                      Map.of(
                                          "Key",
                                          Attribute.of("Key", Primitive.STRING),
                                          "Value",
                                          Attribute.of("Value", Primitive.STRING)))))))
                  .equivalence(Equivalence.keyedBy("Key"))
                  .build())
          .ownershipMark(ValuePath.of("Tags"))
          .build();
  private static final ResourceSchema NONE = ResourceSchema.builder("t::None").build();

  private static Value.MapValue map(String json) {
    return (Value.MapValue) ValueJson.parse(json);
  }

  @Test
  void aMapOfTagsGetsAnEntryAndAListAnItem() {
    assertThat(OwnershipMark.add(TAGS, map("{}")))
        .isEqualTo(map("{\"Tags\":{\"ashlar-object\":\"{lineage}\"}}"));
    assertThat(OwnershipMark.add(TAGS, map("{\"Tags\":{\"a\":\"b\"}}")))
        .isEqualTo(map("{\"Tags\":{\"a\":\"b\",\"ashlar-object\":\"{lineage}\"}}"));
    assertThat(OwnershipMark.add(LIST, map("{\"Tags\":[{\"Key\":\"a\",\"Value\":\"b\"}]}")))
        .isEqualTo(
            map(
                "{\"Tags\":[{\"Key\":\"a\",\"Value\":\"b\"},"
                    + "{\"Key\":\"ashlar-object\",\"Value\":\"{lineage}\"}]}"));
  }

  @Test
  void aTypeWithoutAPlaceForItGetsNone() {
    assertThat(OwnershipMark.add(NONE, map("{\"a\":1}"))).isEqualTo(map("{\"a\":1}"));
    assertThat(OwnershipMark.strip(NONE, map("{\"a\":1}"))).isEqualTo(map("{\"a\":1}"));
  }

  @Test
  void whatIsAddedIsTakenOffAgain() {
    for (ResourceSchema schema : new ResourceSchema[] {TAGS, LIST}) {
      Value.MapValue tags =
          schema.equals(TAGS)
              ? map("{\"Tags\":{\"a\":\"b\"}}")
              : map("{\"Tags\":[{\"Key\":\"a\",\"Value\":\"b\"}]}");
      assertThat(OwnershipMark.strip(schema, OwnershipMark.add(schema, tags))).isEqualTo(tags);
    }
  }

  @Test
  void unknownTagsStayUnknownUntilTheyAreKnown() {
    Value.MapValue open =
        Value.map(Map.of("Tags", Value.unknown(ValueType.mapOf(ValueType.STRING))));
    assertThat(OwnershipMark.add(TAGS, open)).isEqualTo(open);
  }

  @Test
  void theMarkIsBoundAndKept() {
    ObjectId object = new ObjectId(Address.of("it"), 1);
    Value.MapValue bound =
        OwnershipMark.bind(TAGS, OwnershipMark.add(TAGS, map("{}")), "lineage", object);
    Value mark = ValuePath.of("Tags", OwnershipMark.TAG).in(bound);
    assertThat(mark).isEqualTo(OwnershipMark.value("lineage", object));
    assertThat(mark.toString()).matches("[0-9a-f]{32}");
    assertThat(OwnershipMark.keep(TAGS, map("{\"Tags\":{\"x\":\"y\"}}"), bound))
        .isEqualTo(map("{\"Tags\":{\"x\":\"y\",\"ashlar-object\":\"" + mark + "\"}}"));
    assertThat(OwnershipMark.bind(TAGS, bound, "other", object)).isEqualTo(bound);
  }
}
