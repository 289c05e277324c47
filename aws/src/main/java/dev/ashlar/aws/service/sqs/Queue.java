package dev.ashlar.aws.service.sqs;

import static dev.ashlar.aws.service.sqs.Sqs.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Step;
import dev.ashlar.aws.service.Tags;
import dev.ashlar.aws.service.Tuned;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.DeleteQueueRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.TagQueueRequest;
import software.amazon.awssdk.services.sqs.model.UntagQueueRequest;

/** A queue: its properties are attributes, which are texts. Its identifier is its URL. */
record Queue(SqsAsyncClient sqs, ResourceSchema schema) implements Tuned {
  private static final int LONGEST_NAME = 80;

  /** What a queue has that was never told otherwise. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "ContentBasedDeduplication", "false",
          "DeduplicationScope", "queue",
          "DelaySeconds", "0",
          "FifoThroughputLimit", "perQueue",
          "KmsDataKeyReusePeriodSeconds", "300",
          "MaximumMessageSize", "1048576",
          "MessageRetentionPeriod", "345600",
          "ReceiveMessageWaitTimeSeconds", "0",
          "SqsManagedSseEnabled", "true",
          "VisibilityTimeout", "30");

  private static final String ENDING = ".fifo";
  private static final String FIFO = "FifoQueue";
  private static final String NAME = "QueueName";
  private static final String TAGS = "Tags";

  /** A name that is there is given back as if it had just been made. */
  @Override
  public boolean takes() {
    return true;
  }

  @Override
  public CompletableFuture<Step> create(Wanted wanted) {
    Map<String, String> attributes = new TreeMap<>();
    attributes(wanted.spec())
        .forEach((name, value) -> attributes.put(name, AttributeTexts.text(value)));
    return ACTIONS
        .send(
            sqs::createQueue,
            CreateQueueRequest.builder()
                .queueName(name(wanted).orElseThrow())
                .attributesWithStrings(attributes)
                .tags(Tags.of(wanted.spec().get(TAGS)))
                .build())
        .thenApply(made -> Step.last(made.queueUrl()));
  }

  private static Optional<String> name(Wanted wanted) {
    return wanted.name(NAME, LONGEST_NAME, isFifo(wanted.spec()) ? ENDING : "");
  }

  private static boolean isFifo(MapValue spec) {
    return spec.get(FIFO).equals(Value.of(true));
  }

  /** That a queue is none of the other kind can only be said by not saying it. */
  private static Map<String, Value> attributes(MapValue spec) {
    MapValue all = spec.without(NAME).without(TAGS);
    return (isFifo(spec) ? all : all.without(FIFO)).entries();
  }

  @Override
  public CompletableFuture<Optional<MapValue>> read(String id, MapValue set) {
    return ACTIONS
        .find(
            sqs::getQueueAttributes,
            GetQueueAttributesRequest.builder()
                .queueUrl(id)
                .attributeNames(QueueAttributeName.ALL)
                .build())
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : tags(id)
                        .thenApply(
                            tags ->
                                tags.map(
                                    all -> model(id, found.get().attributesAsStrings(), all))));
  }

  private CompletableFuture<Optional<Map<String, String>>> tags(String id) {
    return ACTIONS
        .find(sqs::listQueueTags, ListQueueTagsRequest.builder().queueUrl(id).build())
        .thenApply(told -> told.map(answer -> answer.tags()));
  }

  private MapValue model(String id, Map<String, String> attributes, Map<String, String> tags) {
    String arn = attributes.getOrDefault("QueueArn", "");
    return AttributeTexts.model(schema, attributes)
        .with("Arn", Value.of(arn))
        .with(FIFO, Value.of(id.endsWith(ENDING)))
        .with("QueueUrl", Value.of(id))
        .with(NAME, Value.of(id.substring(id.lastIndexOf('/') + 1)))
        .with(TAGS, Tags.list(tags));
  }

  @Override
  public CompletableFuture<Step> update(Change change) {
    return attributes(change)
        .thenCompose(done -> tags(change))
        .thenApply(done -> Step.last(change.id()));
  }

  private CompletableFuture<?> attributes(Change change) {
    Map<String, String> attributes = new TreeMap<>();
    for (String name : change.changed()) {
      if (!name.equals(TAGS)) {
        Value wanted = change.wanted(name);
        attributes.put(
            name,
            wanted instanceof Value.NullValue
                ? DEFAULTS.getOrDefault(name, "")
                : AttributeTexts.text(wanted));
      }
    }
    return attributes.isEmpty()
        ? CompletableFuture.completedFuture(null)
        : ACTIONS.send(
            sqs::setQueueAttributes,
            SetQueueAttributesRequest.builder()
                .queueUrl(change.id())
                .attributesWithStrings(attributes)
                .build());
  }

  private CompletableFuture<?> tags(Change change) {
    Tags tags = Tags.between(change.prior().get(TAGS), change.spec().get(TAGS));
    return tags.apply(
        set ->
            ACTIONS.send(
                sqs::tagQueue, TagQueueRequest.builder().queueUrl(change.id()).tags(set).build()),
        removed ->
            ACTIONS.send(
                sqs::untagQueue,
                UntagQueueRequest.builder().queueUrl(change.id()).tagKeys(removed).build()));
  }

  @Override
  public CompletableFuture<Step> delete(String id, MapValue was) {
    return ACTIONS
        .send(sqs::deleteQueue, DeleteQueueRequest.builder().queueUrl(id).build())
        .thenApply(gone -> Step.last(id));
  }

  @Override
  public CompletableFuture<List<String>> list(Wanted wanted) {
    if (wanted.spec().get("QueueUrl") instanceof Value.TextValue url) {
      return CompletableFuture.completedFuture(List.of(url.text()));
    }
    return name(wanted)
        .map(
            name ->
                ACTIONS
                    .find(sqs::getQueueUrl, GetQueueUrlRequest.builder().queueName(name).build())
                    .thenApply(found -> found.map(GetQueueUrlResponse::queueUrl).stream().toList()))
        .orElseGet(() -> everywhere(sqs));
  }

  static CompletableFuture<List<String>> everywhere(SqsAsyncClient sqs) {
    return Pages.all(
        next ->
            ACTIONS.send(
                sqs::listQueues,
                ListQueuesRequest.builder().maxResults(1_000).nextToken(next).build()),
        ListQueuesResponse::queueUrls,
        ListQueuesResponse::nextToken);
  }
}
