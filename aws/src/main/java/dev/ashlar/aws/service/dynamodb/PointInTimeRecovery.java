package dev.ashlar.aws.service.dynamodb;

import static dev.ashlar.aws.service.dynamodb.DynamoDb.ACTIONS;

import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Pojos;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeContinuousBackupsRequest;
import software.amazon.awssdk.services.dynamodb.model.PointInTimeRecoveryDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateContinuousBackupsRequest;

/** Whether the table can be had as it was at some time. */
record PointInTimeRecovery(DynamoDbAsyncClient dynamo) implements TableSetting {
  private static final String ENABLED = "PointInTimeRecoveryEnabled";

  @Override
  public String property() {
    return "PointInTimeRecoverySpecification";
  }

  @Override
  public CompletableFuture<Value> read(String table) {
    return ACTIONS
        .send(
            dynamo::describeContinuousBackups,
            DescribeContinuousBackupsRequest.builder().tableName(table).build())
        .thenApply(
            answer -> told(answer.continuousBackupsDescription().pointInTimeRecoveryDescription()));
  }

  private static Value told(PointInTimeRecoveryDescription told) {
    boolean on = told != null && "ENABLED".equals(told.pointInTimeRecoveryStatusAsString());
    MapValue value = MapValue.EMPTY.with(ENABLED, Value.of(on));
    return on && told.recoveryPeriodInDays() != null
        ? value.with("RecoveryPeriodInDays", Value.of(told.recoveryPeriodInDays()))
        : value;
  }

  @Override
  public CompletableFuture<?> write(String table, MapValue wanted, MapValue prior) {
    MapValue whole =
        wanted.get(ENABLED) instanceof Value.NullValue
            ? wanted.with(ENABLED, Value.of(false))
            : wanted;
    return ACTIONS.send(
        dynamo::updateContinuousBackups,
        Pojos.of(
            UpdateContinuousBackupsRequest.builder().tableName(table),
            MapValue.EMPTY.with(property(), whole),
            Names.SAME));
  }

  @Override
  public CompletableFuture<?> clear(String table, MapValue prior) {
    return write(table, MapValue.EMPTY, prior);
  }
}
