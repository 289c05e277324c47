package dev.ashlar.aws.service.ec2;

import static dev.ashlar.aws.service.ec2.Ec2.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesRequest;
import software.amazon.awssdk.services.ec2.model.DescribeRouteTablesResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.RouteTable;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Tables of routes. The routes are types of their own. */
record RouteTables(Ec2AsyncClient ec2) implements Kind<RouteTable> {
  static final String FILTER = "route-table-id";

  @Override
  public String name() {
    return "route-table";
  }

  @Override
  public String filter() {
    return FILTER;
  }

  @Override
  public String identifier() {
    return "RouteTableId";
  }

  @Override
  public CompletableFuture<String> create(Wanted wanted, List<TagSpecification> tags) {
    return ACTIONS
        .send(
            ec2::createRouteTable,
            CreateRouteTableRequest.builder()
                .vpcId(AttributeTexts.text(wanted.spec().get("VpcId")))
                .tagSpecifications(tags)
                .build())
        .thenApply(made -> made.routeTable().routeTableId());
  }

  @Override
  public boolean settles() {
    return false;
  }

  @Override
  public CompletableFuture<?> settle(String id, MapValue spec) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<List<RouteTable>> describe(List<Filter> filters) {
    return describe(ec2, filters);
  }

  static CompletableFuture<List<RouteTable>> describe(Ec2AsyncClient ec2, List<Filter> filters) {
    return Pages.all(
        next ->
            ACTIONS.send(
                ec2::describeRouteTables,
                DescribeRouteTablesRequest.builder().filters(filters).nextToken(next).build()),
        DescribeRouteTablesResponse::routeTables,
        DescribeRouteTablesResponse::nextToken);
  }

  @Override
  public String id(RouteTable object) {
    return object.routeTableId();
  }

  @Override
  public List<Tag> tags(RouteTable object) {
    return object.tags();
  }

  @Override
  public CompletableFuture<Map<String, MapValue>> models(
      List<RouteTable> objects, Map<String, MapValue> set) {
    Map<String, MapValue> models = new HashMap<>();
    for (RouteTable table : objects) {
      models.put(table.routeTableId(), MapValue.EMPTY.with("VpcId", Value.of(table.vpcId())));
    }
    return CompletableFuture.completedFuture(models);
  }

  @Override
  public CompletableFuture<?> update(Change change) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<?> delete(String id) {
    return ACTIONS.send(
        ec2::deleteRouteTable, DeleteRouteTableRequest.builder().routeTableId(id).build());
  }
}
