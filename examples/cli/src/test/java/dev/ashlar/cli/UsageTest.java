package dev.ashlar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {
  @TempDir private Path directory;
  private Shell shell;

  @BeforeEach
  void open() {
    shell = new Shell(directory);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"convert", "template", "diff", "promote", "permissions", "report", "cheatsheet"})
  void aCommandOfALaterVersionSaysSoAndDoesNothing(String command) {
    Shell.Result result = shell.run(command, "x.yaml", "--to", "3");
    assertThat(result.exit()).isEqualTo(64);
    assertThat(result.err()).contains("ashlar " + command + " is not in this version yet");
    assertThat(directory).isEmptyDirectory();
  }

  @Test
  void anUnknownOptionIsAUsageErrorInBothFormats() {
    assertThat(shell.run("plan", "x.yaml", "--colour").exit()).isEqualTo(64);
    Shell.Result json = shell.run("plan", "x.yaml", "--colour", "--format", "json");
    assertThat(json.exit()).isEqualTo(64);
    assertThat(json.json().get("outcome").asText()).isEqualTo("usage");
  }

  @Test
  void noCommandAtAllShowsTheCommands() {
    Shell.Result result = shell.run();
    assertThat(result.exit()).isEqualTo(64);
    assertThat(result.err()).contains("validate").contains("destroy");
  }

  @Test
  void withoutATerminalNothingIsAppliedUnlessSaidYes() {
    String file = shell.file("a.yaml", Starter.text());
    Shell.Result result = shell.run("apply", file, "--state", shell.state());
    assertThat(result.exit()).isEqualTo(64);
    assertThat(result.err()).contains("--yes");
    assertThat(Files.exists(Path.of(shell.state(), "memory.json"))).isFalse();
  }

  @Test
  void atATerminalAnythingButYesAppliesNothing() {
    String file = shell.file("a.yaml", Starter.text());
    Shell.Result result = shell.typing("no\n", "apply", file, "--state", shell.state());
    assertThat(result.exit()).isEqualTo(130);
    assertThat(result.err()).contains("Apply this plan?");
    assertThat(result.out()).contains("Nothing was done.");
  }

  @Test
  void atATerminalYesApplies() {
    String file = shell.file("a.yaml", Starter.text());
    Shell.Result result = shell.typing("yes\n", "apply", file, "--state", shell.state());
    assertThat(result.exit()).as(result.err()).isZero();
    assertThat(result.out()).contains("2 created");
  }

  @Test
  void aFileThatIsNotThereIsADiagnosticAndNoStackTrace() {
    Shell.Result result = shell.run("validate", directory.resolve("none.yaml").toString());
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.err()).contains("none.yaml").doesNotContain("\tat ");
  }
}
