package dev.ashlar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One environment from its first plan to its end, each command in a process of its own. */
class LifeOfAnEnvironmentTest {
  private static final String FIRST =
      """
      apiVersion: ashlar.dev/v1
      kind: Blueprint
      metadata: { name: life, version: 1.0.0 }
      resources:
        a: { type: memory::Value, properties: { input: one } }
        b: { type: memory::Value, properties: { input: "${a.id}", replaceOn: x } }
      outputs:
        b: { value: "${b.output}" }
      """;

  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(directory);
  }

  private Shell.Result ashlar(String... arguments) {
    String[] all = new String[arguments.length + 4];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--state";
    all[arguments.length + 1] = shell.state();
    all[arguments.length + 2] = "--format";
    all[arguments.length + 3] = "json";
    return shell.process(all);
  }

  private String memory() throws IOException {
    return Files.readString(Path.of(shell.state(), "memory.json"));
  }

  @Test
  void fromTheFirstPlanToDestroy() throws IOException {
    String file = shell.file("life.yaml", FIRST);

    Shell.Result plan = ashlar("plan", file);
    assertThat(plan.exit()).as(plan.out() + plan.err()).isEqualTo(2);
    assertThat(plan.json().get("outcome").asText()).isEqualTo("changes");
    assertThat(plan.result().get("summary").get("create").asInt()).isEqualTo(2);

    Shell.Result apply = ashlar("apply", file, "--yes");
    assertThat(apply.exit()).as(apply.out() + apply.err()).isZero();
    assertThat(apply.json().get("serial").asInt()).isEqualTo(1);
    assertThat(memory().lines()).hasSize(2);

    Shell.Result again = ashlar("apply", file, "--yes");
    assertThat(again.exit()).isZero();
    assertThat(again.json().get("serial").asInt()).isEqualTo(1);
    assertThat(ashlar("plan", file).exit()).isZero();

    String edited =
        shell.file(
            "life.yaml",
            FIRST.replace("input: one", "input: two").replace("replaceOn: x", "replaceOn: y"));
    JsonNode summary = ashlar("plan", edited).result().get("summary");
    assertThat(summary.get("update").asInt()).isEqualTo(1);
    assertThat(summary.get("replace").asInt()).isEqualTo(1);
    assertThat(ashlar("apply", edited, "--yes").json().get("serial").asInt()).isEqualTo(2);
    assertThat(memory().lines()).hasSize(2);

    Shell.Result objects = ashlar("state", "list");
    assertThat(objects.result().get("objects").findValuesAsText("address"))
        .containsExactly("a", "b");
    assertThat(objects.result().get("objects").findValuesAsText("status"))
        .containsExactly("ready", "ready");
    assertThat(ashlar("output", "b").exit()).isZero();

    Shell.Result destroyed = ashlar("destroy", edited, "--yes");
    assertThat(destroyed.exit()).as(destroyed.out() + destroyed.err()).isZero();
    assertThat(destroyed.json().get("serial").asInt()).isEqualTo(3);
    assertThat(memory()).isEmpty();
    assertThat(ashlar("state", "list").result().get("objects")).isEmpty();
  }

  @Test
  void aPlanThatWasWrittenIsAppliedInAnotherProcessAndNeverTwice() {
    String file = shell.file("life.yaml", FIRST);
    String out = directory.resolve("P.json").toString();
    assertThat(ashlar("plan", file, "--out", out).exit()).isEqualTo(2);
    Shell.Result apply = ashlar("apply", out, "--yes");
    assertThat(apply.exit()).as(apply.out() + apply.err()).isZero();
    Shell.Result twice = ashlar("apply", out, "--yes");
    assertThat(twice.exit()).isEqualTo(1);
    assertThat(twice.json().get("diagnostics").findValuesAsText("code"))
        .containsExactly("execution.outdated-plan");
  }
}
