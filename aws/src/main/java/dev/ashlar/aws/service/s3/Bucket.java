package dev.ashlar.aws.service.s3;

import static dev.ashlar.aws.service.s3.S3.ACTIONS;

import dev.ashlar.aws.service.Chain;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Parts;
import dev.ashlar.aws.service.Step;
import dev.ashlar.aws.service.Tags;
import dev.ashlar.aws.service.Tuned;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.CreateBucketConfiguration;
import software.amazon.awssdk.services.s3.model.CreateBucketRequest;
import software.amazon.awssdk.services.s3.model.DeleteBucketRequest;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketsResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/**
 * A bucket: made by one call, then given its settings one after the other. Of an object that is
 * known, only those settings are read that were set: each is a call.
 */
final class Bucket implements Tuned {
  private static final String NAME = "BucketName";
  private static final String LOCKED = "ObjectLockEnabled";
  private static final String FIRST_REGION = "us-east-1";

  private final S3AsyncClient s3;
  private final String region;
  private final ObjectLock lock;
  private final List<Setting> settings;

  Bucket(S3AsyncClient s3, String region, ResourceSchema schema) {
    this.s3 = s3;
    this.region = region;
    this.lock = new ObjectLock(s3, schema);
    this.settings = settings(s3, schema, lock);
  }

  /**
   * In an order in which each finds what it needs: lists of access, ownership; copies, versions.
   */
  private static List<Setting> settings(S3AsyncClient s3, ResourceSchema schema, ObjectLock lock) {
    return List.of(
        new Tagging(s3),
        new Ownership(s3, schema),
        new PublicAccess(s3, schema),
        new AccessControl(s3),
        new Versioning(s3, schema),
        lock,
        new Encryption(s3, schema),
        new Lifecycle(s3),
        new Cors(s3, schema),
        new Website(s3),
        new Logging(s3),
        new Acceleration(s3, schema),
        new Replication(s3, schema),
        new Notification(s3),
        new Metrics(s3),
        new Analytics(s3),
        new Inventory(s3),
        new Tiering(s3),
        new Abac(s3));
  }

  /** In its first region, S3 gives back a bucket of one's own as if it had just been made. */
  @Override
  public boolean takes() {
    return true;
  }

  @Override
  public boolean settles() {
    return true;
  }

  @Override
  public CompletableFuture<Step> create(Wanted wanted) {
    String name = wanted.name(NAME, 63, "").orElseThrow();
    CreateBucketConfiguration.Builder where = CreateBucketConfiguration.builder();
    if (!region.equals(FIRST_REGION)) {
      where.locationConstraint(region);
    }
    List<Tag> tags = new ArrayList<>();
    Tags.of(wanted.spec().get("Tags"))
        .forEach((key, value) -> tags.add(Tag.builder().key(key).value(value).build()));
    if (!tags.isEmpty()) {
      where.tags(tags);
    }
    CreateBucketRequest.Builder request = CreateBucketRequest.builder().bucket(name);
    if (!tags.isEmpty() || !region.equals(FIRST_REGION)) {
      request.createBucketConfiguration(where.build());
    }
    if (wanted.spec().get(LOCKED).equals(Value.of(true))) {
      request.objectLockEnabledForBucket(true);
    }
    return ACTIONS
        .send(s3::createBucket, request.build())
        .thenCompose(made -> marked(name, wanted.spec().get("Tags")))
        .thenApply(done -> Step.more(name));
  }

  /**
   * Not all that speak S3 heed the tags that a bucket is made with, and a bucket without its mark
   * is not found again. What fails here is done when the bucket is settled.
   */
  private CompletableFuture<?> marked(String name, Value tags) {
    return tags instanceof Value.NullValue
        ? CompletableFuture.completedFuture(null)
        : new Tagging(s3).write(name, tags).handle((done, failed) -> name);
  }

  @Override
  public CompletableFuture<Step> settle(Operation operation, String id, MapValue spec) {
    List<Setting> wanted = new ArrayList<>(settings);
    wanted.removeIf(setting -> spec.get(setting.property()) instanceof Value.NullValue);
    return Chain.each(wanted, setting -> setting.write(id, spec.get(setting.property())))
        .thenApply(done -> Step.last(id));
  }

  @Override
  public CompletableFuture<Optional<MapValue>> read(String id, MapValue set) {
    return ACTIONS
        .find(s3::headBucket, HeadBucketRequest.builder().bucket(id).build())
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : parts(id, set).thenApply(Optional::of));
  }

  private CompletableFuture<MapValue> parts(String id, MapValue set) {
    CompletableFuture<MapValue> model =
        CompletableFuture.completedFuture(
            Parts.over(BucketAddresses.of(id, region), MapValue.EMPTY.with(NAME, Value.of(id))));
    for (Setting setting : settings) {
      if (isRead(setting.property(), set)) {
        model =
            model.thenCombine(
                setting.read(id),
                (so, value) -> Parts.with(so, setting.property(), value.orElse(Value.NULL)));
      }
    }
    return isRead(LOCKED, set)
        ? model.thenCombine(
            lock.read(id), (so, value) -> so.with(LOCKED, Value.of(value.isPresent())))
        : model;
  }

  private static boolean isRead(String property, MapValue set) {
    return property.equals("Tags")
        || set.entries().isEmpty()
        || !(set.get(property) instanceof Value.NullValue);
  }

  @Override
  public CompletableFuture<Step> update(Change change) {
    List<Setting> changed = new ArrayList<>(settings);
    changed.removeIf(setting -> !change.concerns(setting.property()));
    return Chain.each(
            changed,
            setting -> {
              Value wanted = change.wanted(setting.property());
              return wanted instanceof Value.NullValue
                  ? setting.clear(change.id())
                  : setting.write(change.id(), wanted);
            })
        .thenApply(done -> Step.last(change.id()));
  }

  @Override
  public CompletableFuture<Step> delete(String id, MapValue was) {
    return ACTIONS
        .remove(s3::deleteBucket, DeleteBucketRequest.builder().bucket(id).build())
        .thenApply(gone -> Step.last(id));
  }

  @Override
  public CompletableFuture<List<String>> list(Wanted wanted) {
    return wanted
        .name(NAME, 63, "")
        .map(name -> CompletableFuture.completedFuture(List.of(name)))
        .orElseGet(() -> everywhere(s3, region));
  }

  static CompletableFuture<List<String>> everywhere(S3AsyncClient s3, String region) {
    return Pages.<ListBucketsResponse, software.amazon.awssdk.services.s3.model.Bucket>all(
            next ->
                ACTIONS.send(
                    s3::listBuckets,
                    ListBucketsRequest.builder()
                        .bucketRegion(region)
                        .maxBuckets(1_000)
                        .continuationToken(next)
                        .build()),
            ListBucketsResponse::buckets,
            ListBucketsResponse::continuationToken)
        .thenApply(
            found ->
                found.stream().map(software.amazon.awssdk.services.s3.model.Bucket::name).toList());
  }
}
