package dev.ashlar.aws.service.s3;

import static dev.ashlar.aws.service.s3.S3.ACTIONS;

import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Pojos;
import dev.ashlar.aws.service.Told;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.DeleteBucketReplicationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketReplicationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketReplicationRequest;

/** Copies in other buckets. */
record Replication(S3AsyncClient s3, ResourceSchema schema) implements Setting {
  private static final Names NAMES = Names.SAME.with("TagFilter", "Tag").with("TagFilters", "Tags");

  @Override
  public String property() {
    return "ReplicationConfiguration";
  }

  @Override
  public CompletableFuture<Optional<Value>> read(String bucket) {
    return ACTIONS
        .find(
            s3::getBucketReplication, GetBucketReplicationRequest.builder().bucket(bucket).build())
        .thenApply(
            found ->
                found.map(
                    answer ->
                        new Told(schema, NAMES)
                            .part(property(), answer.replicationConfiguration())));
  }

  @Override
  public CompletableFuture<?> write(String bucket, Value wanted) {
    return ACTIONS.send(
        s3::putBucketReplication,
        Pojos.of(
            PutBucketReplicationRequest.builder().bucket(bucket),
            MapValue.EMPTY.with("ReplicationConfiguration", wanted),
            NAMES));
  }

  @Override
  public CompletableFuture<?> clear(String bucket) {
    return ACTIONS.send(
        s3::deleteBucketReplication,
        DeleteBucketReplicationRequest.builder().bucket(bucket).build());
  }
}
