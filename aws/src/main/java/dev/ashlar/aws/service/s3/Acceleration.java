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
import software.amazon.awssdk.services.s3.model.GetBucketAccelerateConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketAccelerateConfigurationRequest;

/** Transfer acceleration; once used, it can only be suspended. */
record Acceleration(S3AsyncClient s3, ResourceSchema schema) implements Setting {
  private static final Names NAMES = Names.SAME.with("AccelerationStatus", "Status");

  @Override
  public String property() {
    return "AccelerateConfiguration";
  }

  @Override
  public CompletableFuture<Optional<Value>> read(String bucket) {
    return ACTIONS
        .find(
            s3::getBucketAccelerateConfiguration,
            GetBucketAccelerateConfigurationRequest.builder().bucket(bucket).build())
        .thenApply(found -> found.map(answer -> new Told(schema, NAMES).part(property(), answer)));
  }

  @Override
  public CompletableFuture<?> write(String bucket, Value wanted) {
    return ACTIONS.send(
        s3::putBucketAccelerateConfiguration,
        Pojos.of(
            PutBucketAccelerateConfigurationRequest.builder().bucket(bucket),
            MapValue.EMPTY.with("AccelerateConfiguration", wanted),
            NAMES));
  }

  @Override
  public CompletableFuture<?> clear(String bucket) {
    return write(bucket, MapValue.EMPTY.with("AccelerationStatus", Value.of("Suspended")));
  }
}
