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
import software.amazon.awssdk.services.s3.model.GetObjectLockConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutObjectLockConfigurationRequest;

/** How long objects cannot be removed; the lock itself stays. */
record ObjectLock(S3AsyncClient s3, ResourceSchema schema) implements Setting {
  @Override
  public String property() {
    return "ObjectLockConfiguration";
  }

  @Override
  public CompletableFuture<Optional<Value>> read(String bucket) {
    return ACTIONS
        .find(
            s3::getObjectLockConfiguration,
            GetObjectLockConfigurationRequest.builder().bucket(bucket).build())
        .thenApply(
            found ->
                found.map(
                    answer ->
                        new Told(schema, Names.SAME)
                            .part(property(), answer.objectLockConfiguration())));
  }

  @Override
  public CompletableFuture<?> write(String bucket, Value wanted) {
    return ACTIONS.send(
        s3::putObjectLockConfiguration,
        Pojos.of(
            PutObjectLockConfigurationRequest.builder().bucket(bucket),
            MapValue.EMPTY.with("ObjectLockConfiguration", wanted),
            Names.SAME));
  }

  @Override
  public CompletableFuture<?> clear(String bucket) {
    return write(bucket, MapValue.EMPTY.with("ObjectLockEnabled", Value.of("Enabled")));
  }
}
