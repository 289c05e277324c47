package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.execution.Outcome;
import dev.ashlar.governance.PolicyReport;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.plan.Verdict;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** What policies say of an environment, for people and for other tools. */
class PolicyReportTest {
  private static final String BUCKETS =
      """
      apiVersion: ashlar.dev/v1
      kind: Blueprint
      metadata: { name: shop }
      resources:
        open: { type: memory::Bucket, properties: { PublicAccess: true, Encryption: { Algorithm: AES256 } }, source: { canvas: node-7 } }
        bare: { type: memory::Bucket }
        policy: { type: memory::Policy, properties: { Document: '{ "Statement": { "Effect": "Allow", "Action": ["s3:Get*"], "Resource": "*" } }' } }
        key: { type: memory::Key, properties: { RotationDays: 90 } }
        trust: { type: memory::Role, properties: { TrustPolicy: '{"Statement":{"Effect":"Allow","Principal":{"AWS":"${key.Arn}"},"Action":"sts:AssumeRole"}}' } }
      """;

  private final Ashlar ashlar = Ashlar.builder().addProvider(MemoryCloud.create()).build();
  private final Environment environment =
      Environment.of("shop", Blueprint.read(Source.text("my shop.yaml", BUCKETS)).orThrow());

  private PolicyReport report() {
    Workspace judged =
        ashlar.open(
            environment
                .policies(List.of("baseline"))
                .exemptions(
                    List.of(
                        new Environment.Exemption(
                            "baseline/memory-bucket-encrypted",
                            List.of("bare"),
                            "moved in <spring>",
                            "storage",
                            Instant.parse("2999-01-01T00:00:00Z"),
                            Optional.empty()))));
    return judged.policies().join();
  }

  @AfterEach
  void close() {
    ashlar.close();
  }

  private static List<String> lines(PolicyReport report) {
    return report.findings().stream()
        .map(
            finding ->
                finding.address().map(Object::toString).orElse("")
                    + " "
                    + finding.verdict().policy()
                    + " "
                    + finding.verdict().outcome().text())
        .toList();
  }

  @Test
  void whatStaysIsJudgedAsWhatChanges() {
    List<String> before = lines(report());
    assertThat(before)
        .containsExactlyInAnyOrder(
            "open memory-bucket-not-public deny",
            "bare memory-bucket-encrypted exempt",
            "policy memory-policy-no-wildcard-resources warn",
            "trust memory-role-trust-not-public undecided");

    Workspace free = ashlar.open(environment);
    assertThat(free.apply(free.plan().join()).outcome().join())
        .isInstanceOf(Outcome.Succeeded.class);
    PolicyReport after = report();

    assertThat(lines(after))
        .containsExactlyInAnyOrder(
            "open memory-bucket-not-public deny",
            "bare memory-bucket-encrypted exempt",
            "policy memory-policy-no-wildcard-resources warn");
    assertThat(after.findings()).allMatch(finding -> finding.diagnostic().location().isPresent());
    assertThat(after.isDenied()).isTrue();
  }

  @Test
  void sarifHasARuleForEachPolicyAndAResultForEachFinding() throws IOException {
    JsonNode sarif = new ObjectMapper().readTree(report().toSarif());

    assertThat(sarif.get("version").asText()).isEqualTo("2.1.0");
    JsonNode run = sarif.get("runs").get(0);
    JsonNode rules = run.get("tool").get("driver").get("rules");
    assertThat(rules.size()).isGreaterThan(20);
    assertThat(rules)
        .extracting(each -> each.get("shortDescription").get("text").asText())
        .contains("The bucket … is not encrypted.")
        .noneMatch(text -> text.contains("${"));
    assertThat(run.get("results"))
        .extracting(
            each -> each.get("ruleId").asText(),
            each -> each.get("kind").asText(),
            each -> each.get("level").asText())
        .containsExactlyInAnyOrder(
            tuple("baseline/memory-bucket-not-public", "fail", "error"),
            tuple("baseline/memory-bucket-encrypted", "fail", "error"),
            tuple("baseline/memory-policy-no-wildcard-resources", "fail", "warning"),
            tuple("baseline/memory-role-trust-not-public", "open", "none"));
    for (JsonNode result : run.get("results")) {
      assertThat(rules.get(result.get("ruleIndex").asInt()).get("id"))
          .isEqualTo(result.get("ruleId"));
      assertThat(result.get("message").get("text").asText()).isNotEmpty();
      JsonNode location = result.get("locations").get(0).get("physicalLocation");
      assertThat(location.get("artifactLocation").get("uri").asText()).isEqualTo("my%20shop.yaml");
      assertThat(location.get("region").get("startLine").asInt()).isBetween(5, 9);
      boolean exempt = result.get("ruleId").asText().endsWith("bucket-encrypted");
      assertThat(result.has("suppressions")).isEqualTo(exempt);
    }
  }

  @Test
  void junitHasACaseForEachFindingAndForEachPolicyThatHolds() throws Exception {
    String text = report().toJunit();
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    Element suites =
        factory
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    Element suite = (Element) suites.getElementsByTagName("testsuite").item(0);

    assertThat(suite.getAttribute("name")).isEqualTo("baseline");
    assertThat(suite.getAttribute("failures")).isEqualTo("1");
    assertThat(suite.getAttribute("skipped")).isEqualTo("3");
    assertThat(suite.getElementsByTagName("testcase").getLength())
        .isEqualTo(Integer.parseInt(suite.getAttribute("tests")))
        .isGreaterThan(20);
    Element failure = (Element) suite.getElementsByTagName("failure").item(0);
    assertThat(failure.getAttribute("type")).isEqualTo(Verdict.Outcome.DENY.text());
    assertThat(failure.getTextContent()).contains("my shop.yaml:5:3").contains("PublicAccess");
    assertThat(text).contains("moved in &lt;spring");
  }
}
