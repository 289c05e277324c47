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
import software.amazon.awssdk.services.s3.model.DeleteBucketCorsRequest;
import software.amazon.awssdk.services.s3.model.GetBucketCorsRequest;
import software.amazon.awssdk.services.s3.model.PutBucketCorsRequest;

/** Which pages of other sites may use the objects. */
record Cors(S3AsyncClient s3, ResourceSchema schema) implements Setting {
  private static final Names NAMES =
      Names.SAME.with("MaxAge", "MaxAgeSeconds").with("ExposedHeaders", "ExposeHeaders");

  @Override
  public String property() {
    return "CorsConfiguration";
  }

  @Override
  public CompletableFuture<Optional<Value>> read(String bucket) {
    return ACTIONS
        .find(s3::getBucketCors, GetBucketCorsRequest.builder().bucket(bucket).build())
        .thenApply(found -> found.map(answer -> new Told(schema, NAMES).part(property(), answer)));
  }

  @Override
  public CompletableFuture<?> write(String bucket, Value wanted) {
    return ACTIONS.send(
        s3::putBucketCors,
        Pojos.of(
            PutBucketCorsRequest.builder().bucket(bucket),
            MapValue.EMPTY.with("CORSConfiguration", wanted),
            NAMES));
  }

  @Override
  public CompletableFuture<?> clear(String bucket) {
    return ACTIONS.send(
        s3::deleteBucketCors, DeleteBucketCorsRequest.builder().bucket(bucket).build());
  }
}
