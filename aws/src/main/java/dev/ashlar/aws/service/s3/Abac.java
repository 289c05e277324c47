package dev.ashlar.aws.service.s3;

import static dev.ashlar.aws.service.s3.S3.ACTIONS;

import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Pojos;
import dev.ashlar.aws.service.Told;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.GetBucketAbacRequest;
import software.amazon.awssdk.services.s3.model.PutBucketAbacRequest;

/** Whether tags decide who may use the bucket. */
record Abac(S3AsyncClient s3) implements Setting {
  @Override
  public String property() {
    return "AbacStatus";
  }

  @Override
  public CompletableFuture<Optional<Value>> read(String bucket) {
    return ACTIONS
        .find(s3::getBucketAbac, GetBucketAbacRequest.builder().bucket(bucket).build())
        .thenApply(found -> found.map(answer -> told(Told.plain(answer.abacStatus()))));
  }

  @Override
  public CompletableFuture<?> write(String bucket, Value wanted) {
    return ACTIONS.send(
        s3::putBucketAbac,
        Pojos.of(
            PutBucketAbacRequest.builder().bucket(bucket),
            MapValue.EMPTY.with("AbacStatus", MapValue.EMPTY.with("Status", wanted)),
            Names.SAME));
  }

  @Override
  public CompletableFuture<?> clear(String bucket) {
    return write(bucket, Value.of("Disabled"));
  }

  private static Value told(MapValue status) {
    return status.get("Status");
  }
}
