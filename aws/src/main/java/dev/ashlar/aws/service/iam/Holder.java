package dev.ashlar.aws.service.iam;

import static dev.ashlar.aws.service.iam.Iam.ACTIONS;

import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.iam.IamAsyncClient;
import software.amazon.awssdk.services.iam.model.AttachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DeleteUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetGroupPolicyResponse;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyResponse;
import software.amazon.awssdk.services.iam.model.GetUserPolicyRequest;
import software.amazon.awssdk.services.iam.model.GetUserPolicyResponse;
import software.amazon.awssdk.services.iam.model.PutGroupPolicyRequest;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.PutUserPolicyRequest;

/**
 * A role, user or group that has policies: each call is there three times.
 *
 * @param kind which of them
 * @param name its name
 */
record Holder(Holders kind, String name) {

  /** Those that a policy lists. */
  static List<Holder> of(MapValue spec) {
    List<Holder> all = new ArrayList<>();
    for (Holders kind : Holders.values()) {
      Texts.of(spec.get(kind.property())).forEach(name -> all.add(new Holder(kind, name)));
    }
    return all;
  }

  CompletableFuture<?> attach(IamAsyncClient iam, String policy) {
    return switch (kind) {
      case GROUPS ->
          ACTIONS.send(
              iam::attachGroupPolicy,
              AttachGroupPolicyRequest.builder().groupName(name).policyArn(policy).build());
      case ROLES ->
          ACTIONS.send(
              iam::attachRolePolicy,
              AttachRolePolicyRequest.builder().roleName(name).policyArn(policy).build());
      case USERS ->
          ACTIONS.send(
              iam::attachUserPolicy,
              AttachUserPolicyRequest.builder().userName(name).policyArn(policy).build());
    };
  }

  CompletableFuture<?> detach(IamAsyncClient iam, String policy) {
    return switch (kind) {
      case GROUPS ->
          ACTIONS.remove(
              iam::detachGroupPolicy,
              DetachGroupPolicyRequest.builder().groupName(name).policyArn(policy).build());
      case ROLES ->
          ACTIONS.remove(
              iam::detachRolePolicy,
              DetachRolePolicyRequest.builder().roleName(name).policyArn(policy).build());
      case USERS ->
          ACTIONS.remove(
              iam::detachUserPolicy,
              DetachUserPolicyRequest.builder().userName(name).policyArn(policy).build());
    };
  }

  CompletableFuture<?> put(IamAsyncClient iam, String policy, String document) {
    return switch (kind) {
      case GROUPS ->
          ACTIONS.send(
              iam::putGroupPolicy,
              PutGroupPolicyRequest.builder()
                  .groupName(name)
                  .policyName(policy)
                  .policyDocument(document)
                  .build());
      case ROLES ->
          ACTIONS.send(
              iam::putRolePolicy,
              PutRolePolicyRequest.builder()
                  .roleName(name)
                  .policyName(policy)
                  .policyDocument(document)
                  .build());
      case USERS ->
          ACTIONS.send(
              iam::putUserPolicy,
              PutUserPolicyRequest.builder()
                  .userName(name)
                  .policyName(policy)
                  .policyDocument(document)
                  .build());
    };
  }

  CompletableFuture<?> remove(IamAsyncClient iam, String policy) {
    return switch (kind) {
      case GROUPS ->
          ACTIONS.remove(
              iam::deleteGroupPolicy,
              DeleteGroupPolicyRequest.builder().groupName(name).policyName(policy).build());
      case ROLES ->
          ACTIONS.remove(
              iam::deleteRolePolicy,
              DeleteRolePolicyRequest.builder().roleName(name).policyName(policy).build());
      case USERS ->
          ACTIONS.remove(
              iam::deleteUserPolicy,
              DeleteUserPolicyRequest.builder().userName(name).policyName(policy).build());
    };
  }

  /** The document of a policy of its own, as IAM tells it. */
  CompletableFuture<Optional<String>> get(IamAsyncClient iam, String policy) {
    return switch (kind) {
      case GROUPS ->
          ACTIONS
              .find(
                  iam::getGroupPolicy,
                  GetGroupPolicyRequest.builder().groupName(name).policyName(policy).build())
              .thenApply(found -> found.map(GetGroupPolicyResponse::policyDocument));
      case ROLES ->
          ACTIONS
              .find(
                  iam::getRolePolicy,
                  GetRolePolicyRequest.builder().roleName(name).policyName(policy).build())
              .thenApply(found -> found.map(GetRolePolicyResponse::policyDocument));
      case USERS ->
          ACTIONS
              .find(
                  iam::getUserPolicy,
                  GetUserPolicyRequest.builder().userName(name).policyName(policy).build())
              .thenApply(found -> found.map(GetUserPolicyResponse::policyDocument));
    };
  }
}
