package dev.ashlar.aws.service.dynamodb;

import static dev.ashlar.aws.service.dynamodb.DynamoDb.ACTIONS;

import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Pojos;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeTimeToLiveRequest;
import software.amazon.awssdk.services.dynamodb.model.TimeToLiveDescription;
import software.amazon.awssdk.services.dynamodb.model.UpdateTimeToLiveRequest;

/** When items end by themselves. */
record TimeToLive(DynamoDbAsyncClient dynamo) implements TableSetting {
  private static final String ATTRIBUTE = "AttributeName";
  private static final String ENABLED = "Enabled";

  @Override
  public String property() {
    return "TimeToLiveSpecification";
  }

  @Override
  public CompletableFuture<Value> read(String table) {
    return ACTIONS
        .send(
            dynamo::describeTimeToLive,
            DescribeTimeToLiveRequest.builder().tableName(table).build())
        .thenApply(answer -> told(answer.timeToLiveDescription()));
  }

  private static Value told(TimeToLiveDescription told) {
    String status = told == null ? "DISABLED" : String.valueOf(told.timeToLiveStatusAsString());
    boolean on = status.equals("ENABLED") || status.equals("ENABLING");
    MapValue value = MapValue.EMPTY.with(ENABLED, Value.of(on));
    return on && told != null ? value.with(ATTRIBUTE, Value.of(told.attributeName())) : value;
  }

  /** The attribute that decides cannot be exchanged: it is let go first. */
  @Override
  public CompletableFuture<?> write(String table, MapValue wanted, MapValue prior) {
    boolean other =
        prior.get(ENABLED).equals(Value.of(true))
            && !prior.get(ATTRIBUTE).equals(wanted.get(ATTRIBUTE));
    CompletableFuture<?> off =
        other ? clear(table, prior) : CompletableFuture.completedFuture(null);
    boolean isOff = wanted.get(ENABLED).equals(Value.of(false));
    return isOff && !prior.get(ENABLED).equals(Value.of(true))
        ? off
        : off.thenCompose(done -> set(table, wanted));
  }

  private CompletableFuture<?> set(String table, MapValue wanted) {
    return ACTIONS.send(
        dynamo::updateTimeToLive,
        Pojos.of(
            UpdateTimeToLiveRequest.builder().tableName(table),
            MapValue.EMPTY.with(property(), wanted),
            Names.SAME));
  }

  @Override
  public CompletableFuture<?> clear(String table, MapValue prior) {
    return prior.get(ENABLED).equals(Value.of(true))
        ? set(table, prior.with(ENABLED, Value.of(false)))
        : CompletableFuture.completedFuture(null);
  }
}
