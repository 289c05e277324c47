package dev.ashlar.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.ashlar.value.Secret;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.lang.invoke.MethodHandles;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a record says of a resource type. */
class ResourceTypeTest {
  enum Mode {
    STANDARD,
    @Property(name = "FIFO-queue")
    FIFO
  }

  sealed interface KeyTarget permits Key, Alias {}

  @ResourceSpec(type = "acme::Key")
  record Key(boolean rotation) implements KeyTarget {}

  @ResourceSpec(type = "acme::Alias")
  record Alias(String name) implements KeyTarget {}

  record Delivery(@Nullable String target, @Property(min = 1, max = 9) int attempts) {}

  @ResourceSpec(
      type = "acme::Queue",
      outputs = Outputs.class,
      naming = ResourceSpec.Naming.PASCAL_CASE,
      version = 3,
      description = "A queue",
      identity = "Name",
      generatedName =
          @ResourceSpec.GeneratedName(property = "Name", maxLength = 80, lowerCase = true),
      ownershipMark = "Tags",
      limits =
          @ResourceSpec.Limit(
              operation = Operation.CREATE,
              timeout = "PT5M",
              permissions = "acme:CreateQueue"),
      idempotencyHorizon = "PT24H",
      visibilityBound = "PT30S",
      assumptions = "A name is free again after a minute.")
  record Queue(
      @Property(immutable = true, pattern = "[a-z-]{1,80}", description = "Its name") String name,
      @Property(defaultValue = "30", min = 0, max = 43_200) int visibilityTimeout,
      @Property(writeOnly = true) Secret<String> adminPassword,
      @Property(references = KeyTarget.class, referencedAttribute = "arn") @Nullable String kmsKey,
      @Property(keyedBy = "Target") @Nullable List<Delivery> deliveries,
      @Nullable Set<String> zones,
      Map<String, String> tags,
      @Property(defaultValue = "STANDARD") Mode mode,
      @Property(deprecatedSince = "2.0", replacement = "Mode") @Nullable Boolean fifo) {}

  record Outputs(
      String url,
      @Property(stability = Stability.Always.VOLATILE) int depth,
      @Property(changedBy = "VisibilityTimeout") @Nullable Secret<String> token) {}

  private static final ResourceType<Queue, Outputs> TYPE =
      ResourceType.of(Queue.class, Outputs.class);
  private static final ResourceSchema SCHEMA = TYPE.schema();

  private static Attribute property(String name) {
    return SCHEMA.properties().get(name);
  }

  @Test
  void keepsTheOrderOfComponentsAndNamesThemAsTheCloudDoes() {
    assertThat(SCHEMA.properties().keySet())
        .containsExactly(
            "Name",
            "VisibilityTimeout",
            "AdminPassword",
            "KmsKey",
            "Deliveries",
            "Zones",
            "Tags",
            "Mode",
            "Fifo");
    assertThat(SCHEMA.outputs().keySet()).containsExactly("Url", "Depth", "Token");
  }

  @Test
  void requiresWhatIsNeitherNullableNorHasADefault() {
    assertThat(SCHEMA.properties().values().stream().filter(Attribute::required))
        .extracting(Attribute::name)
        .containsExactly("Name", "AdminPassword", "Tags");
    assertThat(SCHEMA.outputs().values().stream().filter(Attribute::required))
        .extracting(Attribute::name)
        .containsExactly("Url", "Depth");
  }

  @Test
  void takesTheShapesFromTheTypes() {
    assertThat(property("Name").shape()).isEqualTo(Shape.Primitive.STRING);
    assertThat(property("VisibilityTimeout").shape()).isEqualTo(Shape.Primitive.INTEGER);
    assertThat(property("AdminPassword").shape()).isEqualTo(Shape.Primitive.STRING);
    assertThat(property("Deliveries").type())
        .hasToString("list(object(Attempts: integer, Target: string))");
    assertThat(property("Zones").type()).hasToString("list(string)");
    assertThat(property("Tags").type()).hasToString("map(string)");
    assertThat(property("Fifo").shape()).isEqualTo(Shape.Primitive.BOOLEAN);
  }

  @Test
  void takesTheConstraintsFromTypeAndAnnotation() {
    assertThat(property("Name").constraints().pattern()).contains("^(?:[a-z-]{1,80})$");
    assertThat(property("VisibilityTimeout").constraints().minimum()).contains(BigDecimal.ZERO);
    assertThat(property("VisibilityTimeout").constraints().maximum())
        .hasValueSatisfying(most -> assertThat(most).isEqualByComparingTo("43200"));
    assertThat(property("Mode").constraints().allowed())
        .containsExactly(Value.of("STANDARD"), Value.of("FIFO-queue"));
    assertThat(SCHEMA.outputs().get("Depth").constraints().maximum())
        .contains(new BigDecimal(Integer.MAX_VALUE));
  }

  @Test
  void takesTheFlagsFromTypeAndAnnotation() {
    assertThat(property("Name").immutability()).isEqualTo(Immutability.YES);
    assertThat(property("Name").description()).isEqualTo("Its name");
    assertThat(property("AdminPassword").sensitive()).isTrue();
    assertThat(property("AdminPassword").writeOnly()).isTrue();
    assertThat(property("Zones").equivalence()).isEqualTo(Equivalence.SET);
    assertThat(property("Deliveries").equivalence()).isEqualTo(Equivalence.keyedBy("Target"));
    assertThat(property("VisibilityTimeout").defaultValue()).contains(Value.of(30));
    assertThat(property("VisibilityTimeout").onUnset()).isEqualTo(OnUnset.DEFAULT);
    assertThat(property("KmsKey").onUnset()).isEqualTo(OnUnset.UNSET);
    assertThat(property("Fifo").deprecation())
        .contains(new Deprecation("2.0", Optional.of("Mode")));
    assertThat(SCHEMA.outputs().get("Depth").stability()).isEqualTo(Stability.VOLATILE);
    assertThat(SCHEMA.outputs().get("Token").stability())
        .isEqualTo(Stability.changedBy(List.of(ValuePath.of("VisibilityTimeout"))));
    assertThat(SCHEMA.outputs().get("Token").sensitive()).isTrue();
  }

  @Test
  void takesReferenceTargetsFromTheRecordsThatASealedInterfacePermits() {
    assertThat(property("KmsKey").references())
        .containsExactly(
            new ReferenceTarget("acme::Key", "arn"), new ReferenceTarget("acme::Alias", "arn"));
  }

  @Test
  void takesTheRestFromTheAnnotationOfTheType() {
    assertThat(SCHEMA.type()).isEqualTo("acme::Queue");
    assertThat(SCHEMA.version()).isEqualTo(3);
    assertThat(SCHEMA.description()).isEqualTo("A queue");
    assertThat(SCHEMA.identity()).containsExactly(ValuePath.of("Name"));
    assertThat(SCHEMA.naming()).contains(new ResourceSchema.NameRule("Name", 80, true, "-"));
    assertThat(SCHEMA.ownershipMark()).contains(ValuePath.of("Tags"));
    assertThat(SCHEMA.timeout(Operation.CREATE)).isEqualTo(Duration.ofMinutes(5));
    assertThat(SCHEMA.timeout(Operation.DELETE)).isEqualTo(ResourceSchema.DEFAULT_TIMEOUT);
    assertThat(SCHEMA.permissions(Operation.CREATE)).containsExactly("acme:CreateQueue");
    assertThat(SCHEMA.idempotencyHorizon()).contains(Duration.ofHours(24));
    assertThat(SCHEMA.visibilityBound()).isEqualTo(Duration.ofSeconds(30));
    assertThat(SCHEMA.assumptions()).containsExactly("A name is free again after a minute.");
  }

  @ResourceSpec(type = "acme::Tree", naming = ResourceSpec.Naming.SNAKE_CASE)
  record Tree(Node rootNode) {}

  record Node(String name, List<Node> childNodes) {}

  record NoOutputs() {}

  @Test
  void definesARecordThatContainsItself() {
    ResourceType<Tree, NoOutputs> type = ResourceType.of(Tree.class, NoOutputs.class);

    assertThat(type.schema().properties().get("root_node").shape())
        .isEqualTo(new Shape.DefinitionShape("Node"));
    assertThat(type.schema().definitions().get("Node").type())
        .hasToString("object(child_nodes: list(any), name: string)");

    Tree tree = new Tree(new Node("a", List.of(new Node("b", List.of()))));
    assertThat(type.spec().decode(type.spec().encode(tree))).isEqualTo(tree);
  }

  @ResourceSpec(type = "acme::Hidden")
  private record Hidden(String name) {}

  @Test
  void readsPrivateRecordsThroughALookup() {
    ResourceType<Hidden, NoOutputs> type =
        ResourceType.of(MethodHandles.lookup(), Hidden.class, NoOutputs.class);

    assertThat(type.spec().decode(Value.map(Map.of("name", Value.of("x")))))
        .isEqualTo(new Hidden("x"));
  }

  @ResourceSpec(type = "acme::Wide")
  record Wide(
      byte a,
      short b,
      long c,
      float d,
      double e,
      BigInteger f,
      BigDecimal g,
      Duration h,
      Value i,
      Value.MapValue j,
      @Nullable Integer k) {}

  @Test
  void knowsTheTypesThatAPropertyCanHave() {
    ResourceSchema schema = ResourceType.of(Wide.class, NoOutputs.class).schema();

    assertThat(schema.properties().values())
        .extracting(attribute -> attribute.type().toString())
        .containsExactly(
            "integer",
            "integer",
            "integer",
            "number",
            "number",
            "integer",
            "number",
            "string",
            "any",
            "map(any)",
            "integer");
    assertThat(schema.properties().get("a").constraints().minimum()).contains(new BigDecimal(-128));
    assertThat(schema.properties().get("f").constraints()).isEqualTo(Constraints.NONE);
  }

  @ResourceSpec(type = "acme::Broken", identity = "nowhere", visibilityBound = "soon")
  record Broken(
      @Property(writeOnly = true) String password,
      @Property(pattern = "[") String name,
      @Property(min = 3, max = 1) int size,
      @Property(min = 1) String notANumber,
      @Property(pattern = "x") int notAText,
      @Property(defaultValue = "x") int wrongDefault,
      @Property(defaultValue = "70000", max = 10) int farDefault,
      @Property(defaultValue = "hunter2") Secret<String> openSecret,
      @Property(keyedBy = "Key") List<Delivery> wrongKey,
      @Property(computed = true) String computed,
      Object anything,
      Map<Integer, String> numbered,
      @Property(name = "size") int again) {}

  @Test
  void saysAllThatIsWrongWithARecordAtOnce() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResourceType.of(Broken.class, NoOutputs.class))
        .satisfies(
            refused ->
                assertThat(refused.getMessage().lines().skip(1))
                    .containsExactlyInAnyOrder(
                        "- Broken.password: write-only, so a read cannot fill it: make it a Secret"
                            + " (withheld), or @Nullable",
                        "- Broken.name: the pattern is no regular expression",
                        "- Broken.size: min is greater than max",
                        "- Broken.notANumber: min and max are for numbers",
                        "- Broken.notAText: a pattern is for texts",
                        "- Broken.wrongDefault: the default is no value of its type",
                        "- Broken.farDefault: the default must be from -2147483648 to 10, but is"
                            + " 70000",
                        "- Broken.openSecret: a secret with a default, which everybody can read",
                        "- Broken.wrongKey: the items have no attribute Key",
                        "- Broken.computed: computed, so it can be absent: make it @Nullable",
                        "- Broken.anything: java.lang.Object is a type that cannot be a property;"
                            + " use boolean, a number, String, an enum, Duration, a record, List,"
                            + " Set or Map<String, …> of these, Secret or Value",
                        "- Broken.numbered: Map of these parameters is a type that cannot be a"
                            + " property; use boolean, a number, String, an enum, Duration, a"
                            + " record, List, Set or Map<String, …> of these, Secret or Value",
                        "- Broken.again: another component has the name size, too",
                        "- @ResourceSpec: there is no property nowhere",
                        "- @ResourceSpec: soon is not a duration like PT5M"));
  }

  record Unmarked(String name) {}

  @Test
  void refusesARecordWithoutTheAnnotation() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResourceType.of(Unmarked.class, NoOutputs.class))
        .withMessageContaining("Unmarked: it has no @ResourceSpec");
  }

  @Test
  void refusesOtherOutputsThanTheAnnotationSays() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResourceType.of(Queue.class, NoOutputs.class))
        .withMessageContaining("says that the outputs are Outputs, not NoOutputs");
  }

  @Test
  void refusesWhatIsNoRecord() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResourceType.of(String.class, NoOutputs.class))
        .withMessageContaining("String: it is not a record");
  }

  @Test
  void makesACatalog() {
    Catalog catalog = Catalog.of(TYPE, ResourceType.of(Tree.class, NoOutputs.class));

    assertThat(catalog.types()).containsExactly("acme::Queue", "acme::Tree");
    assertThat(catalog.schema("acme::Queue")).contains(SCHEMA);
    assertThat(catalog.schema("acme::Topic")).isEmpty();
  }
}
