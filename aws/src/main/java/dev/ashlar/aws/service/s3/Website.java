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
import software.amazon.awssdk.services.s3.model.DeleteBucketWebsiteRequest;
import software.amazon.awssdk.services.s3.model.GetBucketWebsiteRequest;
import software.amazon.awssdk.services.s3.model.PutBucketWebsiteRequest;

/** The bucket as a web site. */
record Website(S3AsyncClient s3) implements Setting {
  private static final Names NAMES =
      Names.SAME.with("RedirectRule", "Redirect").with("RoutingRuleCondition", "Condition");

  @Override
  public String property() {
    return "WebsiteConfiguration";
  }

  @Override
  public CompletableFuture<Optional<Value>> read(String bucket) {
    return ACTIONS
        .find(s3::getBucketWebsite, GetBucketWebsiteRequest.builder().bucket(bucket).build())
        .thenApply(found -> found.map(answer -> told(Told.plain(answer))));
  }

  @Override
  public CompletableFuture<?> write(String bucket, Value wanted) {
    return ACTIONS.send(
        s3::putBucketWebsite,
        Pojos.of(
            PutBucketWebsiteRequest.builder().bucket(bucket),
            MapValue.EMPTY.with("WebsiteConfiguration", sent(wanted)),
            Names.SAME));
  }

  @Override
  public CompletableFuture<?> clear(String bucket) {
    return ACTIONS.send(
        s3::deleteBucketWebsite, DeleteBucketWebsiteRequest.builder().bucket(bucket).build());
  }

  private static Value sent(Value wanted) {
    MapValue site = NAMES.sdk(Parts.map(wanted));
    return wrapped(wrapped(site, "ErrorDocument", "Key"), "IndexDocument", "Suffix");
  }

  private static MapValue wrapped(MapValue site, String name, String inside) {
    Value text = site.get(name);
    return text instanceof Value.NullValue
        ? site
        : site.with(name, MapValue.EMPTY.with(inside, text));
  }

  private static Value told(MapValue site) {
    MapValue named = NAMES.cloudFormation(site);
    return bare(bare(named, "ErrorDocument", "Key"), "IndexDocument", "Suffix");
  }

  private static MapValue bare(MapValue site, String name, String inside) {
    return site.get(name) instanceof MapValue wrapped ? site.with(name, wrapped.get(inside)) : site;
  }
}
