package dev.ashlar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Approvals and roles at the command line. */
class ApproveTest {
  @TempDir private Path folder;
  private Shell shell;
  private String environment;
  private String plan;

  @BeforeEach
  void documents() throws IOException {
    shell = new Shell(folder);
    shell.file(
        "shop.yaml",
        """
        apiVersion: ashlar.dev/v1
        kind: Blueprint
        metadata: { name: shop, version: 1.0.0 }
        resources:
          jobs: { type: memory::Queue }
        """);
    environment =
        shell.file(
            "env.yaml",
            """
            apiVersion: ashlar.dev/v1
            kind: Environment
            metadata: { name: shop }
            stage: production
            blueprint: ./shop.yaml
            approvals: { apply: [managers] }
            """);
    plan = folder.resolve("P.json").toString();
    roles("");
  }

  private void roles(String grants) throws IOException {
    Files.createDirectories(folder.resolve("state"));
    Files.writeString(
        folder.resolve("state/roles.yaml"),
        """
        apiVersion: ashlar.dev/v1
        kind: Roles
        members: { anna: builders, mara: managers }
        """
            + grants);
  }

  private Shell.Result run(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--state", folder.resolve("state").toString()));
    return shell.run(all.toArray(String[]::new));
  }

  @Test
  void aPlanIsAppliedOnceSomebodyElseHasApprovedIt() {
    Shell.Result planned = run("plan", environment, "--out", plan, "--as", "anna");
    assertThat(planned.exit()).isEqualTo(2);
    assertThat(planned.out()).contains("must be approved").contains("managers  apply");

    Shell.Result early = run("apply", plan, "--yes", "--as", "anna");
    assertThat(early.exit()).isEqualTo(3);
    assertThat(early.err()).contains("[approval.needed]").contains("ashlar approve P.json");

    Shell.Result own = run("approve", plan, "--as", "anna");
    assertThat(own.exit()).isEqualTo(3);
    assertThat(own.err()).contains("[approval.own]");

    Shell.Result approved = run("approve", plan, "--as", "mara", "--reason", "fine");
    assertThat(approved.out()).isEqualTo("approved\n");
    assertThat(approved.exit()).isZero();
    assertThat(run("apply", plan, "--yes", "--as", "anna").exit()).isZero();
  }

  @Test
  void aRejectedPlanIsRefused() {
    run("plan", environment, "--out", plan, "--as", "anna");
    Shell.Result rejected = run("approve", plan, "--reject", "--as", "mara", "--format", "json");
    assertThat(rejected.json().at("/result/status").asText()).isEqualTo("rejected");

    Shell.Result applied = run("apply", plan, "--yes", "--as", "anna", "--format", "json");
    assertThat(applied.exit()).isEqualTo(3);
    assertThat(applied.json().get("outcome").asText()).isEqualTo("denied");
    assertThat(applied.json().at("/diagnostics/0/code").asText()).isEqualTo("approval.rejected");
  }

  @Test
  void whatNoGrantAllowsIsDenied() throws IOException {
    roles("grants: [ { role: builders, permissions: [plan, apply], stages: production } ]\n");

    assertThat(run("plan", environment, "--as", "sid").exit()).isEqualTo(3);
    assertThat(run("plan", environment, "--out", plan, "--as", "anna").exit()).isEqualTo(2);
    Shell.Result approval = run("approve", plan, "--as", "mara");
    assertThat(approval.exit()).isEqualTo(3);
    assertThat(approval.err())
        .contains("mara has no permission approve")
        .contains("[access.denied]");
  }

  @Test
  void aGrantAtTheStageOfThePlanIsEnoughToApproveAndApplyIt() throws IOException {
    roles(
        """
        grants:
          - { role: builders, permissions: [plan, apply], stages: production }
          - { role: managers, permissions: approve, stages: production }
        """);

    run("plan", environment, "--out", plan, "--as", "anna");
    assertThat(run("approve", plan, "--as", "mara").out()).isEqualTo("approved\n");
    assertThat(run("apply", plan, "--yes", "--as", "anna").exit()).isZero();
  }

  @Test
  void rolesThatCannotBeReadAllowNothing() throws IOException {
    roles("grants: [ { role: builders, permissions: [plann] } ]\n");

    Shell.Result planned = run("plan", environment, "--as", "anna");
    assertThat(planned.exit()).isEqualTo(1);
    assertThat(planned.err()).contains("[blueprint.not-allowed]");
  }
}
