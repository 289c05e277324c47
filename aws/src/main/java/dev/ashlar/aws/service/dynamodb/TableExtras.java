package dev.ashlar.aws.service.dynamodb;

import static dev.ashlar.aws.service.dynamodb.DynamoDb.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.Chain;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Parts;
import dev.ashlar.aws.service.Tags;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.DeleteResourcePolicyRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTagsOfResourceResponse;
import software.amazon.awssdk.services.dynamodb.model.PutResourcePolicyRequest;
import software.amazon.awssdk.services.dynamodb.model.Tag;
import software.amazon.awssdk.services.dynamodb.model.TagResourceRequest;
import software.amazon.awssdk.services.dynamodb.model.UntagResourceRequest;

/** What a table has beside itself, by calls of its own. Told where it was set. */
final class TableExtras {
  /** The properties that calls about the table itself do not take. */
  static final List<String> PROPERTIES =
      List.of(
          "TimeToLiveSpecification",
          "PointInTimeRecoverySpecification",
          "KinesisStreamSpecification",
          "ContributorInsightsSpecification");

  private static final String POLICY = "ResourcePolicy";
  private static final String DOCUMENT = "PolicyDocument";
  private static final String TAGS = "Tags";

  private final DynamoDbAsyncClient dynamo;
  private final List<TableSetting> settings;

  TableExtras(DynamoDbAsyncClient dynamo) {
    this.dynamo = dynamo;
    this.settings =
        List.of(
            new TimeToLive(dynamo),
            new PointInTimeRecovery(dynamo),
            new KinesisStream(dynamo),
            new ContributorInsights(dynamo));
  }

  /** Gives a new table what is declared. */
  CompletableFuture<?> set(String id, String arn, MapValue spec) {
    List<TableSetting> wanted = new ArrayList<>(settings);
    wanted.removeIf(setting -> spec.get(setting.property()) instanceof Value.NullValue);
    return Chain.each(
        wanted,
        setting -> setting.write(id, Parts.map(spec.get(setting.property())), MapValue.EMPTY));
  }

  CompletableFuture<?> change(Change change, String arn) {
    List<TableSetting> changed = new ArrayList<>(settings);
    changed.removeIf(setting -> !change.concerns(setting.property()));
    CompletableFuture<?> so =
        Chain.each(
            changed,
            setting -> {
              MapValue prior = Parts.map(change.prior().get(setting.property()));
              Value wanted = change.wanted(setting.property());
              return wanted instanceof Value.NullValue
                  ? setting.clear(change.id(), prior)
                  : setting.write(change.id(), Parts.map(wanted), prior);
            });
    if (change.concerns(POLICY)) {
      so = so.thenCompose(done -> permit(arn, Parts.map(change.wanted(POLICY)).get(DOCUMENT)));
    }
    return so.thenCompose(done -> tags(change, arn));
  }

  private CompletableFuture<?> permit(String arn, Value document) {
    return document instanceof Value.NullValue
        ? ACTIONS.remove(
            dynamo::deleteResourcePolicy,
            DeleteResourcePolicyRequest.builder().resourceArn(arn).build())
        : ACTIONS.send(
            dynamo::putResourcePolicy,
            PutResourcePolicyRequest.builder()
                .resourceArn(arn)
                .policy(AttributeTexts.text(document))
                .build());
  }

  private CompletableFuture<?> tags(Change change, String arn) {
    return Tags.between(change.prior().get(TAGS), change.spec().get(TAGS))
        .apply(
            set -> {
              List<Tag> tags = new ArrayList<>();
              set.forEach((key, value) -> tags.add(Tag.builder().key(key).value(value).build()));
              return ACTIONS.send(
                  dynamo::tagResource,
                  TagResourceRequest.builder().resourceArn(arn).tags(tags).build());
            },
            removed ->
                ACTIONS.send(
                    dynamo::untagResource,
                    UntagResourceRequest.builder().resourceArn(arn).tagKeys(removed).build()));
  }

  /** A table's model with what is beside it; empty where it goes away meanwhile. */
  CompletableFuture<Optional<MapValue>> told(String id, String arn, MapValue model, MapValue set) {
    CompletableFuture<MapValue> told = tagged(arn, model);
    for (TableSetting setting : settings) {
      if (isRead(setting.property(), set)) {
        told =
            told.thenCombine(
                setting.read(id), (so, value) -> Parts.with(so, setting.property(), value));
      }
    }
    if (!(set.get(POLICY) instanceof Value.NullValue)) {
      told = told.thenCombine(TablePolicy.of(dynamo, arn), (so, p) -> Parts.with(so, POLICY, p));
    }
    return told.thenApply(Optional::of);
  }

  private static boolean isRead(String property, MapValue set) {
    return set.entries().isEmpty() || !(set.get(property) instanceof Value.NullValue);
  }

  private CompletableFuture<MapValue> tagged(String arn, MapValue model) {
    return Pages.<ListTagsOfResourceResponse, Tag>all(
            next ->
                ACTIONS.send(
                    dynamo::listTagsOfResource,
                    ListTagsOfResourceRequest.builder().resourceArn(arn).nextToken(next).build()),
            ListTagsOfResourceResponse::tags,
            ListTagsOfResourceResponse::nextToken)
        .thenApply(
            all -> {
              Map<String, String> tags = new TreeMap<>();
              all.forEach(tag -> tags.put(tag.key(), tag.value()));
              return model.with(TAGS, Tags.list(tags));
            });
  }
}
