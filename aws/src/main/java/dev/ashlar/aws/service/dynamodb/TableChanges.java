package dev.ashlar.aws.service.dynamodb;

import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Parts;
import dev.ashlar.aws.service.Pojos;
import dev.ashlar.connector.Failure;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/** The next call that brings a table nearer to what it is to be. */
final class TableChanges {
  private static final String BILLING = "BillingMode";
  private static final String STREAM = "StreamSpecification";
  private static final String INDEXES = "GlobalSecondaryIndexes";
  private static final String UPDATES = "GlobalSecondaryIndexUpdates";
  private static final String DEFINITIONS = "AttributeDefinitions";
  private static final String INDEX = "IndexName";

  /** What one call takes together. */
  private static final List<List<String>> TOGETHER =
      List.of(
          List.of("DeletionProtectionEnabled"),
          List.of(BILLING, "ProvisionedThroughput", "OnDemandThroughput"),
          List.of("TableClass"),
          List.of("SSESpecification"),
          List.of("WarmThroughput"));

  private static final MapValue NO_STREAM = MapValue.EMPTY.with("StreamEnabled", Value.of(false));

  private static final Map<String, Value> DEFAULTS =
      Map.of(
          "DeletionProtectionEnabled",
          Value.of(false),
          "TableClass",
          Value.of("STANDARD"),
          "SSESpecification",
          MapValue.EMPTY.with("Enabled", Value.of(false)),
          STREAM,
          MapValue.EMPTY.with("StreamEnabled", Value.of(false)));

  private TableChanges() {}

  /**
   * The next change.
   *
   * @param there what the table is
   */
  static Optional<UpdateTableRequest> next(String table, MapValue spec, MapValue there) {
    MapValue sent = TableModel.sent(spec);
    boolean onDemand = spec.get(BILLING).equals(Value.of("PAY_PER_REQUEST"));
    MapValue wanted = onDemand ? spec.without("ProvisionedThroughput") : spec;
    for (List<String> group : TOGETHER) {
      if (group.stream().anyMatch(name -> differs(wanted.get(name), there.get(name)))) {
        MapValue request = MapValue.EMPTY;
        for (String name : group) {
          request = Parts.with(request, name, sent.get(name));
        }
        if (group.contains(BILLING)) {
          request = Parts.with(request, UPDATES, throughputs(spec, there));
        }
        return Optional.of(request(table, request));
      }
    }
    if (differs(spec.get(STREAM), there.get(STREAM))) {
      boolean on = there.get(STREAM) instanceof MapValue;
      return Optional.of(
          request(table, MapValue.EMPTY.with(STREAM, on ? NO_STREAM : sent.get(STREAM))));
    }
    return spec.get(INDEXES) instanceof Value.ListValue
        ? index(spec, there).map(change -> request(table, change))
        : Optional.empty();
  }

  /** Whether something that is declared is not so; what is not declared is as it is. */
  static boolean differs(Value wanted, Value there) {
    if (wanted instanceof Value.NullValue) {
      return false;
    }
    if (wanted instanceof MapValue map) {
      return map.entries().entrySet().stream()
          .anyMatch(
              entry ->
                  differs(
                      entry.getValue(),
                      there instanceof MapValue actual ? actual.get(entry.getKey()) : Value.NULL));
    }
    return !wanted.toString().equals(there.toString());
  }

  private static Optional<MapValue> index(MapValue spec, MapValue there) {
    List<MapValue> wanted = Parts.maps(spec.get(INDEXES));
    List<MapValue> actual = Parts.maps(there.get(INDEXES));
    for (MapValue index : actual) {
      Optional<MapValue> same = named(wanted, index);
      if (same.isEmpty() || isAnother(same.get(), index)) {
        return Optional.of(update("Delete", MapValue.EMPTY.with(INDEX, index.get(INDEX))));
      }
    }
    for (MapValue index : wanted) {
      if (named(actual, index).isEmpty()) {
        return Optional.of(update("Create", index).with(DEFINITIONS, spec.get(DEFINITIONS)));
      }
    }
    Value updates = throughputs(spec, there);
    return updates instanceof Value.NullValue
        ? Optional.empty()
        : Optional.of(MapValue.EMPTY.with(UPDATES, updates));
  }

  private static Optional<MapValue> named(List<MapValue> indexes, MapValue index) {
    return indexes.stream().filter(each -> each.get(INDEX).equals(index.get(INDEX))).findFirst();
  }

  /** Keys and what is projected are fixed: another index takes the place of this one. */
  private static boolean isAnother(MapValue wanted, MapValue there) {
    return differs(wanted.get("KeySchema"), there.get("KeySchema"))
        || differs(
            Parts.map(wanted.get("Projection")).get("ProjectionType"),
            Parts.map(there.get("Projection")).get("ProjectionType"));
  }

  private static MapValue update(String what, MapValue index) {
    return MapValue.EMPTY.with(UPDATES, Value.list(MapValue.EMPTY.with(what, index)));
  }

  /** Changes of what indexes can take; null where there are none. */
  private static Value throughputs(MapValue spec, MapValue there) {
    List<MapValue> actual = Parts.maps(there.get(INDEXES));
    List<MapValue> changes =
        Parts.maps(spec.get(INDEXES)).stream()
            .filter(index -> named(actual, index).filter(now -> isSlower(index, now)).isPresent())
            .map(
                index ->
                    MapValue.EMPTY.with("Update", index.without("KeySchema").without("Projection")))
            .toList();
    return changes.isEmpty() ? Value.NULL : Value.list(changes);
  }

  private static boolean isSlower(MapValue wanted, MapValue there) {
    return differs(wanted.without("KeySchema").without("Projection"), there);
  }

  /** The call that makes usual again what is not declared any more. */
  static Optional<UpdateTableRequest> unset(Change change) {
    MapValue request = MapValue.EMPTY;
    for (Map.Entry<String, Value> usual : DEFAULTS.entrySet()) {
      if (change.concerns(usual.getKey())
          && change.wanted(usual.getKey()) instanceof Value.NullValue) {
        request = request.with(usual.getKey(), usual.getValue());
      }
    }
    if (change.concerns(INDEXES)
        && change.wanted(INDEXES) instanceof Value.NullValue
        && !Parts.maps(change.prior().get(INDEXES)).isEmpty()) {
      throw Failure.invalid(
              INDEXES + " are not removed by leaving them out: declare an empty list to do so")
          .toException();
    }
    return request.entries().isEmpty()
        ? Optional.empty()
        : Optional.of(request(change.id(), request));
  }

  private static UpdateTableRequest request(String table, MapValue values) {
    return Pojos.of(UpdateTableRequest.builder().tableName(table), values, Names.SAME);
  }
}
