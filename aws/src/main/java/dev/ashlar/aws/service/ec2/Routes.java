package dev.ashlar.aws.service.ec2;

import static dev.ashlar.aws.service.ec2.Ec2.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.BatchTuned;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Pojos;
import dev.ashlar.aws.service.Step;
import dev.ashlar.aws.service.Told;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.connector.Failure;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.DeleteRouteRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteRequest;
import software.amazon.awssdk.services.ec2.model.Route;
import software.amazon.awssdk.services.ec2.model.RouteOrigin;
import software.amazon.awssdk.services.ec2.model.RouteTable;

/**
 * Routes of tables. One is known by its table and where it leads; a call that asks for tables tells
 * the routes of them all.
 */
record Routes(Ec2AsyncClient ec2, Told told) implements BatchTuned {
  private static final int MOST = 200;
  private static final String ENDPOINT = "vpce-";
  private static final String GATEWAY = "GatewayId";
  private static final String TABLE = "RouteTableId";
  private static final String SIX = "DestinationIpv6CidrBlock";
  private static final String FOUR = "DestinationCidrBlock";
  private static final String PREFIXES = "DestinationPrefixListId";
  private static final List<String> DESTINATIONS = List.of(FOUR, SIX, PREFIXES);

  @Override
  public CompletableFuture<Step> create(Wanted wanted) {
    MapValue spec = wanted.spec();
    Composite id = id(spec).orElseThrow(Routes::nowhere);
    return ACTIONS
        .send(ec2::createRoute, Pojos.of(CreateRouteRequest.builder(), spec, Names.SAME))
        .thenApply(made -> Step.last(id.toString()));
  }

  private static RuntimeException nowhere() {
    return Failure.invalid("a route needs one of " + String.join(", ", DESTINATIONS)).toException();
  }

  /** A route that is there as it was to be counts as what an earlier try has made. */
  @Override
  public boolean takes() {
    return true;
  }

  private static Optional<Composite> id(MapValue spec) {
    return spec.get(TABLE) instanceof Value.TextValue table
        ? DESTINATIONS.stream()
            .map(spec::get)
            .filter(Value.TextValue.class::isInstance)
            .findFirst()
            .map(to -> new Composite(table.text(), AttributeTexts.text(to)))
        : Optional.empty();
  }

  @Override
  public CompletableFuture<Optional<MapValue>> read(String id, MapValue set) {
    return readAll(Map.of(id, set)).thenApply(models -> Optional.ofNullable(models.get(id)));
  }

  @Override
  public int batchLimit() {
    return MOST;
  }

  @Override
  public CompletableFuture<Map<String, MapValue>> readAll(Map<String, MapValue> set) {
    Set<String> tables = new LinkedHashSet<>();
    Composite.all(set.keySet()).forEach(id -> tables.add(id.first()));
    return models(List.of(Tagged.filter(RouteTables.FILTER, tables)))
        .thenApply(
            models -> {
              models.keySet().retainAll(set.keySet());
              return models;
            });
  }

  private CompletableFuture<Map<String, MapValue>> models(List<Filter> filters) {
    return RouteTables.describe(ec2, filters).thenApply(this::models);
  }

  private Map<String, MapValue> models(Iterable<RouteTable> tables) {
    Map<String, MapValue> models = new LinkedHashMap<>();
    for (RouteTable table : tables) {
      for (Route route : table.routes()) {
        if (route.origin() != RouteOrigin.ENABLE_VGW_ROUTE_PROPAGATION) {
          String to = destination(route);
          models.put(
              new Composite(table.routeTableId(), to).toString(),
              model(route)
                  .with(TABLE, Value.of(table.routeTableId()))
                  .with("CidrBlock", Value.of(to)));
        }
      }
    }
    return models;
  }

  private static String destination(Route route) {
    if (route.destinationCidrBlock() != null) {
      return route.destinationCidrBlock();
    }
    return route.destinationIpv6CidrBlock() != null
        ? route.destinationIpv6CidrBlock()
        : String.valueOf(route.destinationPrefixListId());
  }

  /** An endpoint is told as a gateway. */
  private MapValue model(Route route) {
    MapValue model = told.model(route);
    String gateway = route.gatewayId();
    return gateway != null && gateway.startsWith(ENDPOINT)
        ? model.without(GATEWAY).with("VpcEndpointId", Value.of(gateway))
        : model;
  }

  @Override
  public boolean isSame(MapValue there, MapValue wanted) {
    return wanted.entries().entrySet().stream()
        .allMatch(entry -> entry.getValue().equals(there.get(entry.getKey())));
  }

  @Override
  public CompletableFuture<Step> update(Change change) {
    ReplaceRouteRequest request =
        Pojos.of(ReplaceRouteRequest.builder(), change.spec(), Names.SAME);
    return read(change.id(), change.prior())
        .thenCompose(
            there -> {
              if (there.isEmpty()) {
                throw Failure.notFound("there is no such route any more").toException();
              }
              return ACTIONS.send(ec2::replaceRoute, request);
            })
        .thenApply(done -> Step.last(change.id()));
  }

  @Override
  public CompletableFuture<Step> delete(String id, MapValue was) {
    Composite route = Composite.read(id);
    String to = route.second();
    DeleteRouteRequest.Builder request = DeleteRouteRequest.builder().routeTableId(route.first());
    if (to.startsWith("pl-")) {
      request.destinationPrefixListId(to);
    } else if (to.indexOf(':') >= 0) {
      request.destinationIpv6CidrBlock(to);
    } else {
      request.destinationCidrBlock(to);
    }
    return ACTIONS.send(ec2::deleteRoute, request.build()).thenApply(gone -> Step.last(id));
  }

  @Override
  public CompletableFuture<List<String>> list(Wanted wanted) {
    Optional<Composite> id = id(wanted.spec());
    if (id.isPresent()) {
      return CompletableFuture.completedFuture(List.of(id.get().toString()));
    }
    List<Filter> filters =
        wanted.spec().get(TABLE) instanceof Value.TextValue table
            ? List.of(Tagged.filter(RouteTables.FILTER, List.of(table.text())))
            : List.of();
    return models(filters).thenApply(models -> List.copyOf(models.keySet()));
  }
}
