package dev.ashlar.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Ashlar;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import java.util.List;
import org.junit.jupiter.api.Test;

class CanvasTranslatorTest {
  private static final String NETWORK =
      """
      { "id": "n1", "position": { "x": 1, "y": 2 }, "data": { "name": "network",
        "type": "memory::Network", "properties": { "CidrBlock": "10.0.0.0/16" } } }\
      """;
  private static final String SUBNET =
      """
      { "id": "n2", "data": { "name": "subnet",
        "type": "memory::Subnet", "properties": { "CidrBlock": "10.0.1.0/24", "Zone": "a" } } }\
      """;
  private static final String KEY =
      """
      { "id": "n3", "data": { "name": "key", "type": "memory::Key" } }\
      """;
  private static final String BUCKET =
      """
      { "id": "n4", "data": { "name": "uploads",
        "type": "memory::Bucket", "properties": { "Name": "uploads" } } }\
      """;
  private static final String ENTRANCE =
      """
      { "id": "n5", "data": { "name": "entrance", "type": "memory::LoadBalancer",
        "properties": { "Listeners": [ { "Port": 443, "Protocol": "HTTPS" } ] } } }\
      """;

  private static String drawing(String nodes, String edges) {
    return "{ \"name\": \"shop\", \"nodes\": [" + nodes + "], \"edges\": [" + edges + "] }";
  }

  private static String arrow(String id, String from, String to, String data) {
    return "{ \"id\": \"%s\", \"source\": \"%s\", \"target\": \"%s\", \"data\": %s }"
        .formatted(id, from, to, data);
  }

  private static Checked<Blueprint> translate(String drawing) {
    return CanvasTranslator.translate(CanvasReader.read(drawing).orThrow());
  }

  private static Plan plan(String drawing) {
    try (Ashlar ashlar = Ashlar.builder().addProvider(MemoryCloud.create()).build()) {
      Environment shop = Environment.of("shop", translate(drawing).orThrow());
      return ashlar.open(shop).plan().join();
    }
  }

  private static AttributeChange attribute(Plan plan, String box, String property) {
    return change(plan, box).attributes().stream()
        .filter(attribute -> attribute.path().toString().equals(property))
        .findFirst()
        .orElseThrow();
  }

  private static Change change(Plan plan, String box) {
    return plan.changes().stream()
        .filter(change -> change.address().toString().equals(box))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> problems(String drawing) {
    return translate(drawing).diagnostics().stream().map(CanvasTranslatorTest::line).toList();
  }

  private static String line(Diagnostic diagnostic) {
    return diagnostic.canvas().orElse("?") + " " + diagnostic.code() + ": " + diagnostic.detail();
  }

  @Test
  void aBoxBecomesAResource() {
    Plan plan = plan(drawing(NETWORK, ""));
    assertThat(plan.changes()).hasSize(1);
    assertThat(change(plan, "network").type()).isEqualTo("memory::Network");
    assertThat(attribute(plan, "network", "CidrBlock").after()).hasToString("10.0.0.0/16");
  }

  @Test
  void anArrowBecomesAReferenceToTheIdWhereItNamesNoOutput() {
    Plan plan =
        plan(
            drawing(
                NETWORK + "," + SUBNET,
                arrow("e1", "n1", "n2", "{ \"property\": \"NetworkId\" }")));
    assertThat(attribute(plan, "subnet", "NetworkId").unknown()).isTrue();
    assertThat(attribute(plan, "subnet", "NetworkId").expression())
        .hasValue("resources.network.id");
    assertThat(change(plan, "subnet").dependsOn()).containsExactly(change(plan, "network").id());
  }

  @Test
  void anArrowCarriesTheOutputThatItNames() {
    Plan plan =
        plan(
            drawing(
                KEY + "," + BUCKET,
                arrow(
                    "e1", "n4", "n3", "{ \"output\": \"Name\", \"property\": \"Description\" }")));
    assertThat(attribute(plan, "key", "Description").after()).hasToString("uploads");
  }

  @Test
  void dotsLeadIntoObjects() {
    Plan plan =
        plan(
            drawing(
                KEY
                    + ","
                    + BUCKET.replace(
                        "\"uploads\" } }",
                        "\"uploads\", \"Encryption\": {\"Algorithm\": \"KEY\"} } }"),
                arrow("e1", "n3", "n4", "{ \"property\": \"Encryption.KeyId\" }")));
    assertThat(attribute(plan, "uploads", "Encryption").unknown()).isTrue();
    assertThat(change(plan, "uploads").dependsOn()).containsExactly(change(plan, "key").id());
  }

  @Test
  void bracketsAddToLists() {
    String back =
        SUBNET.replace("n2", "n6").replace("\"subnet\"", "\"back\"").replace(".1.0", ".2.0");
    String network = "{ \"property\": \"NetworkId\" }";
    String subnets = "{ \"property\": \"SubnetIds[]\" }";
    Plan plan =
        plan(
            drawing(
                String.join(",", NETWORK, SUBNET, back, ENTRANCE),
                String.join(
                    ",",
                    arrow("e1", "n1", "n2", network),
                    arrow("e2", "n1", "n6", network),
                    arrow("e3", "n2", "n5", subnets),
                    arrow("e4", "n6", "n5", subnets))));
    assertThat(attribute(plan, "entrance", "SubnetIds").after())
        .hasToString("[(known after apply), (known after apply)]");
    assertThat(change(plan, "entrance").dependsOn())
        .containsExactlyInAnyOrder(change(plan, "back").id(), change(plan, "subnet").id());
  }

  @Test
  void changesNameTheirBox() {
    assertThat(change(plan(drawing(NETWORK, "")), "network").canvas()).hasValue("n1");
  }

  @Test
  void movingABoxChangesNothing() {
    String drawing = drawing(NETWORK, "");
    String moved = drawing.replace("\"x\": 1, \"y\": 2", "\"x\": 70, \"y\": 80");
    assertThat(moved).isNotEqualTo(drawing);
    assertThat(plan(moved).digest()).isEqualTo(plan(drawing).digest());
  }

  @Test
  void anArrowToABoxThatIsNotThereIsNamed() {
    assertThat(problems(drawing(NETWORK, arrow("e1", "n1", "n9", "{}"))))
        .containsExactly(
            "e1 canvas.dangling-arrow: It points to box n9, which is not there or has no usable"
                + " name.");
    assertThat(problems(drawing(NETWORK, arrow("e1", "n8", "n1", "{}"))))
        .containsExactly(
            "e1 canvas.dangling-arrow: It starts at box n8, which is not there or has no usable"
                + " name.");
  }

  @Test
  void twoBoxesOfOneNameAreTold() {
    assertThat(problems(drawing(NETWORK + "," + NETWORK.replace("n1", "n7"), "")))
        .containsExactly(
            "n7 canvas.duplicate-name: network is another box already; call this one otherwise.");
  }

  @Test
  void aNameThatNoArrowCouldUseIsTold() {
    assertThat(problems(drawing(KEY.replace("\"key\"", "\"my key\""), "")))
        .containsExactly("n3 canvas.bad-name: my key has more in it than letters, digits and _.");
    assertThat(problems(drawing(KEY.replace("\"key\"", "\"\""), "")))
        .containsExactly("n3 canvas.bad-name: Give it one.");
  }

  @Test
  void anArrowSaysWhatFlowsWhere() {
    assertThat(problems(drawing(NETWORK + "," + SUBNET, arrow("e1", "n1", "n2", "{}"))))
        .containsExactly("e1 canvas.unclear-arrow: Choose which property of subnet it fills.");
    assertThat(
            problems(
                drawing(
                    NETWORK + "," + SUBNET,
                    arrow("e1", "n1", "n2", "{ \"output\": \"a} b\", \"property\": \"Zone\" }"))))
        .containsExactly("e1 canvas.unclear-arrow: Choose which output of network it carries.");
  }

  @Test
  void aPropertyIsFilledOnce() {
    for (String taken : List.of("Zone", "Zone.Name", "Zone[]")) {
      assertThat(
              problems(
                  drawing(
                      NETWORK + "," + SUBNET,
                      arrow("e1", "n1", "n2", "{ \"property\": \"" + taken + "\" }"))))
          .containsExactly(
              "e1 canvas.taken-property: "
                  + taken
                  + " of subnet has a value; remove that, or this arrow.");
    }
  }

  @Test
  void whatTheEngineFindsNamesTheBoxToo() {
    try (Ashlar ashlar = Ashlar.builder().addProvider(MemoryCloud.create()).build()) {
      String wrong = drawing(NETWORK.replace("CidrBlock", "CidrBlok"), "");
      assertThat(ashlar.open(Environment.of("shop", translate(wrong).orThrow())).check().join())
          .isNotEmpty()
          .allSatisfy(problem -> assertThat(problem.canvas()).hasValue("n1"));
    }
  }

  @Test
  void allProblemsOfADrawingAreToldAtOnce() {
    assertThat(
            problems(
                drawing(
                    NETWORK
                        + ","
                        + NETWORK.replace("n1", "n7")
                        + ","
                        + KEY.replace("\"key\"", "\"\""),
                    arrow("e1", "n1", "n9", "{}"))))
        .hasSize(3);
  }

  @Test
  void whatIsNoDrawingIsRefusedWithoutAnException() {
    assertThat(CanvasReader.read("{ \"nodes\": [\n oops").diagnostics())
        .extracting(CanvasTranslatorTest::line)
        .containsExactly("? canvas.not-a-drawing: It is not JSON, see line 2.");
    assertThat(CanvasReader.read("[]").diagnostics())
        .extracting(CanvasTranslatorTest::line)
        .containsExactly("? canvas.not-a-drawing: It has no list called nodes.");
    assertThat(CanvasReader.read("").isSound()).isFalse();
  }
}
