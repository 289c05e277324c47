package dev.ashlar.aws.service.ec2;

import static dev.ashlar.aws.service.ec2.Ec2.ACTIONS;

import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.value.Value.MapValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.model.CreateInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DeleteInternetGatewayRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysRequest;
import software.amazon.awssdk.services.ec2.model.DescribeInternetGatewaysResponse;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.InternetGateway;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/** Gateways between networks and the internet: nothing but tags. */
record InternetGateways(Ec2AsyncClient ec2) implements Kind<InternetGateway> {
  @Override
  public String name() {
    return "internet-gateway";
  }

  @Override
  public String filter() {
    return "internet-gateway-id";
  }

  @Override
  public String identifier() {
    return "InternetGatewayId";
  }

  @Override
  public CompletableFuture<String> create(Wanted wanted, List<TagSpecification> tags) {
    return ACTIONS
        .send(
            ec2::createInternetGateway,
            CreateInternetGatewayRequest.builder().tagSpecifications(tags).build())
        .thenApply(made -> made.internetGateway().internetGatewayId());
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
  public CompletableFuture<List<InternetGateway>> describe(List<Filter> filters) {
    return Pages.all(
        next ->
            ACTIONS.send(
                ec2::describeInternetGateways,
                DescribeInternetGatewaysRequest.builder().filters(filters).nextToken(next).build()),
        DescribeInternetGatewaysResponse::internetGateways,
        DescribeInternetGatewaysResponse::nextToken);
  }

  @Override
  public String id(InternetGateway object) {
    return object.internetGatewayId();
  }

  @Override
  public List<Tag> tags(InternetGateway object) {
    return object.tags();
  }

  @Override
  public CompletableFuture<Map<String, MapValue>> models(
      List<InternetGateway> objects, Map<String, MapValue> set) {
    Map<String, MapValue> models = new HashMap<>();
    objects.forEach(gateway -> models.put(gateway.internetGatewayId(), MapValue.EMPTY));
    return CompletableFuture.completedFuture(models);
  }

  @Override
  public CompletableFuture<?> update(Change change) {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<?> delete(String id) {
    return ACTIONS.send(
        ec2::deleteInternetGateway,
        DeleteInternetGatewayRequest.builder().internetGatewayId(id).build());
  }
}
