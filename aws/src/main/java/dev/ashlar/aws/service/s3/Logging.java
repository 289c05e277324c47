package dev.ashlar.aws.service.s3;

import static dev.ashlar.aws.service.s3.S3.ACTIONS;

import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Parts;
import dev.ashlar.aws.service.Pojos;
import dev.ashlar.aws.service.Told;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.GetBucketLoggingRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLoggingRequest;

/** Where accesses are logged; to the bucket itself where no other one is named. */
record Logging(S3AsyncClient s3) implements Setting {
  private static final Names NAMES =
      Names.SAME
          .with("DestinationBucketName", "TargetBucket")
          .with("LogFilePrefix", "TargetPrefix");

  @Override
  public String property() {
    return "LoggingConfiguration";
  }

  @Override
  public CompletableFuture<Optional<Value>> read(String bucket) {
    return ACTIONS
        .find(s3::getBucketLogging, GetBucketLoggingRequest.builder().bucket(bucket).build())
        .thenApply(found -> found.map(answer -> told(Told.plain(answer))));
  }

  @Override
  public CompletableFuture<?> write(String bucket, Value wanted) {
    return ACTIONS.send(
        s3::putBucketLogging,
        Pojos.of(
            PutBucketLoggingRequest.builder().bucket(bucket),
            MapValue.EMPTY.with("BucketLoggingStatus", sent(bucket, wanted)),
            Names.SAME));
  }

  @Override
  public CompletableFuture<?> clear(String bucket) {
    return write(bucket, Value.NULL);
  }

  private static Value sent(String bucket, Value wanted) {
    if (!(wanted instanceof MapValue logging)) {
      return MapValue.EMPTY;
    }
    MapValue usual =
        MapValue.EMPTY.with("TargetBucket", Value.of(bucket)).with("TargetPrefix", Value.of(""));
    return MapValue.EMPTY.with("LoggingEnabled", Parts.over(usual, NAMES.sdk(logging)));
  }

  private static Value told(MapValue status) {
    return status.get("LoggingEnabled") instanceof MapValue logging
        ? NAMES.cloudFormation(logging)
        : Value.NULL;
  }
}
