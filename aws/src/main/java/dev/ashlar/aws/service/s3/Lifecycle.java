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
import software.amazon.awssdk.services.s3.model.DeleteBucketLifecycleRequest;
import software.amazon.awssdk.services.s3.model.GetBucketLifecycleConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketLifecycleConfigurationRequest;

/** What becomes of objects as they grow old. */
record Lifecycle(S3AsyncClient s3) implements Setting {
  private static final String RULES = "Rules";
  private static final String SMALLEST = "TransitionDefaultMinimumObjectSize";

  @Override
  public String property() {
    return "LifecycleConfiguration";
  }

  @Override
  public CompletableFuture<Optional<Value>> read(String bucket) {
    return ACTIONS
        .find(
            s3::getBucketLifecycleConfiguration,
            GetBucketLifecycleConfigurationRequest.builder().bucket(bucket).build())
        .thenApply(found -> found.map(answer -> told(Told.plain(answer))));
  }

  private static Value told(MapValue answer) {
    return answer.with(RULES, Parts.each(answer.get(RULES), LifecycleRules::told));
  }

  @Override
  public CompletableFuture<?> write(String bucket, Value wanted) {
    MapValue all = Parts.map(wanted);
    Value rules = Parts.each(all.get(RULES), LifecycleRules::sent);
    return ACTIONS.send(
        s3::putBucketLifecycleConfiguration,
        Pojos.of(
            PutBucketLifecycleConfigurationRequest.builder().bucket(bucket),
            Parts.with(MapValue.EMPTY, SMALLEST, all.get(SMALLEST))
                .with(property(), all.without(SMALLEST).with(RULES, rules)),
            Names.SAME));
  }

  @Override
  public CompletableFuture<?> clear(String bucket) {
    return ACTIONS.send(
        s3::deleteBucketLifecycle, DeleteBucketLifecycleRequest.builder().bucket(bucket).build());
  }
}
