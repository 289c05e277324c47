package dev.ashlar.schema.export;

import static dev.ashlar.schema.Literals.map;
import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.ashlar.acme.Queue;
import dev.ashlar.acme.Topic;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.schema.Constraints;
import dev.ashlar.schema.Deprecation;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.RandomSchemas;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.schema.Stability;
import dev.ashlar.schema.validation.Validator;
import dev.ashlar.testing.Golden;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.json.ValueJson;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a vendor renders forms from. */
class JsonSchemaTest {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

  private static Schema theirs(String jsonSchema) {
    return REGISTRY.getSchema(jsonSchema);
  }

  private static boolean accepts(Schema schema, Value value) {
    return schema.validate(ValueJson.canonical(value), InputFormat.JSON).isEmpty();
  }

  @Test
  void aTypeOfRecords() {
    Golden.check(
        "schema/queue.json",
        ResourceType.of(Queue.class, Queue.Outputs.class).schema().toJsonSchema());
  }

  @Test
  void aTypeWithADefinitionThatContainsItself() {
    Golden.check(
        "schema/topic.json",
        ResourceType.of(Topic.class, Topic.Outputs.class).schema().toJsonSchema());
  }

  @Test
  void aTypeWithEveryWordThereIs() {
    Golden.check("schema/everything.json", EVERYTHING.toJsonSchema());
  }

  @Test
  void aConfiguration() {
    ConfigurationSchema schema =
        new ConfigurationSchema(
            Map.of("region", Attribute.builder("region", Primitive.STRING).required().build()),
            Set.of("region"));

    assertThat(schema.toJsonSchema())
        .isEqualTo(
            """
            {
              "$schema" : "https://json-schema.org/draft/2020-12/schema",
              "type" : "object",
              "properties" : {
                "region" : {
                  "title" : "Region",
                  "type" : "string"
                }
              },
              "required" : [
                "region"
              ],
              "additionalProperties" : false
            }\
            """);
  }

  @Test
  void theParametersOfABlueprintInTheirOrder() {
    String parameters =
        JsonSchema.of(
            "orders",
            List.of(
                Attribute.of("zone", Primitive.STRING), Attribute.of("count", Primitive.INTEGER)));

    assertThat(parameters).contains("\"title\" : \"orders\"");
    assertThat(parameters.indexOf("\"zone\"")).isLessThan(parameters.indexOf("\"count\""));
    assertThat(accepts(theirs(parameters), map("{'zone': 'a', 'count': 1}"))).isTrue();
    assertThat(accepts(theirs(parameters), map("{'zone': 1}"))).isFalse();
  }

  @Test
  void aDefinitionWithAnOddNameIsFound() {
    ResourceSchema schema =
        ResourceSchema.builder("t")
            .addProperty(Attribute.of("a", new Shape.DefinitionShape("x/y z~%")))
            .addDefinition(Attribute.of("x/y z~%", Primitive.INTEGER))
            .build();

    assertThat(accepts(theirs(schema.toJsonSchema()), map("{'a': 1}"))).isTrue();
    assertThat(accepts(theirs(schema.toJsonSchema()), map("{'a': 'x'}"))).isFalse();
  }

  @Test
  void agreesWithOurOwnValidatorOnRandomSchemasAndValues() {
    int accepted = 0;
    int refused = 0;
    for (int seed = 0; seed < 600; seed++) {
      RandomSchemas random = new RandomSchemas(new Random(seed));
      ResourceSchema schema = random.schema();
      Schema theirs = theirs(schema.toJsonSchema());
      for (int i = 0; i < 4; i++) {
        Value.MapValue value = random.value(schema);
        if (i == 3 && !schema.properties().isEmpty()) {
          value = value.with(schema.properties().keySet().iterator().next(), random.anything(2));
        }
        boolean ours = Validator.check(schema, value).stream().noneMatch(Diagnostic::isError);

        assertThat(accepts(theirs, value))
            .as("seed %d: %s against %s", seed, value, schema.toJsonSchema())
            .isEqualTo(ours);
        accepted += ours ? 1 : 0;
        refused += ours ? 0 : 1;
      }
    }
    assertThat(accepted).isGreaterThan(500);
    assertThat(refused).isGreaterThan(500);
  }

  private static final ResourceSchema EVERYTHING =
      ResourceSchema.builder("acme::Everything")
          .description("All there is")
          .deprecated(new Deprecation("3.0", Optional.of("acme::Less")))
          .addProperty(
              Attribute.builder("Zeta", Primitive.STRING)
                  .description("The last letter comes first")
                  .required()
                  .immutable()
                  .constraints(
                      Constraints.NONE
                          .withPattern("^a")
                          .withLength(Optional.of(1), Optional.of(9))
                          .withAllowed(List.of(Value.of("a"), Value.of("ab"))))
                  .build())
          .addProperty(
              Attribute.builder("Alpha", Primitive.NUMBER)
                  .nullable()
                  .immutability(Immutability.CONDITIONAL)
                  .defaultValue(Value.of(new BigDecimal("1.5")))
                  .constraints(
                      Constraints.NONE.withRange(
                          Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.TEN)))
                  .onUnset(OnUnset.KEEP)
                  .build())
          .addProperty(
              Attribute.builder("Secret", Primitive.STRING)
                  .sensitive()
                  .writeOnly()
                  .equivalence(Equivalence.POLICY_DOCUMENT)
                  .deprecated(new Deprecation("2.0", Optional.of("Zeta")))
                  .build())
          .addProperty(Attribute.builder("MadeByTheCloud", Primitive.STRING).computed().build())
          .addProperty(
              Attribute.builder(
                      "Tags",
                      new Shape.ListShape(
                          Attribute.of(
                              "tag",
                              new Shape.ObjectShape(
                                  Map.of(
                                      "Key",
                                      Attribute.builder("Key", Primitive.STRING)
                                          .required()
                                          .build())))))
                  .equivalence(Equivalence.keyedBy("Key"))
                  .constraints(Constraints.NONE.withLength(Optional.empty(), Optional.of(50)))
                  .build())
          .addProperty(
              Attribute.builder("Labels", new Shape.MapShape(Attribute.of("v", Primitive.ANY)))
                  .constraints(Constraints.NONE.withLength(Optional.of(1), Optional.empty()))
                  .build())
          .addProperty(
              Attribute.builder("Node", new Shape.DefinitionShape("Node")).nullable().build())
          .addDefinition(
              Attribute.of(
                  "Node",
                  new Shape.ObjectShape(
                      Map.of("Next", Attribute.of("Next", new Shape.DefinitionShape("Node"))))))
          .addOutput(Attribute.builder("Arn", Primitive.STRING).description("Its name").build())
          .addOutput(
              Attribute.builder("Load", Primitive.NUMBER).stability(Stability.VOLATILE).build())
          .addOutput(
              Attribute.builder("Etag", Primitive.STRING)
                  .stability(Stability.changedBy(List.of(ValuePath.of("Tags"))))
                  .build())
          .build();
}
