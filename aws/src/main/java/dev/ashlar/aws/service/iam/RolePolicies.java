package dev.ashlar.aws.service.iam;

import static dev.ashlar.aws.service.iam.Iam.ACTIONS;

import dev.ashlar.aws.service.Actions;
import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.Chain;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.iam.IamAsyncClient;
import software.amazon.awssdk.services.iam.model.AttachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.AttachedPolicy;
import software.amazon.awssdk.services.iam.model.DeleteRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.DetachRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.GetRolePolicyRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListAttachedRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesRequest;
import software.amazon.awssdk.services.iam.model.ListRolePoliciesResponse;
import software.amazon.awssdk.services.iam.model.PutRolePolicyRequest;

/**
 * The policies that hang on a role. Other resources may hang theirs on it, too: what nobody
 * declares with the role is left alone.
 *
 * @param iam the client
 * @param role the role's name
 */
record RolePolicies(IamAsyncClient iam, String role) {
  private static final String ATTACHED = "ManagedPolicyArns";
  private static final String DOCUMENT = "PolicyDocument";
  private static final String INLINE = "Policies";
  private static final String NAME = "PolicyName";

  /** Makes the managed policies those that are declared. */
  CompletableFuture<Void> attach(MapValue spec) {
    var wanted = Texts.of(spec.get(ATTACHED));
    return attached()
        .thenCompose(
            there ->
                Chain.each(Texts.without(wanted, there), this::attach)
                    .thenCompose(done -> Chain.each(Texts.without(there, wanted), this::detach)));
  }

  /** Makes the policies of its own those that are declared. */
  CompletableFuture<Void> put(MapValue spec) {
    Map<String, Value> wanted = documents(spec.get(INLINE));
    return inline()
        .thenCompose(
            there ->
                Chain.each(
                        List.copyOf(wanted.entrySet()), each -> put(each.getKey(), each.getValue()))
                    .thenCompose(
                        done -> Chain.each(Texts.without(there, wanted.keySet()), this::remove)));
  }

  private static Map<String, Value> documents(Value policies) {
    Map<String, Value> all = new TreeMap<>();
    if (policies instanceof Value.ListValue list) {
      for (Value item : list.items()) {
        if (item instanceof MapValue policy) {
          all.put(AttributeTexts.text(policy.get(NAME)), policy.get(DOCUMENT));
        }
      }
    }
    return all;
  }

  /** Takes all away: a role with policies cannot be deleted. */
  CompletableFuture<Void> clear() {
    return attached()
        .thenCompose(there -> Chain.each(there, this::detach))
        .thenCompose(done -> inline())
        .thenCompose(there -> Chain.each(there, this::remove));
  }

  /** What hangs on the role; empty where there is no such role any more. */
  CompletableFuture<Optional<MapValue>> model() {
    return attached()
        .thenCompose(
            arns ->
                inline()
                    .thenCompose(this::documents)
                    .thenApply(
                        policies ->
                            Optional.of(
                                MapValue.EMPTY
                                    .with(ATTACHED, Texts.list(arns))
                                    .with(INLINE, Value.list(policies)))))
        .exceptionallyCompose(
            thrown ->
                Actions.isAbsence(thrown)
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : CompletableFuture.failedFuture(thrown));
  }

  private CompletableFuture<List<Value>> documents(List<String> names) {
    List<Value> policies = new ArrayList<>();
    return Chain.each(
            names,
            name ->
                ACTIONS
                    .find(
                        iam::getRolePolicy,
                        GetRolePolicyRequest.builder().roleName(role).policyName(name).build())
                    .thenAccept(
                        found ->
                            found.ifPresent(
                                told ->
                                    policies.add(
                                        MapValue.EMPTY
                                            .with(NAME, Value.of(name))
                                            .with(
                                                DOCUMENT, Documents.read(told.policyDocument()))))))
        .thenApply(done -> policies);
  }

  private CompletableFuture<List<String>> attached() {
    return Pages.all(
            next ->
                ACTIONS.send(
                    iam::listAttachedRolePolicies,
                    ListAttachedRolePoliciesRequest.builder().roleName(role).marker(next).build()),
            ListAttachedRolePoliciesResponse::attachedPolicies,
            ListAttachedRolePoliciesResponse::marker)
        .thenApply(all -> all.stream().map(AttachedPolicy::policyArn).toList());
  }

  private CompletableFuture<List<String>> inline() {
    return Pages.all(
        next ->
            ACTIONS.send(
                iam::listRolePolicies,
                ListRolePoliciesRequest.builder().roleName(role).marker(next).build()),
        ListRolePoliciesResponse::policyNames,
        ListRolePoliciesResponse::marker);
  }

  private CompletableFuture<?> attach(String policy) {
    return ACTIONS.send(
        iam::attachRolePolicy,
        AttachRolePolicyRequest.builder().roleName(role).policyArn(policy).build());
  }

  private CompletableFuture<?> detach(String policy) {
    return ACTIONS.remove(
        iam::detachRolePolicy,
        DetachRolePolicyRequest.builder().roleName(role).policyArn(policy).build());
  }

  private CompletableFuture<?> put(String name, Value document) {
    return ACTIONS.send(
        iam::putRolePolicy,
        PutRolePolicyRequest.builder()
            .roleName(role)
            .policyName(name)
            .policyDocument(AttributeTexts.text(document))
            .build());
  }

  private CompletableFuture<?> remove(String name) {
    return ACTIONS.remove(
        iam::deleteRolePolicy,
        DeleteRolePolicyRequest.builder().roleName(role).policyName(name).build());
  }
}
