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
import software.amazon.awssdk.services.s3.model.DeletePublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.GetPublicAccessBlockRequest;
import software.amazon.awssdk.services.s3.model.PutPublicAccessBlockRequest;

/** What keeps the bucket from being public. */
record PublicAccess(S3AsyncClient s3, ResourceSchema schema) implements Setting {
  @Override
  public String property() {
    return "PublicAccessBlockConfiguration";
  }

  @Override
  public CompletableFuture<Optional<Value>> read(String bucket) {
    return ACTIONS
        .find(
            s3::getPublicAccessBlock, GetPublicAccessBlockRequest.builder().bucket(bucket).build())
        .thenApply(
            found ->
                found.map(
                    answer ->
                        new Told(schema, Names.SAME)
                            .part(property(), answer.publicAccessBlockConfiguration())));
  }

  @Override
  public CompletableFuture<?> write(String bucket, Value wanted) {
    return ACTIONS.send(
        s3::putPublicAccessBlock,
        Pojos.of(
            PutPublicAccessBlockRequest.builder().bucket(bucket),
            MapValue.EMPTY.with("PublicAccessBlockConfiguration", wanted),
            Names.SAME));
  }

  @Override
  public CompletableFuture<?> clear(String bucket) {
    return ACTIONS.send(
        s3::deletePublicAccessBlock,
        DeletePublicAccessBlockRequest.builder().bucket(bucket).build());
  }
}
