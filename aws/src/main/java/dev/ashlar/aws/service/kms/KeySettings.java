package dev.ashlar.aws.service.kms;

import static dev.ashlar.aws.service.kms.Kms.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Tags;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.kms.KmsAsyncClient;
import software.amazon.awssdk.services.kms.model.DisableKeyRequest;
import software.amazon.awssdk.services.kms.model.DisableKeyRotationRequest;
import software.amazon.awssdk.services.kms.model.EnableKeyRequest;
import software.amazon.awssdk.services.kms.model.EnableKeyRotationRequest;
import software.amazon.awssdk.services.kms.model.GetKeyPolicyRequest;
import software.amazon.awssdk.services.kms.model.GetKeyRotationStatusRequest;
import software.amazon.awssdk.services.kms.model.KeyMetadata;
import software.amazon.awssdk.services.kms.model.ListResourceTagsRequest;
import software.amazon.awssdk.services.kms.model.ListResourceTagsResponse;
import software.amazon.awssdk.services.kms.model.PutKeyPolicyRequest;
import software.amazon.awssdk.services.kms.model.Tag;
import software.amazon.awssdk.services.kms.model.TagResourceRequest;
import software.amazon.awssdk.services.kms.model.UntagResourceRequest;
import software.amazon.awssdk.services.kms.model.UpdateKeyDescriptionRequest;

/** What a key has that is set, and told, by calls of its own. */
record KeySettings(KmsAsyncClient kms) {
  private static final String TAGS = "Tags";
  private static final String POLICY = "KeyPolicy";
  private static final String ROTATION = "EnableKeyRotation";
  private static final String PERIOD = "RotationPeriodInDays";
  private static final CompletableFuture<?> NOTHING = CompletableFuture.completedFuture(null);

  /**
   * Rotates the key's material, or does not.
   *
   * @param off whether to turn it off where nobody says anything
   */
  CompletableFuture<?> rotate(String id, Value wanted, Value period, boolean off) {
    if (wanted.equals(Value.of(true))) {
      EnableKeyRotationRequest.Builder request = EnableKeyRotationRequest.builder().keyId(id);
      if (period instanceof Value.NumberValue days) {
        request.rotationPeriodInDays(days.number().intValue());
      }
      return ACTIONS.send(kms::enableKeyRotation, request.build());
    }
    return off
        ? ACTIONS.send(
            kms::disableKeyRotation, DisableKeyRotationRequest.builder().keyId(id).build())
        : NOTHING;
  }

  /** Lets the key be used, or not. */
  CompletableFuture<?> enable(String id, Value wanted, boolean on) {
    if (wanted.equals(Value.of(false))) {
      return ACTIONS.send(kms::disableKey, DisableKeyRequest.builder().keyId(id).build());
    }
    return on
        ? ACTIONS.send(kms::enableKey, EnableKeyRequest.builder().keyId(id).build())
        : NOTHING;
  }

  CompletableFuture<MapValue> told(KeyMetadata key, MapValue model, MapValue set) {
    boolean all = set.entries().isEmpty();
    CompletableFuture<MapValue> told =
        tags(key.keyId()).thenApply(tags -> model.with(TAGS, Tags.list(tags)));
    if (all || !(set.get(POLICY) instanceof Value.NullValue)) {
      told =
          told.thenCombine(
              ACTIONS.send(
                  kms::getKeyPolicy,
                  GetKeyPolicyRequest.builder().keyId(key.keyId()).policyName("default").build()),
              (so, answer) -> so.with(POLICY, AttributeTexts.json(answer.policy())));
    }
    boolean rotates = "SYMMETRIC_DEFAULT".equals(key.keySpecAsString());
    return rotates && (all || !(set.get(ROTATION) instanceof Value.NullValue))
        ? told.thenCombine(
            ACTIONS.send(
                kms::getKeyRotationStatus,
                GetKeyRotationStatusRequest.builder().keyId(key.keyId()).build()),
            (so, answer) -> so.with(ROTATION, Value.of(answer.keyRotationEnabled())))
        : told;
  }

  private CompletableFuture<Map<String, String>> tags(String id) {
    return Pages.<ListResourceTagsResponse, Tag>all(
            next ->
                ACTIONS.send(
                    kms::listResourceTags,
                    ListResourceTagsRequest.builder().keyId(id).marker(next).build()),
            ListResourceTagsResponse::tags,
            ListResourceTagsResponse::nextMarker)
        .thenApply(
            all -> {
              Map<String, String> tags = new TreeMap<>();
              all.forEach(tag -> tags.put(tag.tagKey(), tag.tagValue()));
              return tags;
            });
  }

  /** A key that is not to be used takes no changes: it is turned on first, and off at the end. */
  CompletableFuture<?> update(Change change) {
    String id = change.id();
    boolean rests = change.wanted("Enabled").equals(Value.of(false));
    CompletableFuture<?> so =
        change.concerns("Enabled") && !rests ? enable(id, Value.of(true), true) : NOTHING;
    if (change.concerns("Description")) {
      so = so.thenCompose(done -> describe(id, change.wanted("Description")));
    }
    if (change.concerns(POLICY)) {
      so = so.thenCompose(done -> permit(id, change));
    }
    if (change.concerns(ROTATION, PERIOD)) {
      so = so.thenCompose(done -> rotate(id, change.wanted(ROTATION), change.wanted(PERIOD), true));
    }
    so = so.thenCompose(done -> tags(change));
    return change.concerns("Enabled") && rests
        ? so.thenCompose(done -> enable(id, Value.of(false), false))
        : so;
  }

  private CompletableFuture<?> describe(String id, Value wanted) {
    return ACTIONS.send(
        kms::updateKeyDescription,
        UpdateKeyDescriptionRequest.builder()
            .keyId(id)
            .description(wanted instanceof Value.NullValue ? "" : AttributeTexts.text(wanted))
            .build());
  }

  /** A policy that nobody declares any more stays: without one nobody could use the key. */
  private CompletableFuture<?> permit(String id, Change change) {
    Value policy = change.wanted(POLICY);
    return policy instanceof Value.NullValue
        ? NOTHING
        : ACTIONS.send(
            kms::putKeyPolicy,
            PutKeyPolicyRequest.builder()
                .keyId(id)
                .policyName("default")
                .policy(AttributeTexts.text(policy))
                .bypassPolicyLockoutSafetyCheck(
                    change.wanted("BypassPolicyLockoutSafetyCheck").equals(Value.of(true)))
                .build());
  }

  private CompletableFuture<?> tags(Change change) {
    return Tags.between(change.prior().get(TAGS), change.spec().get(TAGS))
        .apply(
            set -> {
              List<Tag> tags = new ArrayList<>();
              set.forEach(
                  (key, value) -> tags.add(Tag.builder().tagKey(key).tagValue(value).build()));
              return ACTIONS.send(
                  kms::tagResource,
                  TagResourceRequest.builder().keyId(change.id()).tags(tags).build());
            },
            removed ->
                ACTIONS.send(
                    kms::untagResource,
                    UntagResourceRequest.builder().keyId(change.id()).tagKeys(removed).build()));
  }
}
