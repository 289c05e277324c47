package dev.ashlar.aws.service.logs;

import static dev.ashlar.aws.service.logs.Logs.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.Chain;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Tags;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsAsyncClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.AssociateKmsKeyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteDataProtectionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteIndexPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteResourcePolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeIndexPoliciesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeResourcePoliciesRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DisassociateKmsKeyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.GetDataProtectionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PolicyScope;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutDataProtectionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutIndexPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogGroupDeletionProtectionRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutResourcePolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.UntagResourceRequest;

/** What a log group has that is set by calls of its own. Policies are told where they were set. */
record LogGroupSettings(CloudWatchLogsAsyncClient logs) {
  private static final String PROTECTION = "DataProtectionPolicy";
  private static final String INDEX = "FieldIndexPolicies";
  private static final String RESOURCE = "ResourcePolicyDocument";
  private static final String TAGS = "Tags";
  private static final String KEY = "KmsKeyId";
  private static final CompletableFuture<?> NOTHING = CompletableFuture.completedFuture(null);

  /** Sets those of these properties that are not set when a group is made; null takes away. */
  CompletableFuture<Void> set(String id, String arn, MapValue wanted) {
    return Chain.each(
        List.copyOf(wanted.entries().entrySet()),
        each -> set(id, arn, each.getKey(), each.getValue()));
  }

  private CompletableFuture<?> set(String id, String arn, String name, Value wanted) {
    boolean none = wanted instanceof Value.NullValue;
    String text = none ? "" : AttributeTexts.text(wanted);
    return switch (name) {
      case "RetentionInDays" -> retain(id, text);
      case PROTECTION ->
          none
              ? ACTIONS.remove(
                  logs::deleteDataProtectionPolicy,
                  DeleteDataProtectionPolicyRequest.builder().logGroupIdentifier(id).build())
              : ACTIONS.send(
                  logs::putDataProtectionPolicy,
                  PutDataProtectionPolicyRequest.builder()
                      .logGroupIdentifier(id)
                      .policyDocument(text)
                      .build());
      case INDEX -> index(id, wanted);
      case RESOURCE ->
          none
              ? ACTIONS.remove(
                  logs::deleteResourcePolicy,
                  DeleteResourcePolicyRequest.builder().resourceArn(arn).build())
              : ACTIONS.send(
                  logs::putResourcePolicy,
                  PutResourcePolicyRequest.builder().resourceArn(arn).policyDocument(text).build());
      default -> NOTHING;
    };
  }

  private CompletableFuture<?> retain(String id, String days) {
    return days.isEmpty()
        ? ACTIONS.remove(
            logs::deleteRetentionPolicy,
            DeleteRetentionPolicyRequest.builder().logGroupName(id).build())
        : ACTIONS.send(
            logs::putRetentionPolicy,
            PutRetentionPolicyRequest.builder()
                .logGroupName(id)
                .retentionInDays(Integer.valueOf(days))
                .build());
  }

  /** A list, of which AWS takes one. */
  private CompletableFuture<?> index(String id, Value wanted) {
    return wanted instanceof Value.ListValue list && !list.items().isEmpty()
        ? Chain.each(
            list.items(),
            policy ->
                ACTIONS.send(
                    logs::putIndexPolicy,
                    PutIndexPolicyRequest.builder()
                        .logGroupIdentifier(id)
                        .policyDocument(AttributeTexts.text(policy))
                        .build()))
        : ACTIONS.remove(
            logs::deleteIndexPolicy,
            DeleteIndexPolicyRequest.builder().logGroupIdentifier(id).build());
  }

  /** Changes what is otherwise set when a group is made. */
  CompletableFuture<?> change(String arn, Change change) {
    CompletableFuture<?> so = change.concerns(KEY) ? encrypt(change) : NOTHING;
    if (change.concerns("DeletionProtectionEnabled")) {
      boolean on = change.wanted("DeletionProtectionEnabled").equals(Value.of(true));
      so =
          so.thenCompose(
              done ->
                  ACTIONS.send(
                      logs::putLogGroupDeletionProtection,
                      PutLogGroupDeletionProtectionRequest.builder()
                          .logGroupIdentifier(change.id())
                          .deletionProtectionEnabled(on)
                          .build()));
    }
    return so.thenCompose(done -> tags(arn, change));
  }

  private CompletableFuture<?> encrypt(Change change) {
    Value key = change.wanted(KEY);
    return key instanceof Value.NullValue
        ? ACTIONS.send(
            logs::disassociateKmsKey,
            DisassociateKmsKeyRequest.builder().logGroupName(change.id()).build())
        : ACTIONS.send(
            logs::associateKmsKey,
            AssociateKmsKeyRequest.builder()
                .logGroupName(change.id())
                .kmsKeyId(AttributeTexts.text(key))
                .build());
  }

  private CompletableFuture<?> tags(String arn, Change change) {
    return Tags.between(change.prior().get(TAGS), change.spec().get(TAGS))
        .apply(
            set ->
                ACTIONS.send(
                    logs::tagResource,
                    TagResourceRequest.builder().resourceArn(arn).tags(set).build()),
            removed ->
                ACTIONS.send(
                    logs::untagResource,
                    UntagResourceRequest.builder().resourceArn(arn).tagKeys(removed).build()));
  }

  CompletableFuture<MapValue> told(String id, String arn, MapValue model, MapValue set) {
    CompletableFuture<MapValue> told = CompletableFuture.completedFuture(model);
    if (isSet(set, PROTECTION)) {
      told =
          told.thenCombine(
              ACTIONS.find(
                  logs::getDataProtectionPolicy,
                  GetDataProtectionPolicyRequest.builder().logGroupIdentifier(id).build()),
              (so, found) ->
                  found
                      .map(answer -> answer.policyDocument())
                      .map(text -> so.with(PROTECTION, AttributeTexts.json(text)))
                      .orElse(so));
    }
    if (isSet(set, INDEX)) {
      told =
          told.thenCombine(
              ACTIONS.send(
                  logs::describeIndexPolicies,
                  DescribeIndexPoliciesRequest.builder().logGroupIdentifiers(id).build()),
              (so, answer) ->
                  so.with(
                      INDEX,
                      Value.list(
                          answer.indexPolicies().stream()
                              .map(policy -> AttributeTexts.json(policy.policyDocument()))
                              .toList())));
    }
    return isSet(set, RESOURCE)
        ? told.thenCombine(
            ACTIONS.send(
                logs::describeResourcePolicies,
                DescribeResourcePoliciesRequest.builder()
                    .resourceArn(arn)
                    .policyScope(PolicyScope.RESOURCE)
                    .build()),
            (so, answer) ->
                answer.resourcePolicies().stream()
                    .findFirst()
                    .map(policy -> so.with(RESOURCE, AttributeTexts.json(policy.policyDocument())))
                    .orElse(so))
        : told;
  }

  private static boolean isSet(MapValue set, String property) {
    return !(set.get(property) instanceof Value.NullValue);
  }
}
