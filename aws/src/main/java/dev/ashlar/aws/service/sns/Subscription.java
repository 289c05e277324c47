package dev.ashlar.aws.service.sns;

import static dev.ashlar.aws.service.sns.Sns.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.Chain;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Step;
import dev.ashlar.aws.service.Tuned;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.connector.Failure;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsResponse;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;

/** Somebody who hears of a topic: there is one of each address at most. */
record Subscription(SnsAsyncClient sns, ResourceSchema schema) implements Tuned {
  private static final String TOPIC = "TopicArn";
  private static final String PROTOCOL = "Protocol";
  private static final String ENDPOINT = "Endpoint";

  /** A document that says nothing, or the usual value; a text of nothing for the others. */
  private static final Map<String, String> DEFAULTS =
      Map.of(
          "FilterPolicy", "{}",
          "FilterPolicyScope", "MessageAttributes",
          "RawMessageDelivery", "false");

  @Override
  public boolean takes() {
    return true;
  }

  @Override
  public boolean isSame(MapValue there, MapValue wanted) {
    return wanted.entries().entrySet().stream()
        .allMatch(entry -> entry.getValue().equals(there.get(entry.getKey())));
  }

  @Override
  public CompletableFuture<Step> create(Wanted wanted) {
    Map<String, String> attributes = new TreeMap<>();
    wanted
        .spec()
        .without(TOPIC)
        .without(PROTOCOL)
        .without(ENDPOINT)
        .entries()
        .forEach((name, value) -> attributes.put(name, AttributeTexts.text(value)));
    Value endpoint = wanted.spec().get(ENDPOINT);
    return ACTIONS
        .send(
            sns::subscribe,
            SubscribeRequest.builder()
                .topicArn(AttributeTexts.text(wanted.spec().get(TOPIC)))
                .protocol(AttributeTexts.text(wanted.spec().get(PROTOCOL)))
                .endpoint(
                    endpoint instanceof Value.NullValue ? null : AttributeTexts.text(endpoint))
                .attributes(attributes)
                .returnSubscriptionArn(true)
                .build())
        .thenApply(made -> Step.last(made.subscriptionArn()));
  }

  @Override
  public CompletableFuture<Optional<MapValue>> read(String id, MapValue set) {
    return ACTIONS
        .find(
            sns::getSubscriptionAttributes,
            GetSubscriptionAttributesRequest.builder().subscriptionArn(id).build())
        .thenApply(
            found ->
                found.map(
                    told ->
                        AttributeTexts.model(schema, told.attributes()).with("Arn", Value.of(id))));
  }

  @Override
  public CompletableFuture<Step> update(Change change) {
    return read(change.id(), change.spec())
        .thenCompose(
            there -> {
              if (there.isEmpty()) {
                throw Failure.notFound("the subscription does not exist").toException();
              }
              return Chain.each(List.copyOf(change.changed()), name -> set(change, name));
            })
        .thenApply(done -> Step.last(change.id()));
  }

  private CompletableFuture<?> set(Change change, String name) {
    Value wanted = change.wanted(name);
    return ACTIONS.send(
        sns::setSubscriptionAttributes,
        SetSubscriptionAttributesRequest.builder()
            .subscriptionArn(change.id())
            .attributeName(name)
            .attributeValue(
                wanted instanceof Value.NullValue
                    ? DEFAULTS.getOrDefault(name, "")
                    : AttributeTexts.text(wanted))
            .build());
  }

  @Override
  public CompletableFuture<Step> delete(String id, MapValue was) {
    return ACTIONS
        .remove(sns::unsubscribe, UnsubscribeRequest.builder().subscriptionArn(id).build())
        .thenApply(gone -> Step.last(id));
  }

  @Override
  public CompletableFuture<List<String>> list(Wanted wanted) {
    MapValue spec = wanted.spec();
    if (spec.get("Arn") instanceof Value.TextValue arn) {
      return CompletableFuture.completedFuture(
          Sns.isArn(arn.text()) ? List.of(arn.text()) : List.of());
    }
    CompletableFuture<List<software.amazon.awssdk.services.sns.model.Subscription>> all =
        spec.get(TOPIC) instanceof Value.TextValue topic ? of(sns, topic.text()) : everywhere();
    return all.thenApply(
        found ->
            found.stream()
                .filter(each -> fits(spec, ends(each)))
                .map(each -> each.subscriptionArn())
                .filter(Sns::isArn)
                .toList());
  }

  private static boolean fits(MapValue spec, MapValue ends) {
    return ends.entries().entrySet().stream()
        .allMatch(
            end ->
                spec.get(end.getKey()) instanceof Value.NullValue
                    || spec.get(end.getKey()).equals(end.getValue()));
  }

  static MapValue ends(software.amazon.awssdk.services.sns.model.Subscription told) {
    return Value.map(
        Map.of(ENDPOINT, Value.of(told.endpoint()), PROTOCOL, Value.of(told.protocol())));
  }

  /** The subscriptions of a topic. */
  static CompletableFuture<List<software.amazon.awssdk.services.sns.model.Subscription>> of(
      SnsAsyncClient sns, String topic) {
    return Pages.all(
        next ->
            ACTIONS.send(
                sns::listSubscriptionsByTopic,
                ListSubscriptionsByTopicRequest.builder().topicArn(topic).nextToken(next).build()),
        ListSubscriptionsByTopicResponse::subscriptions,
        ListSubscriptionsByTopicResponse::nextToken);
  }

  private CompletableFuture<List<software.amazon.awssdk.services.sns.model.Subscription>>
      everywhere() {
    return Pages.all(
        next ->
            ACTIONS.send(
                sns::listSubscriptions, ListSubscriptionsRequest.builder().nextToken(next).build()),
        ListSubscriptionsResponse::subscriptions,
        ListSubscriptionsResponse::nextToken);
  }
}
