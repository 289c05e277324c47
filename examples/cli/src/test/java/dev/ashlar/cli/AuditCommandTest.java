package dev.ashlar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The audit log at the command line: kept by default, shown, verified. */
class AuditCommandTest {
  @TempDir private Path directory;
  private Shell shell;
  private Path log;

  @BeforeEach
  void apply() throws IOException {
    shell = new Shell(directory);
    String file = shell.file("a.yaml", Starter.text());
    Shell.Result applied =
        shell.run("apply", file, "--yes", "--as", "alice", "--state", shell.state());
    assertThat(applied.exit()).as(applied.err()).isZero();
    try (var files = Files.list(Path.of(shell.state(), "audit"))) {
      log = files.filter(each -> each.toString().endsWith(".jsonl")).findFirst().orElseThrow();
    }
  }

  @Test
  void anApplyIsShown() {
    Shell.Result shown = shell.run("audit", "show", "--state", shell.state());
    assertThat(shown.exit()).as(shown.err()).isZero();
    assertThat(shown.out()).contains("alice", "plan.made", "apply.began", "apply.ended");
    Shell.Result json =
        shell.run("audit", "show", log.toString(), "--format", "json", "--state", shell.state());
    assertThat(json.result().get("entries").get(0).get("specversion").asText()).isEqualTo("1.0");
  }

  @Test
  void whatIsExportedIsWhatIsKept() throws IOException {
    Shell.Result exported = shell.run("audit", "export", "--state", shell.state());
    assertThat(exported.out()).isEqualTo(Files.readString(log));
  }

  @Test
  void anAlteredLogIsFoundWithAndWithoutKeys() throws IOException {
    assertThat(shell.run("audit", "verify", log.toString()).exit()).isZero();
    assertThat(shell.run("audit", "verify", "--state", shell.state()).out()).contains("Intact");
    Files.writeString(log, Files.readString(log).replace("alice", "bobby"));
    assertThat(shell.run("audit", "verify", log.toString()).exit()).isEqualTo(1);
    Shell.Result found = shell.run("audit", "verify", "--state", shell.state());
    assertThat(found.exit()).isEqualTo(1);
    assertThat(found.err()).contains("audit.altered");
  }

  @Test
  void anAnchorIsSignedAndHeldAgainstTheLog() {
    String anchor = shell.run("audit", "anchor", "--state", shell.state()).out();
    String file = shell.file("anchor.json", anchor);
    assertThat(shell.run("audit", "verify", log.toString(), "--anchor", file).exit()).isZero();
    String other = shell.file("other.json", anchor.replace("\"number\":\"", "\"number\":\"9"));
    assertThat(shell.run("audit", "verify", log.toString(), "--anchor", other).exit()).isEqualTo(1);
  }

  @Test
  void whatIsYoungIsNotPruned() {
    Shell.Result pruned = shell.run("audit", "prune", "--days", "30", "--state", shell.state());
    assertThat(pruned.exit()).as(pruned.err()).isZero();
    assertThat(shell.run("audit", "verify", "--state", shell.state()).exit()).isZero();
  }

  @Test
  void changedKeysAreToldAndTheStateStaysReadable() {
    Shell.Result changed = shell.run("state", "rekey", "--state", shell.state());
    assertThat(changed.exit()).as(changed.err()).isZero();
    assertThat(shell.run("state", "rekey", "--forget", "--state", shell.state()).exit())
        .isEqualTo(64);
    Shell.Result forgotten =
        shell.run("state", "rekey", "--forget", "--yes", "--state", shell.state());
    assertThat(forgotten.exit()).as(forgotten.err()).isZero();
    assertThat(shell.run("state", "list", "--state", shell.state()).exit()).isZero();
    assertThat(shell.run("audit", "show", "--state", shell.state()).out()).contains("keys.changed");
    assertThat(shell.run("audit", "verify", "--state", shell.state()).exit()).isZero();
  }
}
