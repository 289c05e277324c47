package dev.ashlar.aws.service.ec2;

import static dev.ashlar.aws.service.ec2.Ec2.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.BatchTuned;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Step;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.connector.Failure;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.DisassociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.RouteTableAssociation;

/** Which table a subnet takes its routes from. A subnet has one. */
record Associations(Ec2AsyncClient ec2) implements BatchTuned {
  private static final int MOST = 200;
  private static final String SUBNET = "SubnetId";
  private static final String TABLE = "RouteTableId";

  /** AWS refuses a subnet that has a table; an emulator may give back what is there. */
  @Override
  public boolean takes() {
    return true;
  }

  @Override
  public CompletableFuture<Step> create(Wanted wanted) {
    return ACTIONS
        .send(
            ec2::associateRouteTable,
            AssociateRouteTableRequest.builder()
                .routeTableId(AttributeTexts.text(wanted.spec().get(TABLE)))
                .subnetId(AttributeTexts.text(wanted.spec().get(SUBNET)))
                .build())
        .thenApply(made -> Step.last(made.associationId()));
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
    return models(List.of(Tagged.filter("association.route-table-association-id", set.keySet())))
        .thenApply(
            models -> {
              models.keySet().retainAll(set.keySet());
              return models;
            });
  }

  /** A table is told with all its associations, not only those that were asked for. */
  private CompletableFuture<Map<String, MapValue>> models(List<Filter> filters) {
    return RouteTables.describe(ec2, filters)
        .thenApply(
            tables -> {
              Map<String, MapValue> models = new LinkedHashMap<>();
              tables.stream()
                  .flatMap(table -> table.associations().stream())
                  .filter(association -> association.subnetId() != null)
                  .forEach(
                      association ->
                          models.put(association.routeTableAssociationId(), model(association)));
              return models;
            });
  }

  private static MapValue model(RouteTableAssociation association) {
    return MapValue.EMPTY
        .with("Id", Value.of(association.routeTableAssociationId()))
        .with(TABLE, Value.of(association.routeTableId()))
        .with(SUBNET, Value.of(association.subnetId()));
  }

  @Override
  public boolean isSame(MapValue there, MapValue wanted) {
    return there.get(TABLE).equals(wanted.get(TABLE))
        && there.get(SUBNET).equals(wanted.get(SUBNET));
  }

  @Override
  public CompletableFuture<Step> update(Change change) {
    throw Failure.needsReplacement("an association does not change").toException();
  }

  @Override
  public CompletableFuture<Step> delete(String id, MapValue was) {
    return ACTIONS
        .send(
            ec2::disassociateRouteTable,
            DisassociateRouteTableRequest.builder().associationId(id).build())
        .thenApply(gone -> Step.last(id));
  }

  @Override
  public CompletableFuture<List<String>> list(Wanted wanted) {
    if (wanted.spec().get("Id") instanceof Value.TextValue id) {
      return CompletableFuture.completedFuture(List.of(id.text()));
    }
    Value subnet = wanted.spec().get(SUBNET);
    List<Filter> filters =
        subnet instanceof Value.TextValue name
            ? List.of(Tagged.filter("association.subnet-id", List.of(name.text())))
            : List.of();
    return models(filters)
        .thenApply(
            models ->
                models.entrySet().stream()
                    .filter(
                        entry -> filters.isEmpty() || entry.getValue().get(SUBNET).equals(subnet))
                    .map(Map.Entry::getKey)
                    .toList());
  }
}
