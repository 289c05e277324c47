package dev.ashlar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which serials there are to go back to. */
class SerialsCommandTest {
  private static final String HEAD =
      "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: shop, version: 1.0.0 }\n";

  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(directory);
  }

  private String applied(String resources) {
    String file = shell.file("shop.yaml", HEAD + "resources: { " + resources + " }\n");
    assertThat(shell.run("apply", file, "--yes", "--state", shell.state()).exit()).isZero();
    return file;
  }

  @Test
  void eachIsALineTheNewestFirst() {
    applied("a: { type: memory::Value, properties: { input: one } }");
    String file =
        applied(
            "a: { type: memory::Value, properties: { input: two } },"
                + " b: { type: memory::Value, properties: { input: three } }");

    String[] lines =
        shell.run("state", "serials", file, "--state", shell.state()).out().split("\\R");

    assertThat(lines).hasSize(4);
    assertThat(lines[0]).matches("serial +time +outcome +what it did +objects +plan");
    assertThat(lines[1])
        .matches("2 \\(now\\) +\\S+T\\S+Z +done +1 created, 1 changed +2 +[0-9a-f]{12}");
    assertThat(lines[2]).matches("1 +\\S+T\\S+Z +done +1 created +1 +[0-9a-f]{12}");
    assertThat(lines[3]).matches("0 +- +- +- +0 +-");
  }

  @Test
  void withoutAFileTheOnlyEnvironmentIsMeant() {
    applied("a: { type: memory::Value, properties: { input: one } }");

    Shell.Result result =
        shell.run("state", "serials", "--state", shell.state(), "--format", "json");

    assertThat(result.exit()).isZero();
    JsonNode first = result.result().get("serials").get(0);
    assertThat(first.get("serial").asInt()).isEqualTo(1);
    assertThat(first.get("current").asBoolean()).isTrue();
    assertThat(first.get("outcome").asText()).isEqualTo("done");
    assertThat(first.get("plan").asText()).hasSize(64);
    assertThat(first.get("created").asInt()).isEqualTo(1);
    assertThat(result.json().get("serial").asInt()).isEqualTo(1);
  }

  @Test
  void everyOneBeforeTheNewestCanBeRolledBackTo() {
    applied("a: { type: memory::Value, properties: { input: one } }");
    String file = applied("a: { type: memory::Value, properties: { input: two } }");

    for (String serial : new String[] {"1", "0"}) {
      Shell.Result plan =
          shell.run(
              "plan",
              file,
              "--rollback",
              "--to",
              serial,
              "--state",
              shell.state(),
              "--format",
              "json");
      assertThat(plan.exit()).as(plan.out()).isEqualTo(2);
    }
  }

  @Test
  void whereNothingIsRecordedItSaysWhatToDo() {
    Shell.Result result = shell.run("state", "serials", "--state", shell.state());

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("apply something first");
  }

  @Test
  void validateTellsMissingParametersAndMistakesInOneGo() {
    String file =
        shell.file(
            "shop.yaml",
            HEAD
                + "parameters: { size: { type: integer } }\n"
                + "resources: { a: { type: memory::Value, properties: { inptu: 1 }, lifecyle: {} }"
                + " }\n");

    assertThat(
            shell
                .run("validate", file, "--state", shell.state(), "--format", "json")
                .json()
                .get("diagnostics")
                .findValuesAsText("code"))
        .contains(
            "blueprint.missing-parameter", "schema.unknown-property", "blueprint.unknown-key");
  }
}
