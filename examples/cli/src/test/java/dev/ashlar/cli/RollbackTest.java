package dev.ashlar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going back: asked for, and by itself after a failure. */
class RollbackTest {
  private static final String HEAD =
      "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: shop, version: 1.0.0 }\n";
  private static final String ONE =
      HEAD + "resources: { a: { type: memory::Value, properties: { input: one } } }\n";
  private static final String TWO =
      HEAD
          + """
          resources:
            a: { type: "memory::Value", properties: { input: two } }
            b: { type: "memory::Value", properties: { input: "${a.id}" } }
          """;

  /** The second subnet overlaps the first one, which the cloud refuses. */
  private static final String FAILING =
      HEAD
          + """
          resources:
            net: { type: "memory::Network", properties: { CidrBlock: 10.0.0.0/16 } }
            one: { type: "memory::Subnet", properties: { NetworkId: "${net.id}", CidrBlock: 10.0.1.0/24 } }
            two:
              type: "memory::Subnet"
              properties: { NetworkId: "${net.id}", CidrBlock: 10.0.1.0/24 }
              dependsOn: [one]
            last: { type: "memory::Value", properties: { input: "${two.id}" } }
            other: { type: "memory::Value", properties: { input: "${one.id}" } }
          """;

  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(directory);
  }

  private Shell.Result ashlar(String... arguments) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 4);
    all[arguments.length] = "--state";
    all[arguments.length + 1] = shell.state();
    all[arguments.length + 2] = "--format";
    all[arguments.length + 3] = "json";
    return shell.run(all);
  }

  private static List<String> codes(Shell.Result result) {
    return result.json().get("diagnostics").findValuesAsText("code");
  }

  private List<String> recorded() {
    return ashlar("state", "list").result().get("objects").findValuesAsText("address");
  }

  private String environment(String onFailure) {
    shell.file("failing.yaml", FAILING);
    return shell.file(
        "environment.yaml",
        "apiVersion: ashlar.dev/v1\nkind: Environment\nmetadata: { name: shop }\n"
            + "blueprint: ./failing.yaml\nonFailure: "
            + onFailure
            + "\n");
  }

  @Test
  void rollbackUndoesTheLastRun() {
    String file = shell.file("shop.yaml", ONE);
    assertThat(ashlar("apply", file, "--yes").exit()).isZero();
    shell.file("shop.yaml", TWO);
    assertThat(ashlar("apply", file, "--yes").exit()).isZero();

    Shell.Result plan = ashlar("plan", file, "--rollback");
    assertThat(plan.exit()).isEqualTo(2);
    assertThat(plan.result().get("restores").asInt()).isEqualTo(1);
    Shell.Result back = ashlar("rollback", file, "--yes");

    assertThat(back.exit()).as(back.out() + back.err()).isZero();
    assertThat(back.json().get("serial").asInt()).isEqualTo(3);
    JsonNode undone = back.result().get("rollback");
    assertThat(undone.get("complete").asBoolean()).isTrue();
    assertThat(undone.get("notRestored")).isEmpty();
    assertThat(recorded()).containsExactly("a");
    shell.file("shop.yaml", ONE);
    assertThat(ashlar("plan", file).exit()).isZero();
  }

  @Test
  void rollbackGoesBackToAnEarlierSerial() {
    String file = shell.file("shop.yaml", ONE);
    ashlar("apply", file, "--yes");
    shell.file("shop.yaml", TWO);
    ashlar("apply", file, "--yes");

    assertThat(ashlar("rollback", file, "--to", "0", "--yes").exit()).isZero();
    assertThat(recorded()).isEmpty();
    assertThat(codes(ashlar("plan", file, "--rollback", "--to", "3")))
        .containsExactly("plan.rollback-serial");
    Shell.Result redone = ashlar("rollback", file, "--to", "2", "--yes");
    assertThat(redone.exit()).isZero();
    assertThat(redone.result().get("rollback").get("recreated")).hasSize(2);
    assertThat(ashlar("plan", file).exit()).isZero();
  }

  @Test
  void withoutATerminalOrWithoutARollbackItIsAMisuse() {
    String file = shell.file("shop.yaml", ONE);

    assertThat(ashlar("rollback", file).exit()).isEqualTo(64);
    assertThat(ashlar("plan", file, "--to", "1").exit()).isEqualTo(64);
  }

  @Test
  void whereThereIsNothingToUndoNothingIsDone() {
    String file = shell.file("shop.yaml", ONE);

    Shell.Result back = ashlar("rollback", file, "--yes");

    assertThat(back.exit()).isZero();
    assertThat(codes(back)).containsExactly("plan.nothing-to-undo");
  }

  @Test
  void aRunThatFailsIsUndoneWhereTheEnvironmentAsksForIt() {
    String file = environment("rollback");

    Shell.Result failed = ashlar("apply", file, "--yes");

    assertThat(failed.exit()).as(failed.out() + failed.err()).isEqualTo(5);
    assertThat(failed.json().get("outcome").asText()).isEqualTo("rolled-back");
    assertThat(failed.result().get("rollback").get("complete").asBoolean()).isTrue();
    assertThat(codes(failed)).contains("execution.conflict");
    assertThat(recorded()).isEmpty();
    Shell.Result told = shell.run("apply", file, "--yes", "--state", shell.state());
    assertThat(told.exit()).isEqualTo(5);
    assertThat(told.out()).contains("failed and rolled back").contains("everything is as it was");
  }

  @Test
  void continueSkipsOnlyWhatDependsOnTheFailureAndStopBeginsNothingMore() {
    String file = environment("continue");

    Shell.Result failed = ashlar("apply", file, "--yes");

    assertThat(failed.exit()).isEqualTo(1);
    assertThat(failed.json().get("outcome").asText()).isEqualTo("failed");
    assertThat(failed.result().has("rollback")).isFalse();
    assertThat(recorded()).containsExactly("net", "one", "other");
  }
}
