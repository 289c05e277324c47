package dev.ashlar.testkit.contract;

import static dev.ashlar.testkit.contract.Otherwise.envelope;
import static dev.ashlar.testkit.contract.Trial.BUCKET;
import static dev.ashlar.testkit.contract.Trial.DATABASE;
import static dev.ashlar.testkit.contract.Trial.SUBNET;
import static dev.ashlar.testkit.contract.Trial.VALUE;
import static dev.ashlar.testkit.contract.Trial.assertCaught;
import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Findable.Finding;
import dev.ashlar.connector.Requests;
import dev.ashlar.connector.Result;
import dev.ashlar.testkit.ConnectorRule;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A connector that loses what it began is caught by the check that is meant for it. */
class BrokenRecoveryTest {
  @Test
  void twoObjectsForOneKey() {
    AtomicInteger number = new AtomicInteger();
    assertCaught(
        ConnectorRule.CREATES_ONCE,
        "with the same key",
        VALUE,
        it -> {
          var sound = it.creating;
          it.creating =
              request ->
                  sound.apply(
                      Requests.create(envelope("key" + number.incrementAndGet()), request.spec()));
        });
  }

  /** What is under way is known to the connector that began it, and to no other. */
  @Test
  void aTokenThatMeansNothingToAnotherProcess() {
    assertCaught(
        ConnectorRule.RESUMES,
        "another process",
        DATABASE,
        it -> {
          Set<String> begun = new TreeSet<>();
          UnaryOperator<Result<MapValue>> noted =
              result -> {
                result.token().ifPresent(begun::add);
                return result;
              };
          var creating = it.creating;
          var deleting = it.deleting;
          var resuming = it.resuming;
          it.creating = request -> creating.apply(request).thenApply(noted);
          it.deleting = request -> deleting.apply(request).thenApply(noted);
          it.resuming =
              request ->
                  begun.contains(request.token())
                      ? resuming.apply(request)
                      : CompletableFuture.failedFuture(
                          Failure.invalid("there was never such an operation").toException());
        });
  }

  @Test
  void aSearchAfterACrashThatFindsNothing() {
    assertCaught(
        ConnectorRule.FINDS,
        "the search for it answers absent",
        BUCKET,
        it -> it.finding = request -> completedFuture(Finding.absent()));
  }

  @Test
  void aCreationThatIsMadeTwiceWhenItsAnswerIsLost() {
    assertCaught(
        ConnectorRule.RECOVERS,
        "2 objects",
        SUBNET,
        it -> {
          var sound = it.creating;
          it.finding = request -> completedFuture(Finding.absent());
          it.creating =
              request -> {
                String key = request.idempotencyKey();
                String block = "10.0." + Math.abs(key.hashCode() % 250) + ".0/24";
                return sound.apply(
                    Requests.create(
                        envelope(key), request.spec().with("CidrBlock", Value.of(block))));
              };
        });
  }
}
