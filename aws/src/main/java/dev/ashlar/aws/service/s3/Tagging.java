package dev.ashlar.aws.service.s3;

import static dev.ashlar.aws.service.s3.S3.ACTIONS;

import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Pojos;
import dev.ashlar.aws.service.Tags;
import dev.ashlar.aws.service.Told;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.DeleteBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetBucketTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketTaggingRequest;

/** The bucket's tags, set as a whole. */
record Tagging(S3AsyncClient s3) implements Setting {
  @Override
  public String property() {
    return "Tags";
  }

  @Override
  public CompletableFuture<Optional<Value>> read(String bucket) {
    return ACTIONS
        .find(s3::getBucketTagging, GetBucketTaggingRequest.builder().bucket(bucket).build())
        .thenApply(found -> found.map(answer -> told(Told.plain(answer))));
  }

  @Override
  public CompletableFuture<?> write(String bucket, Value wanted) {
    return ACTIONS.send(
        s3::putBucketTagging,
        Pojos.of(
            PutBucketTaggingRequest.builder().bucket(bucket),
            MapValue.EMPTY.with("Tagging", MapValue.EMPTY.with("TagSet", wanted)),
            Names.SAME));
  }

  @Override
  public CompletableFuture<?> clear(String bucket) {
    return ACTIONS.send(
        s3::deleteBucketTagging, DeleteBucketTaggingRequest.builder().bucket(bucket).build());
  }

  private static Value told(MapValue tagging) {
    return Tags.list(Tags.of(tagging.get("TagSet")));
  }
}
