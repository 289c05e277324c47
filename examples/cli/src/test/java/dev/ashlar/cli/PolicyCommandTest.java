package dev.ashlar.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Policies at the command line. */
class PolicyCommandTest {
  @TempDir private Path folder;
  private Shell shell;
  private String blueprint;
  private String environment;

  @BeforeEach
  void documents() {
    shell = new Shell(folder);
    blueprint =
        shell.file(
            "shop.yaml",
            """
            apiVersion: ashlar.dev/v1
            kind: Blueprint
            metadata: { name: shop, version: 1.0.0 }
            resources:
              uploads: { type: memory::Bucket, source: { canvas: node-7 } }
              a: { type: memory::Value, properties: { input: one } }
              b: { type: memory::Value, properties: { input: "${a.id}" } }
            """);
    shell.file(
        "acme.yaml",
        """
        apiVersion: ashlar.dev/v1
        kind: PolicyPack
        metadata: { name: acme }
        policies:
          - id: no-identifiers
            severity: deny
            match: { types: memory::Value }
            assert: "!resource.input.startsWith('value-')"
            message: "${change.address} holds an identifier."
        """);
    shell.file(
        "acme.test.yaml",
        """
        apiVersion: ashlar.dev/v1
        kind: PolicyTest
        metadata: { name: acme }
        pack: ./acme.yaml
        cases:
          - { policy: no-identifiers, type: memory::Value, resource: { input: one }, expect: pass }
          - { policy: no-identifiers, type: memory::Value, resource: { input: value-1 }, expect: deny }
        """);
    environment =
        shell.file(
            "env.yaml",
            """
            apiVersion: ashlar.dev/v1
            kind: Environment
            metadata: { name: shop }
            blueprint: ./shop.yaml
            policies: [ baseline, ./acme.yaml ]
            """);
  }

  private String[] with(String... arguments) {
    String[] all = new String[arguments.length + 2];
    System.arraycopy(arguments, 0, all, 0, arguments.length);
    all[arguments.length] = "--state";
    all[arguments.length + 1] = folder.resolve("state").toString();
    return all;
  }

  @Test
  void whatIsDeniedIsShownAndNotApplied() {
    Shell.Result plan = shell.run(with("plan", environment, "--format", "json"));

    assertThat(plan.exit()).isEqualTo(3);
    assertThat(plan.json().get("outcome").asText()).isEqualTo("denied");
    JsonNode denied = plan.json().get("diagnostics").get(0);
    assertThat(denied.get("code").asText()).isEqualTo("policy.denied");
    assertThat(denied.get("canvas").asText()).isEqualTo("node-7");
    JsonNode change = null;
    for (JsonNode each : plan.result().get("changes")) {
      change = each.get("address").asText().equals("uploads") ? each : change;
    }
    assertThat(change).isNotNull();
    assertThat(change.get("policies").get(0).get("id").asText())
        .isEqualTo("memory-bucket-encrypted");
    assertThat(change.get("policies").get(0).get("outcome").asText()).isEqualTo("deny");

    Shell.Result text = shell.run(with("plan", environment));
    assertThat(text.out())
        .contains("denied by baseline/memory-bucket-encrypted: The bucket uploads is not")
        .contains("fix: Set Encryption");
    assertThat(text.err()).as("what the plan says is not said again beside it").isEmpty();

    Shell.Result apply = shell.run(with("apply", environment, "--yes", "--format", "json"));
    assertThat(apply.exit()).isEqualTo(3);
    assertThat(apply.json().get("outcome").asText()).isEqualTo("denied");
    assertThat(shell.run(with("state", "list")).out()).doesNotContain("uploads");
  }

  @Test
  void whatIsUndecidedInAPlanFileIsDecidedWhenItIsApplied() throws IOException {
    Files.writeString(
        Path.of(blueprint),
        Files.readString(Path.of(blueprint))
            .replace(
                "memory::Bucket,",
                "memory::Bucket, properties: { Encryption: { Algorithm: AES256 } },"));
    String file = folder.resolve("p.json").toString();

    assertThat(shell.run(with("plan", environment, "--out", file)).exit()).isEqualTo(2);
    Shell.Result apply = shell.run(with("apply", file, "--yes", "--format", "json"));

    assertThat(apply.exit()).isEqualTo(3);
    assertThat(apply.out()).contains("b holds an identifier.");
    assertThat(shell.run(with("state", "list")).out()).contains("uploads").doesNotContain("\nb ");
  }

  @Test
  void theFindingsAreWrittenForOtherTools() throws IOException {
    Path sarif = folder.resolve("r.sarif");
    Path junit = folder.resolve("r.xml");

    Shell.Result result =
        shell.run(
            with(
                "policy",
                blueprint,
                "--pack",
                "baseline",
                "--pack",
                folder.resolve("acme.yaml").toString(),
                "--sarif",
                sarif.toString(),
                "--junit",
                junit.toString(),
                "--format",
                "json"));

    assertThat(result.exit()).isEqualTo(3);
    assertThat(result.result().get("findings").get(0).get("policy").asText())
        .isEqualTo("baseline/memory-bucket-encrypted");
    assertThat(result.result().get("findings").get(0).get("canvas").asText()).isEqualTo("node-7");
    assertThat(Files.readString(sarif)).contains("\"ruleId\" : \"acme/no-identifiers\"");
    assertThat(Files.readString(junit)).contains("<testsuite name=\"baseline\"");
  }

  @Test
  void aPackIsCheckedAndTested() {
    String pack = folder.resolve("acme.yaml").toString();

    assertThat(shell.run(with("policy", pack)).out()).isEqualTo("Sound: 1 policy.\n");
    Shell.Result tested = shell.run(with("policy", pack, "--test"));
    assertThat(tested.out()).isEqualTo("2 of 2 tests passed.\n");
    assertThat(tested.exit()).isZero();
  }

  @Test
  void aTestThatFailsFails() throws IOException {
    Path test = folder.resolve("acme.test.yaml");
    Files.writeString(test, Files.readString(test).replace("expect: deny", "expect: warn"));

    Shell.Result result = shell.run(with("policy", test.toString(), "--format", "json"));

    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.json().get("diagnostics").get(0).get("code").asText())
        .isEqualTo("policy.test-failed");
    assertThat(result.result().get("tests").get(1).get("answer").asText()).isEqualTo("deny");
  }

  @Test
  void aBadPackIsNeverASilentPass() {
    String bad =
        shell.file(
            "bad.yaml",
            """
            apiVersion: ashlar.dev/v1
            kind: PolicyPack
            metadata: { name: bad }
            policies:
              - { id: a, severity: deny, match: { types: memory::Bucket }, assert: resource.Encrypted, message: m }
            """);

    Shell.Result checked = shell.run(with("policy", bad, "--format", "json"));
    assertThat(checked.exit()).isEqualTo(1);
    assertThat(checked.json().get("diagnostics").get(0).get("location").get("line").asInt())
        .isEqualTo(5);
    Shell.Result asked = shell.run(with("policy", blueprint, "--pack", bad));
    assertThat(asked.exit()).isEqualTo(1);
    assertThat(asked.err()).contains("has no attribute \"Encrypted\"");
  }
}
