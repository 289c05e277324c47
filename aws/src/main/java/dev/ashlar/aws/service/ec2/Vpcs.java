package dev.ashlar.aws.service.ec2;

import static dev.ashlar.aws.service.ec2.Ec2.ACTIONS;

import dev.ashlar.aws.service.Chain;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Pojos;
import dev.ashlar.aws.service.Told;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.connector.Failure;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.DeleteVpcRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSecurityGroupsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcAttributeResponse;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeVpcsResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ModifyVpcAttributeRequest;
import software.amazon.awssdk.services.ec2.model.ModifyVpcTenancyRequest;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.ec2.model.VpcAttributeName;

/** Networks. Their attributes are asked for one by one, but only those that somebody set. */
record Vpcs(Ec2AsyncClient ec2, Told told) implements Kind<Vpc> {
  private static final String HOSTNAMES = "EnableDnsHostnames";
  private static final String SUPPORT = "EnableDnsSupport";
  private static final String TENANCY = "InstanceTenancy";
  private static final String VPC = "vpc-id";

  /** In the order in which they can be set: there are no names without their resolution. */
  private static final List<String> ATTRIBUTES = List.of(SUPPORT, HOSTNAMES);

  @Override
  public String name() {
    return "vpc";
  }

  @Override
  public String filter() {
    return VPC;
  }

  @Override
  public String identifier() {
    return "VpcId";
  }

  @Override
  public CompletableFuture<String> create(Wanted wanted, List<TagSpecification> tags) {
    MapValue values = wanted.spec().without("Tags").without(SUPPORT).without(HOSTNAMES);
    return ACTIONS
        .send(
            ec2::createVpc,
            Pojos.of(CreateVpcRequest.builder().tagSpecifications(tags), values, Names.SAME))
        .thenApply(made -> made.vpc().vpcId());
  }

  @Override
  public boolean settles() {
    return true;
  }

  @Override
  public CompletableFuture<?> settle(String id, MapValue spec) {
    return Chain.each(
        ATTRIBUTES.stream().filter(name -> spec.entries().containsKey(name)).toList(),
        attribute -> modify(id, attribute, spec.get(attribute)));
  }

  /** What nobody declares is as it is in a new network. */
  private CompletableFuture<?> modify(String id, String attribute, Value wanted) {
    boolean support = attribute.equals(SUPPORT);
    boolean value = wanted instanceof Value.BoolValue bool ? bool.bool() : support;
    AttributeBooleanValue set = AttributeBooleanValue.builder().value(value).build();
    ModifyVpcAttributeRequest.Builder request = ModifyVpcAttributeRequest.builder().vpcId(id);
    return ACTIONS.send(
        ec2::modifyVpcAttribute,
        (support ? request.enableDnsSupport(set) : request.enableDnsHostnames(set)).build());
  }

  @Override
  public CompletableFuture<List<Vpc>> describe(List<Filter> filters) {
    return Pages.all(
        next ->
            ACTIONS.send(
                ec2::describeVpcs,
                DescribeVpcsRequest.builder().filters(filters).nextToken(next).build()),
        DescribeVpcsResponse::vpcs,
        DescribeVpcsResponse::nextToken);
  }

  @Override
  public String id(Vpc object) {
    return object.vpcId();
  }

  @Override
  public List<Tag> tags(Vpc object) {
    return object.tags();
  }

  @Override
  public CompletableFuture<Map<String, MapValue>> models(
      List<Vpc> objects, Map<String, MapValue> set) {
    Map<String, MapValue> models = new ConcurrentHashMap<>();
    objects.forEach(vpc -> models.put(vpc.vpcId(), model(vpc)));
    if (models.isEmpty()) {
      return CompletableFuture.completedFuture(models);
    }
    Filter these = Tagged.filter(VPC, models.keySet());
    List<CompletableFuture<?>> calls = new ArrayList<>();
    calls.add(defaultAcls(these, models));
    calls.add(defaultGroups(these, models));
    for (String id : models.keySet()) {
      MapValue known = set.getOrDefault(id, MapValue.EMPTY);
      for (String attribute : ATTRIBUTES) {
        if (known.entries().isEmpty() || known.entries().containsKey(attribute)) {
          calls.add(attribute(id, attribute, models));
        }
      }
    }
    return Together.all(calls).thenApply(done -> models);
  }

  private MapValue model(Vpc vpc) {
    List<Value> associations =
        vpc.cidrBlockAssociationSet().stream()
            .<Value>map(each -> Value.of(each.associationId()))
            .toList();
    List<Value> six =
        vpc.ipv6CidrBlockAssociationSet().stream()
            .<Value>map(each -> Value.of(each.ipv6CidrBlock()))
            .toList();
    return told.model(vpc)
        .with("CidrBlockAssociations", Value.list(associations))
        .with("Ipv6CidrBlocks", Value.list(six));
  }

  private static void add(Map<String, MapValue> models, String id, String name, Value value) {
    models.computeIfPresent(id, (vpc, model) -> model.with(name, value));
  }

  private CompletableFuture<?> defaultAcls(Filter these, Map<String, MapValue> models) {
    Filter usual = Tagged.filter("default", List.of("true"));
    return ACTIONS
        .send(
            ec2::describeNetworkAcls,
            DescribeNetworkAclsRequest.builder().filters(these, usual).build())
        .thenAccept(
            found ->
                found
                    .networkAcls()
                    .forEach(
                        acl ->
                            add(
                                models,
                                acl.vpcId(),
                                "DefaultNetworkAcl",
                                Value.of(acl.networkAclId()))));
  }

  private CompletableFuture<?> defaultGroups(Filter these, Map<String, MapValue> models) {
    Filter usual = Tagged.filter("group-name", List.of("default"));
    return ACTIONS
        .send(
            ec2::describeSecurityGroups,
            DescribeSecurityGroupsRequest.builder().filters(these, usual).build())
        .thenAccept(
            found ->
                found
                    .securityGroups()
                    .forEach(
                        group ->
                            add(
                                models,
                                group.vpcId(),
                                "DefaultSecurityGroup",
                                Value.of(group.groupId()))));
  }

  /** A network that went meanwhile has no attributes, and is out of the answer. */
  private CompletableFuture<?> attribute(
      String id, String attribute, Map<String, MapValue> models) {
    boolean support = attribute.equals(SUPPORT);
    return ACTIONS
        .find(
            ec2::describeVpcAttribute,
            DescribeVpcAttributeRequest.builder()
                .vpcId(id)
                .attribute(
                    support
                        ? VpcAttributeName.ENABLE_DNS_SUPPORT
                        : VpcAttributeName.ENABLE_DNS_HOSTNAMES)
                .build())
        .thenAccept(
            found ->
                found.ifPresentOrElse(
                    answer -> add(models, id, attribute, Value.of(is(answer, support))),
                    () -> models.remove(id)));
  }

  private static boolean is(DescribeVpcAttributeResponse answer, boolean support) {
    AttributeBooleanValue value = support ? answer.enableDnsSupport() : answer.enableDnsHostnames();
    return value != null && Boolean.TRUE.equals(value.value());
  }

  @Override
  public CompletableFuture<?> update(Change change) {
    return tenancy(change)
        .thenCompose(
            done ->
                Chain.each(
                    ATTRIBUTES.stream().filter(change.changed()::contains).toList(),
                    attribute -> modify(change.id(), attribute, change.wanted(attribute))));
  }

  /** A network for everybody's hardware can become one for shared hardware, and not back. */
  private CompletableFuture<?> tenancy(Change change) {
    if (!change.concerns(TENANCY)) {
      return CompletableFuture.completedFuture(null);
    }
    Value wanted = change.wanted(TENANCY);
    if (!(wanted instanceof Value.NullValue) && !wanted.equals(Value.of("default"))) {
      throw Failure.needsReplacement("a network's tenancy can only become default").toException();
    }
    return ACTIONS.send(
        ec2::modifyVpcTenancy,
        ModifyVpcTenancyRequest.builder().vpcId(change.id()).instanceTenancy("default").build());
  }

  @Override
  public CompletableFuture<?> delete(String id) {
    return ACTIONS.send(ec2::deleteVpc, DeleteVpcRequest.builder().vpcId(id).build());
  }
}
