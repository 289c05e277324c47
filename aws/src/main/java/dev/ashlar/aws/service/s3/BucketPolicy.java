package dev.ashlar.aws.service.s3;

import static dev.ashlar.aws.service.s3.S3.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Step;
import dev.ashlar.aws.service.Tuned;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.connector.Failure;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.DeleteBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.GetBucketPolicyRequest;
import software.amazon.awssdk.services.s3.model.PutBucketPolicyRequest;

/** The policy of a bucket; a bucket has one at most, and it is called as the bucket is. */
record BucketPolicy(S3AsyncClient s3, String region) implements Tuned {
  private static final String BUCKET = "Bucket";
  private static final String DOCUMENT = "PolicyDocument";

  @Override
  public boolean takes() {
    return true;
  }

  @Override
  public boolean isSame(MapValue there, MapValue wanted) {
    return there.get(DOCUMENT).equals(wanted.get(DOCUMENT));
  }

  @Override
  public CompletableFuture<Step> create(Wanted wanted) {
    return put(AttributeTexts.text(wanted.spec().get(BUCKET)), wanted.spec());
  }

  private CompletableFuture<Step> put(String bucket, MapValue spec) {
    return ACTIONS
        .send(
            s3::putBucketPolicy,
            PutBucketPolicyRequest.builder()
                .bucket(bucket)
                .policy(AttributeTexts.text(spec.get(DOCUMENT)))
                .build())
        .thenApply(done -> Step.last(bucket));
  }

  @Override
  public CompletableFuture<Optional<MapValue>> read(String id, MapValue set) {
    return ACTIONS
        .find(s3::getBucketPolicy, GetBucketPolicyRequest.builder().bucket(id).build())
        .thenApply(
            found ->
                found.map(
                    answer ->
                        MapValue.EMPTY
                            .with(BUCKET, Value.of(id))
                            .with(DOCUMENT, AttributeTexts.json(answer.policy()))));
  }

  @Override
  public CompletableFuture<Step> update(Change change) {
    return read(change.id(), change.spec())
        .thenCompose(
            there -> {
              if (there.isEmpty()) {
                throw Failure.notFound("the bucket has no policy any more").toException();
              }
              return put(change.id(), change.spec());
            });
  }

  @Override
  public CompletableFuture<Step> delete(String id, MapValue was) {
    return ACTIONS
        .remove(s3::deleteBucketPolicy, DeleteBucketPolicyRequest.builder().bucket(id).build())
        .thenApply(gone -> Step.last(id));
  }

  @Override
  public CompletableFuture<List<String>> list(Wanted wanted) {
    return wanted.spec().get(BUCKET) instanceof Value.TextValue bucket
        ? CompletableFuture.completedFuture(List.of(bucket.text()))
        : Bucket.everywhere(s3, region);
  }
}
