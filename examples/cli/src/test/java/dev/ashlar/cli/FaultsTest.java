package dev.ashlar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Bad files, broken records, several processes at once, and a process that is killed. */
class FaultsTest {
  private static final String SLOW =
      """
      apiVersion: ashlar.dev/v1
      kind: Blueprint
      metadata: { name: slow, version: 1.0.0 }
      resources:
        first: { type: memory::Value, properties: { input: one } }
        data: { type: memory::Database, properties: { Engine: POSTGRES, AdminPassword: "pa-ss-word-1", Name: "${first.output}" } }
        last: { type: memory::Value, properties: { input: "${data.Endpoint}" } }
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

  @Test
  void fileThatCannotBeReadIsAnErrorAndNothingElse() throws IOException {
    Path bytes = directory.resolve("bytes.yaml");
    Files.write(bytes, new byte[] {'a', ':', ' ', (byte) 0xff});
    assertThat(codes(ashlar("plan", directory.resolve("none.yaml").toString())))
        .containsExactly("blueprint.unreadable-file");
    assertThat(codes(ashlar("plan", directory.toString())))
        .containsExactly("blueprint.unreadable-file");
    assertThat(codes(ashlar("plan", bytes.toString()))).containsExactly("blueprint.not-utf8");
    assertThat(codes(ashlar("plan", shell.file("empty.yaml", ""))))
        .containsExactly("blueprint.empty-document");
    assertThat(Path.of(shell.state(), "environments")).doesNotExist();
  }

  @Test
  void stateDirectoryThatIsNoneIsAnError() {
    String file = shell.file("a.yaml", Starter.text());
    shell.file("state", "not a directory");
    assertThat(ashlar("plan", file).exit()).isEqualTo(1);
    assertThat(codes(ashlar("plan", file))).containsExactly("state.store-unreachable");
    assertThat(codes(ashlar("state", "list"))).containsExactly("usage.state-directory");
  }

  @Test
  void noRecordsAreAnErrorOfCommandsThatShowThem() throws IOException {
    Files.createDirectory(Path.of(shell.state()));
    assertThat(ashlar("state", "list").exit()).isEqualTo(1);
    assertThat(ashlar("output").exit()).isEqualTo(1);
  }

  @Test
  void parallelismIsAtLeastOne() {
    String file = shell.file("a.yaml", Starter.text());
    assertThat(ashlar("plan", file, "--parallelism", "0").exit()).isEqualTo(64);
    assertThat(ashlar("plan", file, "--parallelism", "many").exit()).isEqualTo(64);
  }

  @Test
  void recordsThatWereCutOffOrAlteredAreRefusedAndLeftAsTheyAre() throws IOException {
    String file = shell.file("a.yaml", Starter.text());
    assertThat(ashlar("apply", file, "--yes").exit()).isZero();
    for (Path log : logs()) {
      byte[] sound = Files.readAllBytes(log);
      byte[] altered = sound.clone();
      altered[sound.length / 2] ^= 1;
      for (byte[] broken : List.of(Arrays.copyOf(sound, sound.length / 2), altered)) {
        Files.write(log, broken);
        for (String command : List.of("plan", "apply", "destroy")) {
          Shell.Result result =
              command.equals("plan") ? ashlar(command, file) : ashlar(command, file, "--yes");
          assertThat(result.exit()).as(log + " " + command + result.out()).isEqualTo(1);
          assertThat(codes(result)).allSatisfy(code -> assertThat(code).startsWith("state."));
          assertThat(Files.readAllBytes(log)).isEqualTo(broken);
        }
      }
      Files.write(log, sound);
    }
    assertThat(ashlar("plan", file).exit()).isZero();
  }

  private List<Path> logs() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(shell.state(), "environments"))) {
      List<Path> logs = files.filter(path -> path.toString().endsWith(".log")).toList();
      assertThat(logs).isNotEmpty();
      return logs;
    }
  }

  @Test
  void twoProcessesAtOnceLoseNothingAndMakeNothingTwice() throws Exception {
    String file = shell.file("slow.yaml", SLOW);
    String[] apply = {"apply", file, "--yes", "--state", shell.state(), "--format", "json"};
    Process one = shell.start(apply);
    Process other = shell.start(apply);
    byte[] first = one.getInputStream().readAllBytes();
    byte[] second = other.getInputStream().readAllBytes();
    List<Integer> exits = List.of(one.waitFor(), other.waitFor());
    assertThat(exits)
        .as(new String(first, UTF_8) + new String(second, UTF_8))
        .contains(0)
        .isSubsetOf(0, 1, 4);
    assertThat(ashlar("plan", file).exit()).isZero();
    JsonNode objects = ashlar("state", "list").result().get("objects");
    assertThat(objects.findValuesAsText("status")).containsExactly("ready", "ready", "ready");
    assertThat(Files.readString(Path.of(shell.state(), "memory.json")).lines()).hasSize(3);
  }

  private void killWhileApplying(String file) throws Exception {
    Process process = shell.start("apply", file, "--yes", "--state", shell.state(), "--events");
    try (var events = process.errorReader()) {
      String line = events.readLine();
      while (line != null && !(line.contains("\"started\"") && line.contains("data#"))) {
        line = events.readLine();
      }
      assertThat(line).isNotNull();
      process.destroyForcibly();
    }
    process.waitFor();
  }

  @Test
  void afterAKillNothingIsPlannedBeforeRecoveryAndRecordsCanBeRead() throws Exception {
    String file = shell.file("slow.yaml", SLOW);
    killWhileApplying(file);
    Shell.Result plan = ashlar("plan", file);
    assertThat(plan.exit()).as(plan.out()).isEqualTo(4);
    assertThat(plan.json().get("outcome").asText()).isEqualTo("needs-decision");
    assertThat(codes(plan)).containsExactly("execution.recover-first");
    assertThat(ashlar("state", "list").exit()).isZero();
  }

  @Test
  void afterAKillApplyEndsWhatHadBegunAndGoesOn() throws Exception {
    String file = shell.file("slow.yaml", SLOW);
    killWhileApplying(file);

    Shell.Result apply = ashlar("apply", file, "--yes");

    assertThat(apply.exit()).as(apply.out()).isZero();
    assertThat(ashlar("plan", file).exit()).isZero();
    JsonNode objects = ashlar("state", "list").result().get("objects");
    assertThat(objects.findValuesAsText("status")).containsOnly("ready").hasSize(3);
  }

  @Test
  void afterAKillRecoverEndsWhatHadBegunAndNothingElse() throws Exception {
    String file = shell.file("slow.yaml", SLOW);
    killWhileApplying(file);

    Shell.Result recover = ashlar("recover", file);

    assertThat(recover.exit()).as(recover.out()).isZero();
    assertThat(ashlar("plan", file).exit()).isEqualTo(2);
    assertThat(ashlar("recover", file).result().get("changes")).isEmpty();
  }

  @Test
  void anAnswerMustBeOneOfTheChoices() throws Exception {
    String file = shell.file("slow.yaml", SLOW);

    assertThat(ashlar("recover", file, "--take", "data#1/create").exit()).isEqualTo(64);
    Shell.Result unasked = ashlar("recover", file, "--take", "data#1/create=retry");
    assertThat(unasked.exit()).isEqualTo(1);
    assertThat(codes(unasked)).containsExactly("execution.not-an-answer");
  }
}
