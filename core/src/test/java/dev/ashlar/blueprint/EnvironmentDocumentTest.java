package dev.ashlar.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ashlar.blueprint.Environment.Given;
import dev.ashlar.blueprint.Environment.Mock;
import dev.ashlar.blueprint.Environment.OnFailure;
import dev.ashlar.blueprint.Environment.SecretReference;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Documents of kind Environment: what they say, take over, and which files they name. */
class EnvironmentDocumentTest {
  private static final String HEAD = "apiVersion: ashlar.dev/v1\nkind: Environment\n";

  @TempDir private Path folder;

  @BeforeEach
  void aBlueprint() throws IOException {
    write(
        "orders.yaml",
        """
        apiVersion: ashlar.dev/v1
        kind: Blueprint
        metadata: { name: orders, version: 1.4.0 }
        parameters:
          region: { type: string, default: eu-west-1 }
          replicas: { type: integer, default: 2 }
          release: { type: string, nullable: true }
          token: { type: string, sensitive: true }
          tags: { type: map, items: { type: string }, default: {} }
        flags: { archive: { default: false }, fast: {} }
        providers: { aws: { region: x }, aws.replica: { region: y } }
        """);
  }

  @Test
  void saysEverythingThatMayDiffer() throws IOException {
    Environment read =
        read(
            """
            metadata: { name: orders-staging, tenant: acme }
            stage: staging
            blueprint: ./orders.yaml
            target: aws
            parameters:
              replicas: 3
              release: 1.10
              token: { secret: "env:ORDERS_TOKEN" }
              tags: { secret: x, owner: y }
            flags: { archive: true }
            providers:
              aws: { endpoint: "http://127.0.0.1:5000" }
              aws.replica: { region: "${params.region}" }
            mocks: [ "AWS::RDS::*", { types: "AWS::SQS::*", feedReal: true } ]
            policies: [ baseline, acme ]
            approvals: { destroy: [release-managers], apply: [] }
            onFailure: rollback
            """);

    assertThat(read.id()).isEqualTo(new Environment.Id("acme", "orders-staging"));
    assertThat(read.stage()).isEqualTo("staging");
    assertThat(read.blueprint()).hasToString("orders@1.4.0");
    assertThat(read.target()).contains("aws");
    assertThat(given(read, "replicas")).isEqualTo(Value.of(3));
    assertThat(given(read, "release")).isEqualTo(Value.of("1.10"));
    assertThat(given(read, "tags")).hasToString("{owner=y, secret=x}");
    assertThat(read.parameters().get("token"))
        .isInstanceOfSatisfying(
            SecretReference.class,
            secret -> assertThat(secret.reference()).isEqualTo("env:ORDERS_TOKEN"));
    assertThat(read.flags()).containsOnlyKeys("archive").containsEntry("archive", true);
    assertThat(read.providers()).containsOnlyKeys("aws", "aws.replica");
    assertThat(read.mocks())
        .containsExactly(new Mock("AWS::RDS::*", false), new Mock("AWS::SQS::*", true));
    assertThat(read.policies()).containsExactly("baseline", "acme");
    assertThat(read.approvals())
        .containsEntry("destroy", List.of("release-managers"))
        .containsEntry("apply", List.of());
    assertThat(read.onFailure()).isEqualTo(OnFailure.ROLLBACK);
  }

  @Test
  void isInDevelopmentAndStopsUnlessItSaysOtherwise() throws IOException {
    Environment read = read("metadata: { name: mine }\nblueprint: ./orders.yaml\n");

    assertThat(read.id().tenant()).isEmpty();
    assertThat(read.stage()).isEqualTo("development");
    assertThat(read.target()).isEmpty();
    assertThat(read.onFailure()).isEqualTo(OnFailure.STOP);
  }

  @Test
  void aSecretInClearIsASecretFromTheStart() throws IOException {
    Environment read =
        read("metadata: { name: a }\nblueprint: ./orders.yaml\nparameters: { token: hunter2 }\n");

    assertThat(given(read, "token")).isEqualTo(Value.secret(Value.of("hunter2")));
    assertThat(read.parameters().toString()).doesNotContain("hunter2");
  }

  @Test
  void takesOverFromItsBaseWhatItDoesNotSay() throws IOException {
    write(
        "base.yaml",
        HEAD
            + """
            metadata: { name: base, tenant: acme }
            blueprint: ./orders.yaml
            stage: staging
            target: aws
            parameters: { region: us-east-1, replicas: 3 }
            flags: { archive: true, fast: true }
            providers: { aws: { region: z } }
            mocks: [ "A::*", "B::*" ]
            approvals: { destroy: [a], apply: [b] }
            onFailure: continue
            """);

    Environment read =
        read(
            """
            metadata: { name: mine }
            extends: ./base.yaml
            stage: production
            parameters: { replicas: 5 }
            flags: { fast: false }
            mocks: [ "C::*" ]
            approvals: { apply: [] }
            """);

    assertThat(read.id()).isEqualTo(new Environment.Id("acme", "mine"));
    assertThat(read.stage()).isEqualTo("production");
    assertThat(read.target()).contains("aws");
    assertThat(given(read, "region")).isEqualTo(Value.of("us-east-1"));
    assertThat(given(read, "replicas")).isEqualTo(Value.of(5));
    assertThat(read.flags()).containsEntry("archive", true).containsEntry("fast", false);
    assertThat(read.providers()).containsOnlyKeys("aws");
    assertThat(read.mocks()).containsExactly(new Mock("C::*", false));
    assertThat(read.approvals())
        .containsEntry("destroy", List.of("a"))
        .containsEntry("apply", List.of());
    assertThat(read.onFailure()).isEqualTo(OnFailure.CONTINUE);
  }

  @Test
  void filesAreNamedRelativeToTheDocumentThatNamesThem() throws IOException {
    Files.createDirectories(folder.resolve("envs/shared"));
    write("envs/shared/base.yaml", HEAD + "metadata: { name: b }\nblueprint: ../../orders.yaml\n");
    write("envs/mine.yaml", HEAD + "metadata: { name: mine }\nextends: ./shared/base.yaml\n");

    assertThat(
            Environment.read(Source.file(folder.resolve("envs/mine.yaml"))).orThrow().blueprint())
        .hasToString("orders@1.4.0");
  }

  @Test
  void aLinkMayStayInItsDirectoryAndNotLeadOut() throws IOException {
    Files.createDirectories(folder.resolve("inside/data"));
    Files.move(folder.resolve("orders.yaml"), folder.resolve("inside/data/orders.yaml"));
    Files.createSymbolicLink(folder.resolve("inside/near.yaml"), Path.of("data/orders.yaml"));
    Files.createDirectories(folder.resolve("other"));
    Files.createSymbolicLink(
        folder.resolve("other/far.yaml"), folder.resolve("inside/data/orders.yaml"));
    Files.createSymbolicLink(folder.resolve("other/linked"), folder.resolve("inside"));

    assertThat(problems("inside", "./near.yaml")).isEmpty();
    assertThat(problems("other", "./far.yaml")).containsExactly("blueprint.bad-file-reference");
    assertThat(problems("other", "./linked/data/orders.yaml"))
        .containsExactly("blueprint.bad-file-reference");
  }

  @Test
  void aDocumentWithoutAFileNamesNoOthers() {
    Checked<Environment> read =
        Environment.read(
            Source.text("canvas", HEAD + "metadata: { name: a }\nblueprint: ./orders.yaml\n"));

    assertThat(read.diagnostics())
        .extracting(Diagnostic::code)
        .containsExactly("blueprint.bad-file-reference");
  }

  @Test
  void aDocumentTellsByItsKindWhatItIs() throws IOException {
    write("mine.yaml", HEAD + "metadata: { name: mine }\nblueprint: ./orders.yaml\n");

    Document bare = Documents.read(Source.file(folder.resolve("orders.yaml"))).orThrow();
    Document whole = Documents.read(Source.file(folder.resolve("mine.yaml"))).orThrow();

    assertThat(bare.kind()).isEqualTo(Document.Kind.BLUEPRINT);
    assertThat(bare.environment().id()).hasToString("orders");
    assertThat(bare.environment().stage()).isEqualTo("development");
    assertThat(whole.kind()).isEqualTo(Document.Kind.ENVIRONMENT);
    assertThat(whole.environment().id()).hasToString("mine");
  }

  @Test
  void anExemptionHasAReasonAnOwnerAndAnEnd() throws IOException {
    write(
        "env.yaml",
        """
        apiVersion: ashlar.dev/v1
        kind: Environment
        metadata: { name: mine }
        blueprint: ./orders.yaml
        exemptions:
          - { policy: baseline/x, reason: because, expires: 2027-13-31 }
          - { policy: baseline/y, owner: me, expires: 2027-01-31T12:00:00+01:00 }
        """);

    Checked<Environment> read = Environment.read(Source.file(folder.resolve("env.yaml")));

    assertThat(read.diagnostics())
        .extracting(Diagnostic::code, each -> each.location().orElseThrow().line())
        .containsExactly(
            tuple("blueprint.missing-key", 6),
            tuple("blueprint.not-allowed", 6),
            tuple("blueprint.missing-key", 7));
  }

  @Test
  void writesItselfSoThatItReadsBack() throws IOException {
    Environment before =
        read(
            """
            metadata: { name: mine, tenant: acme }
            stage: staging
            blueprint: ./orders.yaml
            target: aws
            parameters: { replicas: 3, release: "$${x} 1.10", token: { secret: "env:T" }, tags: { a: "no" } }
            flags: { archive: true }
            providers: { aws: { region: "${params.region}" } }
            mocks: [ "A::*", { types: "B::*", feedReal: true } ]
            policies: [ baseline, { pack: acme, parameters: { tags: [owner, cost] } } ]
            exemptions:
              - policy: baseline/encryption-at-rest
                resources: [ "uploads*" ]
                reason: moved in spring
                owner: storage team
                expires: 2027-01-31
            approvals: { destroy: [a], apply: [] }
            onFailure: rollback
            """);

    for (String name : List.of("again.yaml", "again.json")) {
      write(
          name,
          name.endsWith(".json")
              ? BlueprintText.json(before, "./orders.yaml")
              : BlueprintText.yaml(before, "./orders.yaml"));
      Environment after = Environment.read(Source.file(folder.resolve(name))).orThrow();
      assertThat(BlueprintText.yaml(after, "./orders.yaml"))
          .isEqualTo(BlueprintText.yaml(before, "./orders.yaml"));
      assertThat(after.policyUses())
          .extracting(Environment.PolicyUse::name, use -> use.parameters().toString())
          .containsExactly(tuple("baseline", "{}"), tuple("acme", "{tags=[owner, cost]}"));
      assertThat(after.exemptions())
          .extracting(Environment.Exemption::policy, Environment.Exemption::expires)
          .containsExactly(
              tuple("baseline/encryption-at-rest", Instant.parse("2027-01-31T00:00:00Z")));
      assertThat(after.parameters())
          .usingRecursiveComparison()
          .ignoringFieldsMatchingRegexes(".*place")
          .isEqualTo(before.parameters());
    }
  }

  private List<String> problems(String directory, String reference) throws IOException {
    Path file = folder.resolve(directory).resolve("env.yaml");
    Files.writeString(file, HEAD + "metadata: { name: a }\nblueprint: " + reference + "\n");
    return Environment.read(Source.file(file)).diagnostics().stream()
        .map(Diagnostic::code)
        .toList();
  }

  private static Value given(Environment environment, String parameter) {
    return ((Given) environment.parameters().get(parameter)).value();
  }

  private Environment read(String document) throws IOException {
    return Environment.read(Source.file(write("env.yaml", HEAD + document))).orThrow();
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
