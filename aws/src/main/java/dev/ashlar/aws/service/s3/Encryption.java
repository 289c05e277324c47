package dev.ashlar.aws.service.s3;

import static dev.ashlar.aws.service.s3.S3.ACTIONS;

import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Parts;
import dev.ashlar.aws.service.Pojos;
import dev.ashlar.aws.service.Told;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.DeleteBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.GetBucketEncryptionRequest;
import software.amazon.awssdk.services.s3.model.PutBucketEncryptionRequest;

/** How objects are encrypted where nobody says otherwise. */
record Encryption(S3AsyncClient s3, ResourceSchema schema) implements Setting {
  private static final Names NAMES =
      Names.SAME
          .with("ServerSideEncryptionConfiguration", "Rules")
          .with("ServerSideEncryptionByDefault", "ApplyServerSideEncryptionByDefault");

  @Override
  public String property() {
    return "BucketEncryption";
  }

  @Override
  public CompletableFuture<Optional<Value>> read(String bucket) {
    return ACTIONS
        .find(s3::getBucketEncryption, GetBucketEncryptionRequest.builder().bucket(bucket).build())
        .thenApply(
            found ->
                found.map(
                    answer ->
                        new Told(schema, NAMES)
                            .part(property(), answer.serverSideEncryptionConfiguration())));
  }

  @Override
  public CompletableFuture<?> write(String bucket, Value wanted) {
    return ACTIONS.send(
        s3::putBucketEncryption,
        Pojos.of(
            PutBucketEncryptionRequest.builder().bucket(bucket),
            MapValue.EMPTY.with("ServerSideEncryptionConfiguration", NAMES.sdk(Parts.map(wanted))),
            Names.SAME));
  }

  @Override
  public CompletableFuture<?> clear(String bucket) {
    return ACTIONS.send(
        s3::deleteBucketEncryption, DeleteBucketEncryptionRequest.builder().bucket(bucket).build());
  }
}
