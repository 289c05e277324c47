package dev.ashlar.aws.cloudcontrol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.execution.Outcome;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes wrong at Cloud Control, as a user meets it. */
class CloudControlFailuresTest {
  private static final String QUEUE =
      "jobs: { type: AWS::SQS::Queue, properties: { QueueName: jobs, VisibilityTimeout: 30 } }";
  private static final String DATABASE =
      """
      db:
        type: AWS::RDS::DBInstance
        properties: { DBInstanceIdentifier: orders, Engine: postgres, MasterUserPassword: hunter2hunter2 }
      """;

  private final Bench bench = new Bench();

  @AfterEach
  void stop() {
    bench.close();
  }

  private int queues() {
    return bench.cloud.objects("AWS::SQS::Queue").size();
  }

  private static List<String> codes(Outcome outcome) {
    return outcome.diagnostics().stream().map(Diagnostic::code).toList();
  }

  private static String details(Outcome outcome) {
    return String.join("\n", outcome.diagnostics().stream().map(Diagnostic::detail).toList());
  }

  @Test
  void aThrottledCallIsMadeAgain() {
    bench.cloud.mischief().refuse("CreateResource", 400, "ThrottlingException", "Rate exceeded");

    assertThat(bench.apply(QUEUE)).isInstanceOf(Outcome.Succeeded.class);
    assertThat(queues()).isEqualTo(1);
  }

  @Test
  void aThrottledHandlerIsAskedAnewUnderAnotherToken() {
    bench.cloud.mischief().fail("CreateResource handler", "Throttling", "Rate exceeded");

    assertThat(bench.apply(QUEUE)).isInstanceOf(Outcome.Succeeded.class);
    assertThat(queues()).isEqualTo(1);
    assertThat(bench.cloud.calls()).filteredOn("CreateResource"::equals).hasSize(2);
  }

  @Test
  void aLostAnswerMakesNoSecondObject() {
    bench.cloud.mischief().loseAnswer("CreateResource");

    assertThat(bench.apply(QUEUE)).isInstanceOf(Outcome.Succeeded.class);
    assertThat(queues()).isEqualTo(1);
  }

  @Test
  void aHookThatRefusesIsNamed() {
    bench
        .cloud
        .mischief()
        .hook("CreateResource handler", "Acme::Guard::Encryption", "queues must be encrypted");

    Outcome outcome = bench.apply(QUEUE);

    assertThat(outcome).isInstanceOf(Outcome.Failed.class);
    assertThat(details(outcome))
        .contains("Acme::Guard::Encryption")
        .contains("queues must be encrypted");
    assertThat(queues()).isZero();
  }

  @Test
  void whatFailsHalfWayIsRecordedAndReplaced() {
    bench.cloud.mischief().failHalfWay("CreateResource handler", "NotStabilized", "took too long");

    Outcome outcome = bench.apply(QUEUE);

    assertThat(codes(outcome)).contains("execution.incomplete");
    assertThat(queues()).isEqualTo(1);
    assertThat(bench.apply(QUEUE)).isInstanceOf(Outcome.Succeeded.class);
    assertThat(queues()).isEqualTo(1);
  }

  @Test
  void aNameThatIsTakenIsNobodysOrphan() {
    assertThat(
            bench.apply(
                "one: { type: AWS::ECR::Repository, properties: { RepositoryName: orders } }"))
        .isInstanceOf(Outcome.Succeeded.class);

    Outcome outcome =
        bench.apply(
            """
            one: { type: AWS::ECR::Repository, properties: { RepositoryName: orders } }
            two: { type: AWS::ECR::Repository, properties: { RepositoryName: orders } }
            """);

    assertThat(codes(outcome)).contains("execution.already-exists");
    assertThat(codes(outcome)).doesNotContain("execution.incomplete");
    assertThat(bench.cloud.objects("AWS::ECR::Repository")).hasSize(1);
  }

  @Test
  void somebodyElsesRequestOnTheObjectIsAConflict() {
    bench.apply(QUEUE);
    bench.cloud.occupy("AWS::SQS::Queue", bench.cloud.objects("AWS::SQS::Queue").firstKey());

    Outcome outcome = bench.apply(QUEUE.replace("30", "60"));

    assertThat(codes(outcome)).contains("execution.conflict");
  }

  @Test
  void accessThatIsDeniedSaysWhichAction() {
    bench.cloud.mischief().refuse("CreateResource", 400, "AccessDeniedException", "not authorized");

    assertThat(details(bench.apply(QUEUE))).contains("cloudformation:CreateResource");
  }

  @Test
  void credentialsThatHaveExpiredAreSaidToBe() {
    bench.cloud.mischief().refuse("CreateResource", 400, "ExpiredTokenException", "expired");

    Outcome outcome = bench.apply(QUEUE);

    assertThat(codes(outcome)).contains("execution.no-credentials");
    assertThat(details(outcome)).contains("credentials are not accepted").contains("providers:");
  }

  @Test
  void aSecretThatTheServiceRepeatsIsTakenOut() {
    bench
        .cloud
        .mischief()
        .fail("CreateResource handler", "InvalidRequest", "hunter2hunter2 is too short");

    Outcome outcome = bench.apply(DATABASE);

    assertThat(details(outcome)).contains("is too short").doesNotContain("hunter2hunter2");
  }

  @Test
  void aWriteOnlyPropertyIsSentWithEveryChangeAndNeverDrifts() {
    bench.apply(DATABASE);
    assertThat(bench.open(DATABASE).plan().join().changes()).isEmpty();

    Outcome outcome =
        bench.apply(DATABASE.replace("Engine:", "DBInstanceClass: db.t3.small, Engine:"));

    assertThat(outcome).isInstanceOf(Outcome.Succeeded.class);
    assertThat(
            bench
                .cloud
                .objects("AWS::RDS::DBInstance")
                .get("orders")
                .path("MasterUserPassword")
                .asText())
        .isEqualTo("hunter2hunter2");
  }

  @Test
  void whatSomebodyElseChangedIsDriftAndPutRight() {
    bench.apply(QUEUE);
    String id = bench.cloud.objects("AWS::SQS::Queue").firstKey();
    bench.cloud.tamper("AWS::SQS::Queue", id, "/QueueName", TextNode.valueOf("jobs"));
    bench.cloud.tamper("AWS::SQS::Queue", id, "/VisibilityTimeout", IntNode.valueOf(5));

    assertThat(bench.open(QUEUE).plan().join().changes()).hasSize(1);
    assertThat(bench.apply(QUEUE)).isInstanceOf(Outcome.Succeeded.class);
    assertThat(bench.cloud.objects("AWS::SQS::Queue").get(id).path("VisibilityTimeout").asInt())
        .isEqualTo(30);
  }
}
