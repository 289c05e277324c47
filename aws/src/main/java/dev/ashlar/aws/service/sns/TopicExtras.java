package dev.ashlar.aws.service.sns;

import static dev.ashlar.aws.service.sns.Sns.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.Chain;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Parts;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.sns.SnsAsyncClient;
import software.amazon.awssdk.services.sns.model.GetDataProtectionPolicyRequest;
import software.amazon.awssdk.services.sns.model.PutDataProtectionPolicyRequest;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;

/** What a topic has beside its attributes: each is looked at only where it was set. */
record TopicExtras(SnsAsyncClient sns) {
  private static final String SUBSCRIPTIONS = "Subscription";
  private static final String PROTECTION = "DataProtectionPolicy";

  CompletableFuture<Void> subscribe(String topic, List<MapValue> wanted) {
    return Chain.each(
        wanted,
        each ->
            ACTIONS.send(
                sns::subscribe,
                SubscribeRequest.builder()
                    .topicArn(topic)
                    .protocol(AttributeTexts.text(each.get("Protocol")))
                    .endpoint(AttributeTexts.text(each.get("Endpoint")))
                    .returnSubscriptionArn(true)
                    .build()));
  }

  CompletableFuture<Void> update(Change change) {
    CompletableFuture<Void> protection =
        change.concerns(PROTECTION)
            ? protect(change.id(), change.wanted(PROTECTION))
            : CompletableFuture.completedFuture(null);
    if (!change.concerns(SUBSCRIPTIONS)) {
      return protection;
    }
    List<MapValue> wanted = Parts.maps(change.wanted(SUBSCRIPTIONS));
    List<MapValue> left = new ArrayList<>(Parts.maps(change.prior().get(SUBSCRIPTIONS)));
    left.removeAll(wanted);
    return protection
        .thenCompose(done -> unsubscribe(change.id(), left))
        .thenCompose(done -> subscribe(change.id(), wanted));
  }

  private CompletableFuture<Void> protect(String topic, Value policy) {
    return ACTIONS
        .send(
            sns::putDataProtectionPolicy,
            PutDataProtectionPolicyRequest.builder()
                .resourceArn(topic)
                .dataProtectionPolicy(
                    policy instanceof Value.NullValue ? "" : AttributeTexts.text(policy))
                .build())
        .thenAccept(done -> {});
  }

  private CompletableFuture<Void> unsubscribe(String topic, List<MapValue> left) {
    return Subscription.of(sns, topic)
        .thenCompose(
            all ->
                Chain.each(
                    all.stream()
                        .filter(each -> left.contains(Subscription.ends(each)))
                        .map(each -> each.subscriptionArn())
                        .toList(),
                    arn ->
                        ACTIONS.remove(
                            sns::unsubscribe,
                            UnsubscribeRequest.builder().subscriptionArn(arn).build())));
  }

  /** Others may have subscribed: those of the topic's own declaration are told. */
  CompletableFuture<MapValue> told(String topic, MapValue model, MapValue set) {
    List<MapValue> own = Parts.maps(set.get(SUBSCRIPTIONS));
    CompletableFuture<MapValue> subscribed =
        own.isEmpty()
            ? CompletableFuture.completedFuture(model)
            : Subscription.of(sns, topic)
                .thenApply(
                    all ->
                        model.with(
                            SUBSCRIPTIONS,
                            Value.list(
                                all.stream()
                                    .map(Subscription::ends)
                                    .filter(own::contains)
                                    .toList())));
    return set.get(PROTECTION) instanceof Value.NullValue
        ? subscribed
        : subscribed.thenCombine(
            ACTIONS.send(
                sns::getDataProtectionPolicy,
                GetDataProtectionPolicyRequest.builder().resourceArn(topic).build()),
            (so, answer) ->
                answer.dataProtectionPolicy() == null || answer.dataProtectionPolicy().isEmpty()
                    ? so
                    : so.with(PROTECTION, AttributeTexts.json(answer.dataProtectionPolicy())));
  }
}
