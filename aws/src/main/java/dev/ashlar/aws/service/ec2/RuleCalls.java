package dev.ashlar.aws.service.ec2;

import static dev.ashlar.aws.service.ec2.Ec2.ACTIONS;

import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.AuthorizeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupEgressRequest;
import software.amazon.awssdk.services.ec2.model.RevokeSecurityGroupIngressRequest;
import software.amazon.awssdk.services.ec2.model.UpdateSecurityGroupRuleDescriptionsEgressRequest;
import software.amazon.awssdk.services.ec2.model.UpdateSecurityGroupRuleDescriptionsIngressRequest;

/**
 * Makes one side of a group's rules what it is to be: what is missing comes first, so that nothing
 * that is allowed before and after is shut in between.
 *
 * @param ec2 the client
 * @param group the group
 * @param side which rules
 */
record RuleCalls(Ec2AsyncClient ec2, String group, Side side) {

  /** What a group lets out unless it is told otherwise. */
  static final Value ANYWHERE =
      Value.list(
          List.of(
              MapValue.EMPTY
                  .with("IpProtocol", Value.of("-1"))
                  .with("CidrIp", Value.of("0.0.0.0/0"))));

  CompletableFuture<Void> reconcile(List<Rule> there, List<Rule> wanted) {
    Map<String, Rule> before = byKey(there);
    Map<String, Rule> after = byKey(wanted);
    List<IpPermission> missing = new ArrayList<>();
    List<IpPermission> described = new ArrayList<>();
    after.forEach(
        (key, rule) -> {
          Rule old = before.get(key);
          if (old == null) {
            missing.add(rule.permission(side));
          } else if (!old.description().equals(rule.description())) {
            described.add(rule.permission(side));
          }
        });
    List<IpPermission> surplus = new ArrayList<>();
    before.forEach(
        (key, rule) -> {
          if (!after.containsKey(key)) {
            surplus.add(rule.permission(side));
          }
        });
    return some(missing, this::authorize)
        .thenCompose(done -> some(described, this::describe))
        .thenCompose(done -> some(surplus, this::revoke));
  }

  private static Map<String, Rule> byKey(List<Rule> rules) {
    Map<String, Rule> all = new LinkedHashMap<>();
    rules.forEach(rule -> all.put(rule.key(), rule));
    return all;
  }

  /** A call with some permissions. */
  private interface Call {
    CompletableFuture<?> on(List<IpPermission> permissions);
  }

  private static CompletableFuture<Void> some(List<IpPermission> permissions, Call call) {
    return permissions.isEmpty()
        ? CompletableFuture.<Void>completedFuture(null)
        : call.on(permissions).thenAccept(done -> {});
  }

  private CompletableFuture<?> authorize(List<IpPermission> permissions) {
    return side == Side.INGRESS
        ? ACTIONS.send(
            ec2::authorizeSecurityGroupIngress,
            AuthorizeSecurityGroupIngressRequest.builder()
                .groupId(group)
                .ipPermissions(permissions)
                .build())
        : ACTIONS.send(
            ec2::authorizeSecurityGroupEgress,
            AuthorizeSecurityGroupEgressRequest.builder()
                .groupId(group)
                .ipPermissions(permissions)
                .build());
  }

  private CompletableFuture<?> describe(List<IpPermission> permissions) {
    return side == Side.INGRESS
        ? ACTIONS.send(
            ec2::updateSecurityGroupRuleDescriptionsIngress,
            UpdateSecurityGroupRuleDescriptionsIngressRequest.builder()
                .groupId(group)
                .ipPermissions(permissions)
                .build())
        : ACTIONS.send(
            ec2::updateSecurityGroupRuleDescriptionsEgress,
            UpdateSecurityGroupRuleDescriptionsEgressRequest.builder()
                .groupId(group)
                .ipPermissions(permissions)
                .build());
  }

  private CompletableFuture<?> revoke(List<IpPermission> permissions) {
    return side == Side.INGRESS
        ? ACTIONS.send(
            ec2::revokeSecurityGroupIngress,
            RevokeSecurityGroupIngressRequest.builder()
                .groupId(group)
                .ipPermissions(permissions)
                .build())
        : ACTIONS.send(
            ec2::revokeSecurityGroupEgress,
            RevokeSecurityGroupEgressRequest.builder()
                .groupId(group)
                .ipPermissions(permissions)
                .build());
  }
}
