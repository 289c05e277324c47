package dev.ashlar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What programs read: the envelope, plans, results, events, and what every command gives. */
class DocumentsForProgramsTest {
  private static final String BLUEPRINT =
      """
      apiVersion: ashlar.dev/v1
      kind: Blueprint
      metadata: { name: programs, version: 1.0.0 }
      parameters:
        names: { type: list, items: { type: string }, default: [x] }
        word: { type: string, default: one }
      resources:
        a: { type: memory::Value, properties: { input: "${params.word}" } }
        b: { type: memory::Value, properties: { input: "${a.id}", replaceOn: "${params.word}" } }
        many:
          type: memory::Value
          forEach: "${params.names}"
          properties: { input: "${each.key}" }
      outputs:
        word: { value: "${a.output}" }
      """;

  @TempDir private Path directory;
  private Shell shell;
  private String file;

  @BeforeEach
  void open() {
    shell = new Shell(directory);
    file = shell.file("programs.yaml", BLUEPRINT);
  }

  private Shell.Result ashlar(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--state", shell.state(), "--format", "json"));
    return shell.run(all.toArray(String[]::new));
  }

  private void applied(String... more) {
    List<String> all = new ArrayList<>(List.of("apply", file, "--yes"));
    all.addAll(List.of(more));
    Shell.Result result = ashlar(all.toArray(String[]::new));
    assertThat(result.exit()).as(result.out()).isZero();
  }

  private static List<String> codes(Shell.Result result) {
    return result.json().get("diagnostics").findValuesAsText("code");
  }

  @Test
  void theEnvelopeHasTheSameSixFieldsWhateverHappens() {
    for (Shell.Result result :
        List.of(
            ashlar("plan", file),
            ashlar("plan", "none.yaml"),
            ashlar("plan"),
            ashlar("state", "show"),
            ashlar("types"))) {
      assertThat(result.json().fieldNames())
          .toIterable()
          .containsExactly("command", "outcome", "environment", "serial", "diagnostics", "result");
      assertThat(result.err()).isEmpty();
    }
    assertThat(ashlar("state", "show").json().get("command").asText()).isEqualTo("state show");
  }

  @Test
  void aPlanHasEverythingThatAReviewNeeds() {
    Shell.Result plan = ashlar("plan", file);
    assertThat(plan.exit()).isEqualTo(2);
    assertThat(plan.result().fieldNames())
        .toIterable()
        .contains("digest", "seal", "follows", "environment", "serial", "summary", "changes");
    assertThat(plan.result().get("outputs").has("word")).isTrue();
    JsonNode change = plan.result().get("changes").get(0);
    assertThat(change.fieldNames())
        .toIterable()
        .contains(
            "id",
            "object",
            "address",
            "type",
            "action",
            "reason",
            "attributes",
            "dependsOn",
            "risk",
            "compensation",
            "policies",
            "source");
    assertThat(change.get("id").asText()).isEqualTo("a#1/create");
    assertThat(change.get("source").get("line").asInt()).isEqualTo(8);
    assertThat(change.get("attributes").get(0).fieldNames())
        .toIterable()
        .contains("path", "before", "after", "unknown", "sensitive", "requiresReplace");
    assertThat(change.get("attributes").get(0).get("path").asText()).isEqualTo("/input");
  }

  @Test
  void aReplacementIsTwoEntriesAndCountedOnceAndNoOpsAreOnlyCounted() {
    applied();
    JsonNode plan = ashlar("plan", file, "--param", "word=two").result();
    assertThat(plan.get("summary").get("replace").asInt()).isEqualTo(1);
    assertThat(plan.get("summary").get("delete").asInt()).isZero();
    assertThat(plan.get("summary").get("no-op").asInt()).isEqualTo(1);
    assertThat(plan.get("changes")).hasSize(3);
    assertThat(plan.get("changes").findValuesAsText("id"))
        .contains("a#1/update", "b#2/replace", "b#1/delete");
    for (JsonNode change : plan.get("changes")) {
      if (change.get("action").asText().equals("replace")) {
        assertThat(change.has("order")).isTrue();
      } else if (change.get("action").asText().equals("delete")) {
        assertThat(change.get("reason").asText()).isEqualTo("replaced");
      }
    }
  }

  @Test
  void theResultOfAnApplyTellsOfEveryChange() {
    JsonNode result = ashlar("apply", file, "--yes").result();
    assertThat(result.get("changes").findValuesAsText("outcome"))
        .containsExactly("done", "done", "done");
    assertThat(result.get("changes").get(0).get("duration").isNumber()).isTrue();
    assertThat(result.get("outputs").get("word").asText()).isEqualTo("one");
    assertThat(result.get("deferred")).isEmpty();
    assertThat(result.get("decisions")).isEmpty();
    assertThat(result.get("rounds")).hasSize(1);
  }

  @Test
  void eventsAreLinesOfJsonOnStandardError() throws IOException {
    Shell.Result result = ashlar("apply", file, "--yes", "--events");
    assertThat(result.exit()).isZero();
    assertThat(result.json().get("outcome").asText()).isEqualTo("done");
    List<String> lines = result.err().lines().toList();
    assertThat(lines).hasSizeGreaterThan(5).allSatisfy(line -> assertThat(line).startsWith("{"));
    assertThat(lines).anySatisfy(line -> assertThat(line).contains("\"event\":\"finished\""));
  }

  @Test
  void parametersAreTypedAndComeFromTextJsonVariablesAndFiles() {
    String text = shell.file("word.txt", "from a file");
    JsonNode plan =
        ashlar("plan", file, "--param", "names=[\"p\",\"q\"]", "--param", "word=@file:" + text)
            .result();
    assertThat(plan.get("changes").findValuesAsText("address"))
        .contains("many[\"p\"]", "many[\"q\"]");
    assertThat(plan.toString()).contains("from a file");
    assertThat(codes(ashlar("plan", file, "--param", "word=@env:ASHLAR_NOBODY_SETS_THIS")))
        .containsExactly("blueprint.bad-value");
    assertThat(codes(ashlar("plan", file, "--param", "wrod=x")))
        .containsExactly("blueprint.unknown-parameter");
  }

  @Test
  void aPlanThatWasAlteredIsRefused() throws IOException {
    Path out = directory.resolve("P.json");
    assertThat(ashlar("plan", file, "--out", out.toString()).exit()).isEqualTo(2);
    String plan = Files.readString(out);
    Files.writeString(out, plan.replace("\"one\"", "\"two\""));
    Shell.Result altered = ashlar("apply", out.toString(), "--yes");
    assertThat(altered.exit()).isEqualTo(1);
    assertThat(codes(altered)).isNotEmpty();
    Files.writeString(out, plan.substring(0, plan.length() / 2));
    Shell.Result cut = ashlar("apply", out.toString(), "--yes");
    assertThat(cut.exit()).isEqualTo(1);
    assertThat(codes(cut)).containsExactly("plan.unreadable");
    assertThat(directory.resolve("state/memory.json"))
        .satisfiesAnyOf(
            path -> assertThat(path).doesNotExist(), path -> assertThat(path).isEmptyFile());
  }

  @Test
  void whatWasChangedBehindTheEnginesBackIsDriftAndIsRepaired() {
    applied();
    MemoryCloud cloud = MemoryCloud.builder().file(Path.of(shell.state(), "memory.json")).build();
    String id =
        ashlar("state", "show", "a").result().get("objects").get(0).get("identity").asText();
    cloud.tamper("memory::Value", id, properties -> properties.with("input", Value.of("other")));
    Shell.Result drift = ashlar("drift", file);
    assertThat(drift.exit()).isEqualTo(2);
    assertThat(drift.json().get("outcome").asText()).isEqualTo("drift");
    JsonNode found = drift.result().get("drifts").get(0);
    assertThat(found.get("address").asText()).isEqualTo("a");
    assertThat(found.get("differences").get(0).get("actual").asText()).isEqualTo("other");
    assertThat(ashlar("drift", file, "--repair").exit()).isEqualTo(64);
    assertThat(ashlar("drift", file, "--repair", "--yes").exit()).isZero();
    assertThat(ashlar("drift", file).exit()).isZero();
    cloud.remove("memory::Value", id);
    assertThat(ashlar("drift", file).result().get("drifts").get(0).get("missing").asBoolean())
        .isTrue();
  }

  @Test
  void anObjectThatExistsIsTakenOver() {
    MemoryCloud cloud = MemoryCloud.builder().file(Path.of(shell.state(), "memory.json")).build();
    String id = cloud.add("memory::Value", Value.MapValue.EMPTY.with("input", Value.of("one")));
    Shell.Result taken = ashlar("import", file, "a", id, "--yes");
    assertThat(taken.exit()).as(taken.out()).isZero();
    assertThat(ashlar("state", "list").result().get("objects").findValuesAsText("identity"))
        .containsExactly(id);
    assertThat(ashlar("import", file, "[", id, "--yes").exit()).isEqualTo(64);
  }

  @Test
  void recordsAreShownWithoutAnyFile() {
    applied();
    JsonNode object = ashlar("state", "list").result().get("objects").get(0);
    assertThat(object.fieldNames()).toIterable().contains("address", "type", "identity", "status");
    assertThat(ashlar("output", "word").result().asText()).isEqualTo("one");
    assertThat(ashlar("output", "wrod").exit()).isEqualTo(1);
    assertThat(ashlar("state", "show", "nothing").exit()).isEqualTo(1);
  }

  @Test
  void whereSeveralEnvironmentsAreOneHasToBeNamed() {
    applied();
    applied("--environment", "second");
    assertThat(ashlar("state", "list").exit()).isEqualTo(64);
    Shell.Result second = ashlar("state", "list", "--environment", "second");
    assertThat(second.json().get("environment").asText()).isEqualTo("second");
    assertThat(ashlar("state", "list", "--environment", "third").exit()).isEqualTo(1);
  }

  @Test
  void typesSchemasAndGraphsAreThereForForms() {
    assertThat(ashlar("types", "memory::Data").result().get("types"))
        .hasSize(1)
        .allSatisfy(type -> assertThat(type.asText()).isEqualTo("memory::Database"));
    assertThat(ashlar("schema", "memory::Database").result().has("$schema")).isTrue();
    assertThat(ashlar("schema", "memory::Databse").exit()).isEqualTo(1);
    assertThat(ashlar("graph", file).result().get("mermaid").asText()).startsWith("flowchart");
    assertThat(ashlar("validate", file).result().get("resources").asInt()).isEqualTo(3);
  }

  @Test
  void aProblemIsExplainedByItsCodeAndAChangeByItsId() {
    assertThat(ashlar("explain", "blueprint.unknown-key").result().get("explanation").asText())
        .contains("misspelt");
    Shell.Result near = ashlar("explain", "blueprint.unknown-ky");
    assertThat(near.exit()).isEqualTo(1);
    assertThat(near.out()).contains("Did you mean blueprint.unknown-key?");
    String out = directory.resolve("P.json").toString();
    assertThat(ashlar("plan", file, "--out", out).exit()).isEqualTo(2);
    JsonNode change = ashlar("explain", out, "a#1/create").result().get("changes").get(0);
    assertThat(change.get("attributes").get(0).get("expression").asText()).isEqualTo("params.word");
    assertThat(ashlar("explain", out, "a#1/creat").out()).contains("Did you mean a#1/create?");
  }

  @Test
  void onlyOutputsThatChangeAreChanges() {
    applied();
    shell.file("programs.yaml", BLUEPRINT.replace("${a.output}", "${a.output}!"));
    Shell.Result plan = ashlar("plan", file);
    assertThat(plan.exit()).isEqualTo(2);
    assertThat(plan.result().get("changes")).isEmpty();
  }
}
