package dev.ashlar.aws.service.ec2;

import static dev.ashlar.aws.service.ec2.Ec2.ACTIONS;

import dev.ashlar.aws.service.Chain;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Pojos;
import dev.ashlar.aws.service.Told;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.model.AssociateSubnetCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DeleteSubnetRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeNetworkAclsResponse;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsRequest;
import software.amazon.awssdk.services.ec2.model.DescribeSubnetsResponse;
import software.amazon.awssdk.services.ec2.model.DisassociateSubnetCidrBlockRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Subnet;
import software.amazon.awssdk.services.ec2.model.SubnetCidrBlockStateCode;
import software.amazon.awssdk.services.ec2.model.SubnetIpv6CidrBlockAssociation;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Parts of networks. */
record Subnets(Ec2AsyncClient ec2, Told told) implements Kind<Subnet> {
  private static final String SIX = "Ipv6CidrBlock";

  @Override
  public String name() {
    return "subnet";
  }

  @Override
  public String filter() {
    return "subnet-id";
  }

  @Override
  public String identifier() {
    return "SubnetId";
  }

  @Override
  public CompletableFuture<String> create(Wanted wanted, List<TagSpecification> tags) {
    MapValue values = wanted.spec().without("Tags");
    for (String attribute : SubnetAttributes.ALL) {
      values = values.without(attribute);
    }
    return ACTIONS
        .send(
            ec2::createSubnet,
            Pojos.of(CreateSubnetRequest.builder().tagSpecifications(tags), values, Names.SAME))
        .thenApply(made -> made.subnet().subnetId());
  }

  @Override
  public boolean settles() {
    return true;
  }

  @Override
  public CompletableFuture<?> settle(String id, MapValue spec) {
    return attributes(
        id,
        spec,
        SubnetAttributes.ALL.stream().filter(name -> spec.entries().containsKey(name)).toList());
  }

  private CompletableFuture<Void> attributes(String id, MapValue spec, List<String> names) {
    return Chain.each(
        names.stream().flatMap(name -> SubnetAttributes.requests(id, name, spec).stream()).toList(),
        request -> ACTIONS.send(ec2::modifySubnetAttribute, request));
  }

  @Override
  public CompletableFuture<List<Subnet>> describe(List<Filter> filters) {
    return Pages.all(
        next ->
            ACTIONS.send(
                ec2::describeSubnets,
                DescribeSubnetsRequest.builder().filters(filters).nextToken(next).build()),
        DescribeSubnetsResponse::subnets,
        DescribeSubnetsResponse::nextToken);
  }

  @Override
  public String id(Subnet object) {
    return object.subnetId();
  }

  @Override
  public List<Tag> tags(Subnet object) {
    return object.tags();
  }

  @Override
  public CompletableFuture<Map<String, MapValue>> models(
      List<Subnet> objects, Map<String, MapValue> set) {
    Map<String, MapValue> models = new ConcurrentHashMap<>();
    objects.forEach(subnet -> models.put(subnet.subnetId(), model(subnet)));
    return models.isEmpty()
        ? CompletableFuture.completedFuture(models)
        : acls(models).thenApply(done -> models);
  }

  private MapValue model(Subnet subnet) {
    List<Value> six =
        subnet.ipv6CidrBlockAssociationSet().stream()
            .filter(Subnets::isThere)
            .<Value>map(each -> Value.of(each.ipv6CidrBlock()))
            .toList();
    MapValue model = told.model(subnet).with("Ipv6CidrBlocks", Value.list(six));
    return six.isEmpty() ? model : model.with(SIX, six.get(0));
  }

  private static boolean isThere(SubnetIpv6CidrBlockAssociation association) {
    return association.ipv6CidrBlockState() != null
        && (association.ipv6CidrBlockState().state() == SubnetCidrBlockStateCode.ASSOCIATED
            || association.ipv6CidrBlockState().state() == SubnetCidrBlockStateCode.ASSOCIATING);
  }

  private CompletableFuture<?> acls(Map<String, MapValue> models) {
    Filter these = Tagged.filter("association.subnet-id", models.keySet());
    return Pages.all(
            next ->
                ACTIONS.send(
                    ec2::describeNetworkAcls,
                    DescribeNetworkAclsRequest.builder().filters(these).nextToken(next).build()),
            DescribeNetworkAclsResponse::networkAcls,
            DescribeNetworkAclsResponse::nextToken)
        .thenAccept(
            found ->
                found.stream()
                    .flatMap(acl -> acl.associations().stream())
                    .forEach(
                        association ->
                            models.computeIfPresent(
                                association.subnetId(),
                                (id, model) ->
                                    model.with(
                                        "NetworkAclAssociationId",
                                        Value.of(association.networkAclAssociationId())))));
  }

  @Override
  public CompletableFuture<?> update(Change change) {
    return addresses(change)
        .thenCompose(
            done ->
                attributes(
                    change.id(),
                    change.spec(),
                    SubnetAttributes.ALL.stream().filter(change.changed()::contains).toList()));
  }

  /** Another range of addresses comes in the place of the one that is there. */
  private CompletableFuture<?> addresses(Change change) {
    if (!change.concerns(SIX)) {
      return CompletableFuture.completedFuture(null);
    }
    return describe(List.of(Tagged.filter(filter(), List.of(change.id()))))
        .thenCompose(
            found ->
                Chain.each(
                    found.stream()
                        .flatMap(subnet -> subnet.ipv6CidrBlockAssociationSet().stream())
                        .filter(Subnets::isThere)
                        .filter(each -> !change.wanted(SIX).equals(Value.of(each.ipv6CidrBlock())))
                        .toList(),
                    this::drop))
        .thenCompose(
            done ->
                change.wanted(SIX) instanceof Value.TextValue wanted
                    ? ACTIONS.send(
                        ec2::associateSubnetCidrBlock,
                        AssociateSubnetCidrBlockRequest.builder()
                            .subnetId(change.id())
                            .ipv6CidrBlock(wanted.text())
                            .build())
                    : CompletableFuture.completedFuture(null));
  }

  private CompletableFuture<?> drop(SubnetIpv6CidrBlockAssociation association) {
    return ACTIONS.remove(
        ec2::disassociateSubnetCidrBlock,
        DisassociateSubnetCidrBlockRequest.builder()
            .associationId(association.associationId())
            .build());
  }

  @Override
  public CompletableFuture<?> delete(String id) {
    return ACTIONS.send(ec2::deleteSubnet, DeleteSubnetRequest.builder().subnetId(id).build());
  }
}
