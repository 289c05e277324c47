package dev.ashlar.schema.validation;

import static dev.ashlar.schema.Literals.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.schema.Constraints;
import dev.ashlar.schema.Deprecation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is said of a value that does not keep to its schema: word for word. */
class ValidatorTest {
  private static final Attribute RULE =
      Attribute.of(
          "rule",
          object(
              Attribute.builder("Port", Primitive.INTEGER)
                  .required()
                  .constraints(
                      Constraints.NONE.withRange(
                          Optional.of(BigDecimal.ONE), Optional.of(new BigDecimal(65535))))
                  .build(),
              Attribute.of("Source", Primitive.STRING)));

  private static final ResourceSchema SCHEMA =
      ResourceSchema.builder("acme::Server")
          .addProperty(
              Attribute.builder("Name", Primitive.STRING)
                  .required()
                  .constraints(
                      Constraints.NONE
                          .withPattern("^[a-z]+$")
                          .withLength(Optional.of(2), Optional.of(8)))
                  .build())
          .addProperty(
              Attribute.builder("Size", Primitive.STRING)
                  .constraints(
                      Constraints.NONE.withAllowed(List.of(Value.of("small"), Value.of("large"))))
                  .build())
          .addProperty(
              Attribute.builder("Replicas", Primitive.INTEGER)
                  .required()
                  .defaultValue(Value.of(1))
                  .build())
          .addProperty(Attribute.of("Ratio", Primitive.NUMBER))
          .addProperty(Attribute.of("Public", Primitive.BOOLEAN))
          .addProperty(Attribute.builder("Note", Primitive.STRING).nullable().build())
          .addProperty(Attribute.of("Extra", Primitive.ANY))
          .addProperty(
              Attribute.builder("Rules", new Shape.ListShape(RULE))
                  .constraints(Constraints.NONE.withLength(Optional.empty(), Optional.of(2)))
                  .build())
          .addProperty(
              Attribute.builder("Tags", new Shape.MapShape(Attribute.of("value", Primitive.STRING)))
                  .constraints(Constraints.NONE.withLength(Optional.of(1), Optional.of(1)))
                  .build())
          .addProperty(
              Attribute.builder("Password", Primitive.STRING)
                  .sensitive()
                  .constraints(
                      Constraints.NONE
                          .withLength(Optional.of(8), Optional.empty())
                          .withPattern("[0-9]"))
                  .build())
          .addProperty(Attribute.builder("CreatedAt", Primitive.STRING).computed().build())
          .addProperty(
              Attribute.builder("Host", Primitive.STRING)
                  .deprecated(new Deprecation("2.1", Optional.of("Name")))
                  .build())
          .addProperty(Attribute.of("Parent", new Shape.DefinitionShape("Node")))
          .addDefinition(
              Attribute.of(
                  "Node",
                  object(
                      Attribute.builder("Id", Primitive.STRING).required().build(),
                      Attribute.of("Next", new Shape.DefinitionShape("Node")))))
          .addOutput(Attribute.builder("Url", Primitive.STRING).required().build())
          .addOutput(Attribute.of("Load", Primitive.NUMBER))
          .addOutput(Attribute.builder("Key", Primitive.STRING).sensitive().build())
          .build();

  private static Shape.ObjectShape object(Attribute... attributes) {
    Map<String, Attribute> byName = new LinkedHashMap<>();
    for (Attribute attribute : attributes) {
      byName.put(attribute.name(), attribute);
    }
    return new Shape.ObjectShape(byName);
  }

  private static List<String> problems(String properties) {
    return problems(map(properties));
  }

  private static List<String> problems(Value.MapValue properties) {
    return texts(Validator.check(SCHEMA, properties));
  }

  private static List<String> texts(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(problem -> problem.code().replace("schema.", "") + ": " + problem.detail())
        .toList();
  }

  private static Value.MapValue with(String property, Value value) {
    return map("{'Name': 'web'}").with(property, value);
  }

  @Test
  void isContentWithWhatKeepsToTheSchema() {
    assertThat(
            problems(
                """
                {'Name': 'web', 'Size': 'small', 'Replicas': 2, 'Ratio': 0.5, 'Public': true,
                 'Note': null, 'Extra': [1, {'any': 'thing'}], 'Rules': [{'Port': 80}],
                 'Tags': {'team': 'orders'}, 'Password': 'hunter22',
                 'Parent': {'Id': 'a', 'Next': {'Id': 'b'}}}
                """))
        .isEmpty();
  }

  @Test
  void missesWhatIsRequiredAndHasNoDefault() {
    assertThat(problems("{}"))
        .containsExactly("missing-property: Name is required by acme::Server and is not set");
  }

  @Test
  void takesNullForNotSet() {
    assertThat(problems("{'Name': null, 'Size': null, 'Tags': null, 'CreatedAt': null}"))
        .containsExactly("missing-property: Name is required by acme::Server and is not set");
  }

  @Test
  void takesNullForAValueWhereItIsOne() {
    assertThat(problems(with("Note", Value.NULL))).isEmpty();
  }

  @Test
  void suggestsTheNameThatWasMeant() {
    assertThat(problems("{'Name': 'web', 'Replcias': 2}"))
        .containsExactly(
            "unknown-property: Replcias is not a property of acme::Server;"
                + " did you mean Replicas?");
  }

  @Test
  void suggestsNothingForANameThatIsNothingAlike() {
    assertThat(problems("{'Name': 'web', 'Colour': 2}"))
        .containsExactly("unknown-property: Colour is not a property of acme::Server");
  }

  @Test
  void saysThatAnOutputCannotBeSet() {
    assertThat(problems("{'Name': 'web', 'Url': 'x'}"))
        .containsExactly(
            "unknown-property: Url is an output of acme::Server: the cloud gives it, and it cannot"
                + " be set");
  }

  @Test
  void saysThatAComputedPropertyCannotBeSet() {
    assertThat(problems("{'Name': 'web', 'CreatedAt': 'now'}"))
        .containsExactly(
            "computed-property: CreatedAt is set by the cloud and cannot be declared; leave it"
                + " out");
  }

  @Test
  void saysWhichTypeIsExpectedAndWhichIsThere() {
    assertThat(
            problems(
                "{'Name': 7, 'Replicas': '2', 'Ratio': true, 'Public': 'yes', 'Rules': {}, "
                    + "'Tags': ['a']}"))
        .containsExactly(
            "wrong-type: Name must be a text, but is an integer (7)",
            "wrong-type: Public must be a boolean, but is a text (\"yes\")",
            "wrong-type: Ratio must be a number, but is a boolean (true)",
            "wrong-type: Replicas must be an integer, but is a text (\"2\")",
            "wrong-type: Rules must be a list, but is a map",
            "wrong-type: Tags must be a map, but is a list");
  }

  @Test
  void takesAWholeNumberForAnIntegerHoweverItIsWritten() {
    assertThat(problems("{'Name': 'web', 'Replicas': 2.0}")).isEmpty();
    assertThat(problems("{'Name': 'web', 'Replicas': 2.5}"))
        .containsExactly("wrong-type: Replicas must be an integer, but is a number (2.5)");
  }

  @Test
  void refusesNullAsAnItem() {
    assertThat(problems("{'Name': 'web', 'Rules': [null]}"))
        .containsExactly("wrong-type: Rules[0] must be an object, but is null");
  }

  @Test
  void takesNullAsAnEntryForNotSet() {
    assertThat(problems("{'Name': 'web', 'Tags': {'team': null}}")).isEmpty();
  }

  @Test
  void listsWhatIsAllowed() {
    assertThat(problems("{'Name': 'web', 'Size': 'Small'}"))
        .containsExactly("not-allowed: Size must be one of \"small\", \"large\", but is \"Small\"");
  }

  @Test
  void saysTheBoundsOfNumbers() {
    assertThat(problems("{'Name': 'web', 'Rules': [{'Port': 0}, {'Port': 65536}]}"))
        .containsExactly(
            "out-of-range: Rules[0].Port must be from 1 to 65535, but is 0",
            "out-of-range: Rules[1].Port must be from 1 to 65535, but is 65536");
  }

  @Test
  void saysTheBoundsOfLengths() {
    assertThat(problems("{'Name': 'a', 'Rules': [{'Port': 1}, {'Port': 2}, {'Port': 3}]}"))
        .containsExactly(
            "wrong-length: Name must have from 2 to 8 characters, but has 1",
            "wrong-length: Rules must have at most 2 items, but has 3");
    assertThat(problems("{'Name': 'web', 'Tags': {}}"))
        .containsExactly("wrong-length: Tags must have exactly 1 entries, but has 0");
  }

  @Test
  void countsCharactersAndNotTheUnitsOfJava() {
    Attribute one =
        Attribute.builder("text", Primitive.STRING)
            .constraints(Constraints.NONE.withLength(Optional.empty(), Optional.of(1)))
            .build();

    assertThat(Validator.check(one, Value.of("😀"))).isEmpty();
  }

  @Test
  void saysThePatternThatIsNotMatched() {
    assertThat(problems("{'Name': 'Web'}"))
        .containsExactly("pattern-mismatch: Name must match the pattern ^[a-z]+$, but is \"Web\"");
  }

  @Test
  void cutsLongValues() {
    assertThat(problems("{'Name': 'web', 'Size': '" + "x".repeat(1000) + "'}"))
        .containsExactly(
            "not-allowed: Size must be one of \"small\", \"large\", but is \""
                + "x".repeat(60)
                + "…\"");
  }

  @Test
  void warnsOfWhatIsDeprecated() {
    List<Diagnostic> found = Validator.check(SCHEMA, map("{'Name': 'web', 'Host': 'a'}"));

    assertThat(texts(found))
        .containsExactly("deprecated-property: Host is deprecated since 2.1; use Name");
    assertThat(found).noneMatch(Diagnostic::isError);
  }

  @Test
  void saysEverythingAtOnce() {
    assertThat(
            problems(
                "{'Nmae': 'web', 'Size': 'big', 'Rules': [{'Prot': 80, 'Source': 1}], "
                    + "'CreatedAt': ''}"))
        .containsExactly(
            "computed-property: CreatedAt is set by the cloud and cannot be declared; leave it"
                + " out",
            "unknown-property: Nmae is not a property of acme::Server; did you mean Name?",
            "unknown-property: Prot is not a property of Rules[0]; did you mean Port?",
            "wrong-type: Rules[0].Source must be a text, but is an integer (1)",
            "missing-property: Rules[0].Port is required by Rules[0] and is not set",
            "not-allowed: Size must be one of \"small\", \"large\", but is \"big\"",
            "missing-property: Name is required by acme::Server and is not set");
  }

  @Test
  void givesEachProblemItsPath() {
    assertThat(Validator.check(SCHEMA, map("{'Rules': [{'Source': 1}]}")))
        .extracting(problem -> problem.path().orElseThrow().toPointer())
        .containsExactly("/Rules/0/Source", "/Rules/0/Port", "/Name");
  }

  @Test
  void looksIntoDefinitions() {
    assertThat(problems("{'Name': 'web', 'Parent': {'Id': 'a', 'Next': {'Next': {'Id': 3}}}}"))
        .containsExactly(
            "wrong-type: Parent.Next.Next.Id must be a text, but is an integer (3)",
            "missing-property: Parent.Next.Id is required by Parent.Next and is not set");
  }

  @Test
  void letsAnUnknownPassWhoseTypeFits() {
    assertThat(problems(with("Replicas", Value.unknown(ValueType.INTEGER)))).isEmpty();
    assertThat(problems(with("Replicas", Value.unknown(ValueType.ANY)))).isEmpty();
    assertThat(problems(with("Ratio", Value.unknown(ValueType.INTEGER)))).isEmpty();
    assertThat(problems(with("Rules", Value.unknown(ValueType.listOf(ValueType.ANY))))).isEmpty();
    assertThat(problems(with("Tags", Value.unknown(ValueType.mapOf(ValueType.STRING))))).isEmpty();
  }

  @Test
  void letsANumberPassThatMayTurnOutToBeWhole() {
    assertThat(problems(with("Replicas", Value.unknown(ValueType.NUMBER)))).isEmpty();
  }

  @Test
  void refusesAnUnknownThatCannotFit() {
    assertThat(problems(with("Replicas", Value.unknown(ValueType.STRING))))
        .containsExactly("wrong-type: Replicas must be an integer, but will be of type string");
    assertThat(problems(with("Tags", Value.unknown(ValueType.mapOf(ValueType.INTEGER)))))
        .containsExactly(
            "wrong-type: Tags must be a map of the declared parts, but will be of type"
                + " map(integer)");
    assertThat(
            problems(
                with(
                    "Parent",
                    Value.unknown(
                        new ValueType.ObjectType(new TreeMap<>(Map.of("Ix", ValueType.ANY)))))))
        .containsExactly(
            "wrong-type: Parent must be an object of the declared parts, but will be of type"
                + " object(Ix: any)");
  }

  @Test
  void takesAnUnknownForSet() {
    assertThat(problems(Value.map(Map.of("Name", Value.unknown(ValueType.STRING))))).isEmpty();
  }

  @Test
  void checksTheKnownPartsBesideUnknownOnes() {
    Value rules =
        Value.list(
            Value.map(Map.of("Port", Value.unknown(ValueType.INTEGER), "Source", Value.of(true))));

    assertThat(problems(with("Rules", rules)))
        .containsExactly("wrong-type: Rules[0].Source must be a text, but is a boolean (true)");
  }

  @Test
  void checksSecretsAndNeverShowsThem() {
    assertThat(problems(with("Password", Value.secret(Value.of("hunter")))))
        .containsExactly(
            "wrong-length: Password must have at least 8 characters",
            "pattern-mismatch: Password must match the pattern [0-9], and the secret that is given"
                + " is not");
    assertThat(problems(with("Size", Value.secret(Value.of("hunter2")))))
        .containsExactly(
            "not-allowed: Size must be one of \"small\", \"large\", and the secret that is given is"
                + " not");
    assertThat(problems(with("Replicas", Value.secret(Value.of("hunter2")))))
        .containsExactly("wrong-type: Replicas must be an integer, but is a text");
  }

  @Test
  void neverShowsTheValueOfASensitivePropertyThoughItIsNotMarked() {
    assertThat(String.join("", problems(with("Password", Value.of("opensesame")))))
        .contains("Password must match")
        .doesNotContain("sesame");
    assertThat(problems(with("Password", Value.of(1234))))
        .containsExactly("wrong-type: Password must be a text, but is an integer");
  }

  @Test
  void neverShowsTheValueOfAWriteOnlyProperty() {
    Attribute pin =
        Attribute.builder("pin", Primitive.STRING)
            .writeOnly()
            .constraints(Constraints.NONE.withPattern("^[0-9]+$"))
            .build();

    assertThat(texts(Validator.check(pin, Value.of("sesame"))))
        .containsExactly(
            "pattern-mismatch: pin must match the pattern ^[0-9]+$, and the secret that is given"
                + " is not");
  }

  @Test
  void neverShowsWhatIsInsideASecretWhole() {
    Value rules = Value.secret(Value.list(Value.map(Map.of("Port", Value.of(424242)))));

    assertThat(problems(with("Rules", rules)))
        .containsExactly(
            "out-of-range: Rules[0].Port must be from 1 to 65535, and the secret that is given is"
                + " not");
  }

  @Test
  void letsASecretPassThatIsUnknown() {
    assertThat(problems(with("Password", Value.secret(Value.unknown(ValueType.STRING))))).isEmpty();
  }

  @Test
  void checksTheOutputsOfAConnector() {
    assertThat(texts(Validator.checkOutputs(SCHEMA, map("{'Url': 'x', 'Load': 0.5}")))).isEmpty();
    assertThat(
            texts(Validator.checkOutputs(SCHEMA, map("{'Load': 'high', 'Uptime': 3, 'Key': 7}"))))
        .containsExactly(
            "unfit-answer: Key must be a text, but is an integer",
            "unfit-answer: Load must be a number, but is a text (\"high\")",
            "undeclared-output: Uptime is not an output of acme::Server",
            "unfit-answer: Url is required by acme::Server and is not set");
  }

  @Test
  void refusesAnOutputThatIsUnknownAfterTheOperation() {
    assertThat(
            texts(
                Validator.checkOutputs(
                    SCHEMA, Value.map(Map.of("Url", Value.unknown(ValueType.STRING))))))
        .containsExactly("unfit-answer: Url is unknown, after the operation has ended");
    assertThat(
            Validator.checkOutputs(
                SCHEMA,
                Value.map(
                    Map.of(
                        "Url",
                        Value.of("x"),
                        "Key",
                        Value.secret(Value.unknown(ValueType.STRING))))))
        .isEmpty();
  }

  @Test
  void checksOnlyTypesAndNamesOfWhatAConnectorRead() {
    assertThat(
            texts(
                Validator.checkObserved(
                    SCHEMA, map("{'Size': 'huge', 'CreatedAt': 'now', 'Host': 'a'}"))))
        .isEmpty();
    assertThat(texts(Validator.checkObserved(SCHEMA, map("{'Size': 3, 'Sice': 3}"))))
        .containsExactly(
            "unfit-answer: Sice is not a property of acme::Server; did you mean Size?",
            "unfit-answer: Size must be a text, but is an integer (3)");
  }

  @Test
  void checksAConfiguration() {
    ConfigurationSchema schema =
        new ConfigurationSchema(
            Map.of("region", Attribute.builder("region", Primitive.STRING).required().build()),
            Set.of("region"));

    assertThat(texts(Validator.check(schema, map("{'regoin': 'x'}"))))
        .containsExactly(
            "unknown-property: regoin is not a property of the provider's configuration; did you"
                + " mean region?",
            "missing-property: region is required by the provider's configuration and is not set");
  }

  @Test
  void checksAParameterByItself() {
    Attribute replicas =
        Attribute.builder("replicas", Primitive.INTEGER)
            .constraints(Constraints.NONE.withRange(Optional.empty(), Optional.of(BigDecimal.TEN)))
            .build();

    assertThat(texts(Validator.check(replicas, Value.of(11))))
        .containsExactly("out-of-range: replicas must be at most 10, but is 11");
    assertThat(texts(Validator.check(replicas, Value.NULL)))
        .containsExactly("wrong-type: replicas must be an integer, but is null");
  }

  @Test
  void warnsOfADeprecatedType() {
    ResourceSchema old =
        ResourceSchema.builder("acme::Old")
            .deprecated(new Deprecation("", Optional.of("acme::New")))
            .build();

    assertThat(texts(Validator.check(old, map("{}"))))
        .containsExactly("deprecated-type: acme::Old is deprecated; use acme::New");
  }
}
