package dev.ashlar.aws.service.sns;

import static dev.ashlar.aws.service.sns.Sns.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
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
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.Tag;
import software.amazon.awssdk.services.sns.model.TagResourceRequest;
import software.amazon.awssdk.services.sns.model.UntagResourceRequest;

/**
 * A topic: most properties are attributes, which are texts; its log of deliveries is some more, and
 * its subscriptions and the protection of its data have calls of their own.
 */
final class Topic implements Tuned {
  private static final int LONGEST_NAME = 256;
  private static final String NAME = "TopicName";
  private static final String ARN = "TopicArn";
  private static final String FIFO = "FifoTopic";
  private static final String ENDING = ".fifo";
  private static final String TAGS = "Tags";
  private static final String LOGGING = "DeliveryStatusLogging";
  private static final String SUBSCRIPTIONS = "Subscription";
  private static final String PROTECTION = "DataProtectionPolicy";

  /** What a topic has that was never told otherwise; a text of nothing where that is not here. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "ArchivePolicy", "{}",
          "ContentBasedDeduplication", "false",
          "FifoThroughputScope", "Topic",
          "MaximumMessageSize", "262144",
          "SignatureVersion", "1",
          "TracingConfig", "PassThrough");

  private final SnsAsyncClient sns;
  private final ResourceSchema schema;
  private final TopicExtras extras;

  Topic(SnsAsyncClient sns, ResourceSchema schema) {
    this.sns = sns;
    this.schema = schema;
    this.extras = new TopicExtras(sns);
  }

  /** A topic of the name is given back as if it had just been made. */
  @Override
  public boolean takes() {
    return true;
  }

  @Override
  public boolean settles() {
    return true;
  }

  private static boolean isFifo(MapValue spec) {
    return spec.get(FIFO).equals(Value.of(true));
  }

  private static Optional<String> name(Wanted wanted) {
    return wanted.name(NAME, LONGEST_NAME, isFifo(wanted.spec()) ? ENDING : "");
  }

  /** That a topic is none of the other kind can only be said by not saying it. */
  private static Map<String, String> attributes(MapValue spec) {
    Map<String, String> attributes = new TreeMap<>();
    for (Map.Entry<String, Value> entry : spec.entries().entrySet()) {
      boolean own =
          switch (entry.getKey()) {
            case NAME, TAGS, LOGGING, SUBSCRIPTIONS, PROTECTION -> false;
            case FIFO -> isFifo(spec);
            default -> true;
          };
      if (own) {
        attributes.put(entry.getKey(), AttributeTexts.text(entry.getValue()));
      }
    }
    return attributes;
  }

  @Override
  public CompletableFuture<Step> create(Wanted wanted) {
    CreateTopicRequest.Builder request =
        CreateTopicRequest.builder()
            .name(name(wanted).orElseThrow())
            .attributes(attributes(wanted.spec()))
            .tags(tags(Tags.of(wanted.spec().get(TAGS))));
    Value protection = wanted.spec().get(PROTECTION);
    if (!(protection instanceof Value.NullValue)) {
      request.dataProtectionPolicy(AttributeTexts.text(protection));
    }
    return ACTIONS
        .send(sns::createTopic, request.build())
        .thenApply(made -> Step.more(made.topicArn()));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    List<Tag> all = new ArrayList<>();
    tags.forEach((key, value) -> all.add(Tag.builder().key(key).value(value).build()));
    return all;
  }

  @Override
  public CompletableFuture<Step> settle(Operation operation, String id, MapValue spec) {
    return set(id, TopicLogging.attributes(spec.get(LOGGING)))
        .thenCompose(done -> extras.subscribe(id, Parts.maps(spec.get(SUBSCRIPTIONS))))
        .thenApply(done -> Step.last(id));
  }

  private CompletableFuture<Void> set(String id, Map<String, String> attributes) {
    return Chain.each(
        List.copyOf(attributes.entrySet()),
        attribute ->
            ACTIONS.send(
                sns::setTopicAttributes,
                SetTopicAttributesRequest.builder()
                    .topicArn(id)
                    .attributeName(attribute.getKey())
                    .attributeValue(attribute.getValue())
                    .build()));
  }

  @Override
  public CompletableFuture<Optional<MapValue>> read(String id, MapValue set) {
    return ACTIONS
        .find(sns::getTopicAttributes, GetTopicAttributesRequest.builder().topicArn(id).build())
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : tagged(id, model(id, found.get().attributes()))
                        .thenCompose(model -> extras.told(id, model, set))
                        .thenApply(Optional::of));
  }

  private MapValue model(String id, Map<String, String> attributes) {
    MapValue model =
        AttributeTexts.model(schema, attributes)
            .with(ARN, Value.of(id))
            .with(NAME, Value.of(id.substring(id.lastIndexOf(':') + 1)))
            .with(FIFO, Value.of(id.endsWith(ENDING)));
    return Parts.with(model, LOGGING, TopicLogging.told(attributes));
  }

  private CompletableFuture<MapValue> tagged(String id, MapValue model) {
    return ACTIONS
        .send(
            sns::listTagsForResource, ListTagsForResourceRequest.builder().resourceArn(id).build())
        .thenApply(
            told -> {
              Map<String, String> tags = new TreeMap<>();
              told.tags().forEach(tag -> tags.put(tag.key(), tag.value()));
              return model.with(TAGS, Tags.list(tags));
            });
  }

  @Override
  public CompletableFuture<Step> update(Change change) {
    Map<String, String> attributes = new TreeMap<>();
    Map<String, String> wanted = attributes(change.spec());
    for (String name : change.changed()) {
      switch (name) {
        case NAME, TAGS, SUBSCRIPTIONS, PROTECTION -> {}
        case LOGGING ->
            attributes.putAll(
                TopicLogging.between(change.prior().get(LOGGING), change.wanted(LOGGING)));
        default -> attributes.put(name, wanted.getOrDefault(name, DEFAULTS.getOrDefault(name, "")));
      }
    }
    String id = change.id();
    return set(id, attributes)
        .thenCompose(done -> extras.update(change))
        .thenCompose(done -> tags(change))
        .thenApply(done -> Step.last(id));
  }

  private CompletableFuture<?> tags(Change change) {
    return Tags.between(change.prior().get(TAGS), change.spec().get(TAGS))
        .apply(
            set ->
                ACTIONS.send(
                    sns::tagResource,
                    TagResourceRequest.builder().resourceArn(change.id()).tags(tags(set)).build()),
            removed ->
                ACTIONS.send(
                    sns::untagResource,
                    UntagResourceRequest.builder()
                        .resourceArn(change.id())
                        .tagKeys(removed)
                        .build()));
  }

  @Override
  public CompletableFuture<Step> delete(String id, MapValue was) {
    return ACTIONS
        .remove(sns::deleteTopic, DeleteTopicRequest.builder().topicArn(id).build())
        .thenApply(gone -> Step.last(id));
  }

  @Override
  public CompletableFuture<List<String>> list(Wanted wanted) {
    if (wanted.spec().get(ARN) instanceof Value.TextValue arn) {
      return CompletableFuture.completedFuture(
          Sns.isArn(arn.text()) ? List.of(arn.text()) : List.of());
    }
    Optional<String> name = name(wanted);
    return everywhere(sns)
        .thenApply(
            all ->
                name.isEmpty()
                    ? all
                    : all.stream().filter(arn -> arn.endsWith(":" + name.get())).toList());
  }

  static CompletableFuture<List<String>> everywhere(SnsAsyncClient sns) {
    return Pages.<ListTopicsResponse, software.amazon.awssdk.services.sns.model.Topic>all(
            next ->
                ACTIONS.send(sns::listTopics, ListTopicsRequest.builder().nextToken(next).build()),
            ListTopicsResponse::topics,
            ListTopicsResponse::nextToken)
        .thenApply(all -> all.stream().map(topic -> topic.topicArn()).toList());
  }
}
