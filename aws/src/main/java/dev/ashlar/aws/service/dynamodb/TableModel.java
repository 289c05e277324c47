package dev.ashlar.aws.service.dynamodb;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Parts;
import dev.ashlar.aws.service.Told;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;

/**
 * A table in the forms of both sides.
 *
 * @param schema the type
 */
record TableModel(ResourceSchema schema) {
  private static final String SSE = "SSESpecification";
  private static final String STREAM = "StreamSpecification";
  private static final String BILLING = "BillingMode";
  private static final String THROUGHPUT = "ProvisionedThroughput";
  private static final String WARM = "WarmThroughput";
  private static final String INDEXES = "GlobalSecondaryIndexes";
  private static final String INDEX = "IndexName";
  private static final String ON_DEMAND = "PAY_PER_REQUEST";
  private static final Names NAMES = Names.SAME.with("SSEEnabled", "Enabled");

  /** What is told in an order of its own, and what tells the items apart. */
  private static final Map<String, String> LISTS =
      Map.of(
          "AttributeDefinitions", "AttributeName",
          "GlobalSecondaryIndexes", "IndexName",
          "LocalSecondaryIndexes", "IndexName");

  /** Those properties that calls about the table itself take. */
  static MapValue sent(MapValue spec) {
    MapValue table = spec;
    for (String extra : TableExtras.PROPERTIES) {
      table = table.without(extra);
    }
    if (spec.get(SSE) instanceof MapValue encryption) {
      table = table.with(SSE, NAMES.sdk(encryption));
    }
    if (spec.get(STREAM) instanceof MapValue stream) {
      table = table.with(STREAM, stream.with("StreamEnabled", Value.of(true)));
    }
    if (spec.get("ResourcePolicy") instanceof MapValue policy) {
      table =
          table.with("ResourcePolicy", Value.of(AttributeTexts.text(policy.get("PolicyDocument"))));
    }
    return table;
  }

  /**
   * What a table is.
   *
   * @param set what was set last: lists come in its order, and a key is called as there
   */
  MapValue of(TableDescription table, MapValue set) {
    MapValue told = new Told(schema, Names.SAME).model(table);
    told = told.with("Arn", Value.of(table.tableArn())).without(SSE);
    told = stream(told, table);
    told = billed(told, table);
    told = told.with("TableClass", Value.of(tableClass(table)));
    told = warm(encrypted(told, table, set), set);
    told = Parts.with(told, INDEXES, indexes(told.get(INDEXES), set.get(INDEXES)));
    for (Map.Entry<String, String> list : LISTS.entrySet()) {
      Value ordered =
          Parts.ordered(told.get(list.getKey()), set.get(list.getKey()), list.getValue());
      told = Parts.with(told, list.getKey(), ordered);
    }
    return told;
  }

  private static MapValue stream(MapValue told, TableDescription table) {
    MapValue without = told.without(STREAM);
    boolean on =
        table.streamSpecification() != null
            && Boolean.TRUE.equals(table.streamSpecification().streamEnabled());
    return on
        ? without
            .with(
                STREAM,
                MapValue.EMPTY.with(
                    "StreamViewType",
                    Value.of(table.streamSpecification().streamViewTypeAsString())))
            .with("StreamArn", text(table.latestStreamArn()))
        : without;
  }

  private static Value text(@Nullable String text) {
    return Value.of(text == null ? "" : text);
  }

  private static MapValue billed(MapValue told, TableDescription table) {
    String mode =
        table.billingModeSummary() == null
                || table.billingModeSummary().billingModeAsString() == null
            ? "PROVISIONED"
            : table.billingModeSummary().billingModeAsString();
    MapValue billed = told.with(BILLING, Value.of(mode));
    return mode.equals(ON_DEMAND)
        ? Parts.with(
            billed.without(THROUGHPUT),
            "GlobalSecondaryIndexes",
            Parts.each(billed.get("GlobalSecondaryIndexes"), index -> index.without(THROUGHPUT)))
        : billed;
  }

  private static String tableClass(TableDescription table) {
    return table.tableClassSummary() == null
            || table.tableClassSummary().tableClassAsString() == null
        ? "STANDARD"
        : table.tableClassSummary().tableClassAsString();
  }

  private static MapValue encrypted(MapValue told, TableDescription table, MapValue set) {
    MapValue wanted = Parts.map(set.get(SSE));
    boolean on =
        table.sseDescription() != null
            && ("ENABLED".equals(table.sseDescription().statusAsString())
                || "UPDATING".equals(table.sseDescription().statusAsString()));
    MapValue encryption = MapValue.EMPTY.with("SSEEnabled", Value.of(on));
    if (on) {
      encryption = encryption.with("SSEType", text(table.sseDescription().sseTypeAsString()));
      String key = table.sseDescription().kmsMasterKeyArn();
      Value named = wanted.get("KMSMasterKeyId");
      if (key != null) {
        encryption = encryption.with("KMSMasterKeyId", isOther(named, key) ? Value.of(key) : named);
      }
    }
    return told.with(SSE, encryption);
  }

  /** Of an alias it cannot be told which key it is: it counts as the one that is told. */
  private static boolean isOther(Value named, String key) {
    return named instanceof Value.NullValue
        || !key.endsWith("/" + named)
            && !key.equals(named.toString())
            && !named.toString().contains("alias/");
  }

  /** What a table is ready for grows by itself: more than was asked for is as asked for. */
  private static MapValue warm(MapValue told, MapValue set) {
    MapValue there = Parts.map(told.get(WARM));
    if (there.entries().isEmpty()) {
      return told;
    }
    MapValue least = there;
    for (Map.Entry<String, Value> wanted : Parts.map(set.get(WARM)).entries().entrySet()) {
      if (wanted.getValue() instanceof Value.NumberValue asked
          && there.get(wanted.getKey()) instanceof Value.NumberValue has
          && has.number().compareTo(asked.number()) > 0) {
        least = least.with(wanted.getKey(), asked);
      }
    }
    return told.with(WARM, least);
  }

  private static Value indexes(Value told, Value set) {
    Map<Value, MapValue> wanted = new HashMap<>();
    Parts.maps(set).forEach(index -> wanted.put(index.get(INDEX), index));
    return Parts.each(
        told, index -> warm(index, wanted.getOrDefault(index.get(INDEX), MapValue.EMPTY)));
  }
}
