package dev.ashlar.aws.cloudcontrol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.aws.json.Json;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.value.ValuePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PatchDocumentTest {
  private static final ResourceSchema SCHEMA =
      ResourceSchema.builder("AWS::Test::Thing")
          .addProperty(Attribute.of("Size", Primitive.INTEGER))
          .addProperty(Attribute.of("A~/B", Primitive.STRING))
          .addProperty(
              Attribute.builder("Tags", new Shape.ListShape(Attribute.of("tag", tag())))
                  .equivalence(Equivalence.keyedBy("Key"))
                  .build())
          .addProperty(
              Attribute.of(
                  "Access",
                  object(
                      Attribute.of("Public", Primitive.BOOLEAN),
                      Attribute.of("Level", Primitive.STRING),
                      Attribute.builder("Password", Primitive.STRING).writeOnly().build())))
          .addProperty(Attribute.builder("Secret", Primitive.STRING).writeOnly().build())
          .addProperty(Attribute.builder("Seed", Primitive.STRING).writeOnly().immutable().build())
          .build();

  private static Shape object(Attribute... attributes) {
    Map<String, Attribute> all = new LinkedHashMap<>();
    Stream.of(attributes).forEach(each -> all.put(each.name(), each));
    return new Shape.ObjectShape(all);
  }

  private static Shape tag() {
    return object(Attribute.of("Key", Primitive.STRING), Attribute.of("Value", Primitive.STRING));
  }

  private static String patch(String spec, String prior, ValuePath... changed) {
    return Json.revealed(
        PatchDocument.of(SCHEMA, Json.readObject(spec), Json.readObject(prior), List.of(changed)));
  }

  @Test
  void whatIsThereIsReplacedAndWhatIsNotIsAdded() {
    assertThat(patch("{\"Size\": 2}", "{\"Size\": 1}", ValuePath.of("Size")))
        .isEqualTo("[{\"op\":\"replace\",\"path\":\"/Size\",\"value\":2}]");
    assertThat(patch("{\"Size\": 2}", "{}", ValuePath.of("Size")))
        .isEqualTo("[{\"op\":\"add\",\"path\":\"/Size\",\"value\":2}]");
  }

  @Test
  void whatIsNotWantedAnyMoreIsRemoved() {
    assertThat(patch("{}", "{\"Size\": 1}", ValuePath.of("Size")))
        .isEqualTo("[{\"op\":\"remove\",\"path\":\"/Size\"}]");
    assertThat(patch("{}", "{}", ValuePath.of("Size"))).isEqualTo("[]");
  }

  @Test
  void objectsAreChangedPartByPart() {
    assertThat(
            patch(
                "{\"Access\": {\"Public\": true}}",
                "{\"Access\": {\"Public\": false, \"Level\": \"theirs\"}}",
                ValuePath.of("Access", "Public")))
        .isEqualTo("[{\"op\":\"replace\",\"path\":\"/Access/Public\",\"value\":true}]");
  }

  @Test
  void anObjectThatIsNotThereIsAddedAsAWhole() {
    assertThat(patch("{\"Access\": {\"Public\": true}}", "{}", ValuePath.of("Access", "Public")))
        .isEqualTo("[{\"op\":\"add\",\"path\":\"/Access\",\"value\":{\"Public\":true}}]");
  }

  @Test
  void listsAreReplacedAsAWhole() {
    assertThat(
            patch(
                "{\"Tags\": [{\"Key\": \"a\", \"Value\": \"2\"}]}",
                "{\"Tags\": [{\"Key\": \"a\", \"Value\": \"1\"}]}",
                ValuePath.of("Tags", "a", "Value")))
        .isEqualTo(
            "[{\"op\":\"replace\",\"path\":\"/Tags\","
                + "\"value\":[{\"Key\":\"a\",\"Value\":\"2\"}]}]");
  }

  @Test
  void writeOnlyPropertiesAreSentAgainUnlessTheyCannotChange() {
    assertThat(
            patch(
                """
                {"Size": 2, "Secret": "s", "Seed": "x",
                 "Access": {"Public": true, "Password": "p"}}\
                """,
                "{\"Size\": 1, \"Access\": {\"Public\": true}}",
                ValuePath.of("Size")))
        .isEqualTo(
            "[{\"op\":\"add\",\"path\":\"/Access/Password\",\"value\":\"p\"},"
                + "{\"op\":\"add\",\"path\":\"/Secret\",\"value\":\"s\"},"
                + "{\"op\":\"replace\",\"path\":\"/Size\",\"value\":2}]");
  }

  @Test
  void nothingIsSentAgainWhereNothingChanges() {
    assertThat(patch("{\"Secret\": \"s\"}", "{}")).isEqualTo("[]");
  }

  @Test
  void whatLiesInsideAPlaceThatIsSetAsAWholeIsNotSentTwice() {
    assertThat(
            patch(
                "{\"Access\": {\"Public\": true, \"Password\": \"p\"}}",
                "{}",
                ValuePath.of("Access", "Public"),
                ValuePath.of("Access")))
        .isEqualTo(
            "[{\"op\":\"add\",\"path\":\"/Access\","
                + "\"value\":{\"Password\":\"p\",\"Public\":true}}]");
  }

  @Test
  void namesAreEscaped() {
    assertThat(patch("{\"A~/B\": \"x\"}", "{}", ValuePath.of("A~/B")))
        .contains("\"path\":\"/A~0~1B\"");
  }
}
