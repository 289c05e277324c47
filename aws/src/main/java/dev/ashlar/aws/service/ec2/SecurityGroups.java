package dev.ashlar.aws.service.ec2;

import static dev.ashlar.aws.service.ec2.Ec2.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.Chain;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupResponse;
import software.amazon.awssdk.services.ec2.model.DeleteSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.SecurityGroup;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * Groups of rules for what comes in and goes out. The rules that are declared with a group are all
 * that it is to have on that side.
 */
record SecurityGroups(Ec2AsyncClient ec2) implements Kind<SecurityGroup> {
  private static final int LONGEST_NAME = 255;

  @Override
  public String name() {
    return "security-group";
  }

  @Override
  public String filter() {
    return "group-id";
  }

  @Override
  public String identifier() {
    return "Id";
  }

  @Override
  public CompletableFuture<String> create(Wanted wanted, List<TagSpecification> tags) {
    MapValue spec = wanted.spec();
    for (Side side : Side.values()) {
      var unused = Rule.all(spec.get(side.property()), side); // refuses what is wrong beforehand
    }
    return ACTIONS
        .send(
            ec2::createSecurityGroup,
            CreateSecurityGroupRequest.builder()
                .groupName(wanted.name("GroupName", LONGEST_NAME, "").orElseThrow())
                .description(AttributeTexts.text(spec.get("GroupDescription")))
                .vpcId(spec.get("VpcId") instanceof Value.TextValue vpc ? vpc.text() : null)
                .tagSpecifications(tags)
                .build())
        .thenApply(CreateSecurityGroupResponse::groupId);
  }

  @Override
  public boolean settles() {
    return true;
  }

  @Override
  public CompletableFuture<?> settle(String id, MapValue spec) {
    return rules(
        id,
        spec,
        List.of(Side.values()).stream()
            .filter(side -> spec.entries().containsKey(side.property()))
            .toList());
  }

  private CompletableFuture<Void> rules(String id, MapValue spec, List<Side> sides) {
    return sides.isEmpty()
        ? CompletableFuture.completedFuture(null)
        : describe(List.of(Tagged.filter(filter(), List.of(id))))
            .thenCompose(
                found ->
                    found.isEmpty()
                        ? CompletableFuture.<Void>completedFuture(null)
                        : Chain.each(sides, side -> rules(found.get(0), spec, side)));
  }

  private CompletableFuture<Void> rules(SecurityGroup group, MapValue spec, Side side) {
    Value declared = spec.get(side.property());
    Value wanted =
        declared instanceof Value.NullValue && side == Side.EGRESS ? RuleCalls.ANYWHERE : declared;
    return new RuleCalls(ec2, group.groupId(), side)
        .reconcile(Rule.told(permissions(group, side), side), Rule.all(wanted, side));
  }

  private static List<IpPermission> permissions(SecurityGroup group, Side side) {
    return side == Side.INGRESS ? group.ipPermissions() : group.ipPermissionsEgress();
  }

  @Override
  public CompletableFuture<List<SecurityGroup>> describe(List<Filter> filters) {
    return Pages.all(
        next ->
            ACTIONS.send(
                ec2::describeSecurityGroups,
                DescribeSecurityGroupsRequest.builder().filters(filters).nextToken(next).build()),
        DescribeSecurityGroupsResponse::securityGroups,
        DescribeSecurityGroupsResponse::nextToken);
  }

  @Override
  public String id(SecurityGroup object) {
    return object.groupId();
  }

  @Override
  public List<Tag> tags(SecurityGroup object) {
    return object.tags();
  }

  @Override
  public CompletableFuture<Map<String, MapValue>> models(
      List<SecurityGroup> objects, Map<String, MapValue> set) {
    Map<String, MapValue> models = new HashMap<>();
    for (SecurityGroup group : objects) {
      models.put(group.groupId(), model(group, set.getOrDefault(group.groupId(), MapValue.EMPTY)));
    }
    return CompletableFuture.completedFuture(models);
  }

  private static MapValue model(SecurityGroup group, MapValue set) {
    MapValue model =
        MapValue.EMPTY
            .with("GroupDescription", Value.of(group.description()))
            .with("GroupId", Value.of(group.groupId()))
            .with("GroupName", Value.of(group.groupName()));
    if (group.vpcId() != null) {
      model = model.with("VpcId", Value.of(group.vpcId()));
    }
    for (Side side : Side.values()) {
      List<Rule> known = Rule.all(set.get(side.property()), side);
      List<Value> rules = new ArrayList<>();
      Rule.told(permissions(group, side), side)
          .forEach(rule -> rules.add(rule.inTheWordsOf(known).value()));
      model = model.with(side.property(), Value.list(rules));
    }
    return model;
  }

  @Override
  public CompletableFuture<?> update(Change change) {
    return rules(
        change.id(),
        change.spec(),
        List.of(Side.values()).stream().filter(side -> change.concerns(side.property())).toList());
  }

  @Override
  public CompletableFuture<?> delete(String id) {
    return ACTIONS.send(
        ec2::deleteSecurityGroup, DeleteSecurityGroupRequest.builder().groupId(id).build());
  }
}
