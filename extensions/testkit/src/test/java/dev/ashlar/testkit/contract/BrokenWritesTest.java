package dev.ashlar.testkit.contract;

import static dev.ashlar.testkit.contract.Otherwise.deleting;
import static dev.ashlar.testkit.contract.Otherwise.envelope;
import static dev.ashlar.testkit.contract.Otherwise.reading;
import static dev.ashlar.testkit.contract.Otherwise.updating;
import static dev.ashlar.testkit.contract.Trial.BUCKET;
import static dev.ashlar.testkit.contract.Trial.NETWORK;
import static dev.ashlar.testkit.contract.Trial.assertCaught;
import static java.util.concurrent.CompletableFuture.completedFuture;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Requests;
import dev.ashlar.connector.Result;
import dev.ashlar.schema.Immutability;
import dev.ashlar.testkit.ConnectorRule;
import dev.ashlar.value.Value;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A connector that updates or deletes wrongly is caught by the check that is meant for it. */
class BrokenWritesTest {
  @Test
  void aChangeThatNobodyAskedFor() {
    assertCaught(
        ConnectorRule.UPDATES_IN_PLACE,
        "/Versioning",
        BUCKET,
        it -> {
          var sound = it.updating;
          it.updating =
              request ->
                  sound.apply(
                      updating(request, request.spec().with("Versioning", Value.of("SUSPENDED"))));
        });
  }

  @Test
  void anUpdateThatChangesNothing() {
    assertCaught(
        ConnectorRule.UPDATES_IN_PLACE,
        "/PublicAccess",
        BUCKET,
        it ->
            it.updating = request -> completedFuture(Result.done(request.id(), request.outputs())));
  }

  /** The schema does not say that the attribute is immutable; the cloud leaves it as it is. */
  @Test
  void anImmutableAttributeThatIsUpdatedInPlace() {
    assertCaught(
        ConnectorRule.UPDATES_IN_PLACE,
        "/ObjectLock",
        BUCKET,
        schema -> Otherwise.with(schema, "ObjectLock", it -> it.immutability(Immutability.NO)),
        it -> {
          var sound = it.updating;
          it.updating =
              request -> {
                Value now = request.prior().get("ObjectLock");
                return sound.apply(updating(request, request.spec().with("ObjectLock", now)));
              };
        });
  }

  @Test
  void anUpdateThatMovesTheObjectToAnotherIdentifier() {
    assertCaught(
        ConnectorRule.UPDATES_IN_PLACE,
        "another Arn",
        NETWORK,
        it ->
            it.updating =
                request ->
                    it.creating
                        .apply(
                            Requests.create(
                                envelope(request.idempotencyKey() + "x"),
                                request.spec().without("Tags")))
                        .thenCompose(
                            made -> it.deleting.apply(deleting(request)).thenApply(gone -> made)));
  }

  @Test
  void aFailureOfNoKind() {
    assertCaught(
        ConnectorRule.FAILS_TYPED,
        "not found",
        BUCKET,
        it -> {
          var sound = it.updating;
          it.updating =
              request ->
                  sound
                      .apply(request)
                      .exceptionally(
                          problem -> {
                            throw new IllegalStateException("404");
                          });
        });
  }

  @Test
  void aGuardThatIsIgnored() {
    assertCaught(
        ConnectorRule.GUARDS_WRITES,
        "guarded by",
        BUCKET,
        it -> {
          var sound = it.updating;
          it.updating = request -> sound.apply(updating(request, request.spec()));
        });
  }

  @Test
  void aSecondDeleteThatFails() {
    assertCaught(
        ConnectorRule.DELETES_TWICE,
        "the second delete",
        BUCKET,
        it -> {
          var sound = it.deleting;
          it.deleting =
              request ->
                  it.reading
                      .apply(reading(request.id()))
                      .thenCompose(
                          there ->
                              there.isFound()
                                  ? sound.apply(request)
                                  : CompletableFuture.failedFuture(
                                      Failure.notFound("it is not there").toException()));
        });
  }

  @Test
  void aDeleteThatDeletesNothing() {
    assertCaught(
        ConnectorRule.LEAVES_NOTHING,
        "still there",
        BUCKET,
        it -> it.deleting = request -> completedFuture(Result.deleted()));
  }
}
