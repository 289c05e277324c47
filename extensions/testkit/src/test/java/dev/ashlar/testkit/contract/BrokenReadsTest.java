package dev.ashlar.testkit.contract;

import static dev.ashlar.testkit.contract.Otherwise.envelope;
import static dev.ashlar.testkit.contract.Otherwise.seen;
import static dev.ashlar.testkit.contract.Trial.BUCKET;
import static dev.ashlar.testkit.contract.Trial.DATABASE;
import static dev.ashlar.testkit.contract.Trial.assertCaught;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Requests;
import dev.ashlar.testkit.ConnectorRule;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A connector that reads wrongly is caught by the check that is meant for it. */
class BrokenReadsTest {
  @Test
  void aSoundOneIsNotAccused() {
    assertThat(Trial.verdicts(BUCKET, it -> {}).failed()).isEmpty();
    assertThat(Trial.verdicts(DATABASE, it -> {}).failed()).isEmpty();
  }

  @Test
  void aValueThatIsDropped() {
    assertCaught(
        ConnectorRule.READS_BACK,
        "/Versioning",
        BUCKET,
        it -> it.seeing(seen("Versioning", Value.of("OFF"))));
  }

  @Test
  void aReadOfAMissingOneThatFails() {
    assertCaught(
        ConnectorRule.READS_MISSING,
        "was deleted",
        BUCKET,
        it -> {
          var sound = it.reading;
          it.reading = request -> sound.apply(request).thenApply(BrokenReadsTest::foundOrFailed);
        });
  }

  private static Reading<MapValue, MapValue> foundOrFailed(Reading<MapValue, MapValue> reading) {
    if (!reading.isFound()) {
      throw Failure.notFound("it is not there").toException();
    }
    return reading;
  }

  @Test
  void aReadThatNeedsWhatAnImportDoesNotHave() {
    assertCaught(
        ConnectorRule.IMPORTS,
        "taking over",
        BUCKET,
        it -> {
          var sound = it.reading;
          it.reading =
              request ->
                  request.spec().isPresent()
                      ? sound.apply(request)
                      : CompletableFuture.failedFuture(
                          Failure.invalid("the spec is missing").toException());
        });
  }

  @Test
  void aBatchThatSaysSomethingElse() {
    assertCaught(
        ConnectorRule.READS_IN_BATCHES,
        "and a batch",
        BUCKET,
        it -> it.seeingInBatches(seen("Policy", Value.of("{}"))));
  }

  @Test
  void aSearchThatFindsEverything() {
    assertCaught(
        ConnectorRule.SEARCHES,
        "no object has",
        BUCKET,
        it -> {
          var sound = it.searching;
          it.searching =
              request ->
                  sound.apply(Requests.search(envelope(""), MapValue.EMPTY, request.limit()));
        });
  }

  @Test
  void anOutputThatIsAnotherOneEachTime() {
    AtomicInteger number = new AtomicInteger();
    assertCaught(
        ConnectorRule.KEEPS_OUTPUTS,
        "/Url",
        BUCKET,
        it -> {
          var sound = it.reading;
          it.reading =
              request ->
                  sound
                      .apply(request)
                      .thenApply(there -> numbered(there, number.incrementAndGet()));
        });
  }

  private static Reading<MapValue, MapValue> numbered(
      Reading<MapValue, MapValue> reading, int number) {
    return reading.isFound()
        ? Reading.found(
            reading.id().orElseThrow(),
            reading.spec().orElseThrow(),
            reading.outputs().orElseThrow().with("Url", Value.of("u" + number)))
        : reading;
  }
}
