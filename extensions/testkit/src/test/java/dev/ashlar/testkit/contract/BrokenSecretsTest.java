package dev.ashlar.testkit.contract;

import static dev.ashlar.testkit.contract.Otherwise.envelope;
import static dev.ashlar.testkit.contract.Otherwise.seen;
import static dev.ashlar.testkit.contract.Trial.CANARY;
import static dev.ashlar.testkit.contract.Trial.DATABASE;
import static dev.ashlar.testkit.contract.Trial.assertCaught;

import dev.ashlar.connector.Requests;
import dev.ashlar.connector.Result;
import dev.ashlar.testkit.ConnectorRule;
import dev.ashlar.value.Value;
import org.junit.jupiter.api.Test;

/** A connector that tells a secret is caught by the check that is meant for it. */
class BrokenSecretsTest {
  @Test
  void aSecretThatIsEchoedByARead() {
    assertCaught(
        ConnectorRule.KEEPS_SECRETS,
        "/AdminPassword",
        DATABASE,
        it -> {
          var sound = it.reading;
          it.reading =
              request ->
                  sound
                      .apply(request)
                      .thenApply(seen("AdminPassword", Value.secret(Value.of(CANARY))));
        });
  }

  @Test
  void aSecretThatStandsInAMessage() {
    assertCaught(
        ConnectorRule.KEEPS_SECRETS,
        "stands in clear",
        DATABASE,
        it -> {
          var creating = it.creating;
          var resuming = it.resuming;
          it.creating =
              request -> {
                Value password = Terms.clear(request.spec().get("AdminPassword"));
                return creating
                    .apply(request)
                    .thenApply(
                        made ->
                            Result.inProgress(
                                made.token().orElseThrow() + "/" + password,
                                made.delay(),
                                made.id().orElseThrow()));
              };
          it.resuming =
              request ->
                  resuming.apply(
                      Requests.resume(
                          envelope(request.idempotencyKey()),
                          request.token().split("/" + CANARY)[0],
                          request.operation(),
                          request.spec(),
                          request.id()));
        });
  }
}
