package dev.ashlar.aws.service.s3;

import static dev.ashlar.aws.service.s3.S3.ACTIONS;

import dev.ashlar.value.Value;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.PutBucketAclRequest;

/** A ready-made access control list: AWS makes grants of its name, and forgets it. */
record AccessControl(S3AsyncClient s3) implements Setting {
  @Override
  public String property() {
    return "AccessControl";
  }

  @Override
  public CompletableFuture<Optional<Value>> read(String bucket) {
    return CompletableFuture.completedFuture(Optional.empty());
  }

  /** S3 writes the names otherwise: {@code public-read}. */
  @Override
  public CompletableFuture<?> write(String bucket, Value wanted) {
    String name = wanted.toString().replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    return ACTIONS.send(
        s3::putBucketAcl, PutBucketAclRequest.builder().bucket(bucket).acl(name).build());
  }

  @Override
  public CompletableFuture<?> clear(String bucket) {
    return write(bucket, Value.of("Private"));
  }
}
