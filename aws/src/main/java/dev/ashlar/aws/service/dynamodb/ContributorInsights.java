package dev.ashlar.aws.service.dynamodb;

import static dev.ashlar.aws.service.dynamodb.DynamoDb.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.Parts;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.ContributorInsightsAction;
import software.amazon.awssdk.services.dynamodb.model.DescribeContributorInsightsRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateContributorInsightsRequest;

/** Whether it is recorded which keys are used most. */
record ContributorInsights(DynamoDbAsyncClient dynamo) implements TableSetting {
  private static final String ENABLED = "Enabled";
  private static final String MODE = "Mode";

  @Override
  public String property() {
    return "ContributorInsightsSpecification";
  }

  @Override
  public CompletableFuture<Value> read(String table) {
    return ACTIONS
        .send(
            dynamo::describeContributorInsights,
            DescribeContributorInsightsRequest.builder().tableName(table).build())
        .thenApply(
            told -> {
              String status = String.valueOf(told.contributorInsightsStatusAsString());
              MapValue value = MapValue.EMPTY.with(ENABLED, Value.of(status.startsWith("ENABL")));
              String mode = told.contributorInsightsModeAsString();
              return Parts.with(value, MODE, mode == null ? Value.NULL : Value.of(mode));
            });
  }

  @Override
  public CompletableFuture<?> write(String table, MapValue wanted, MapValue prior) {
    UpdateContributorInsightsRequest.Builder request =
        UpdateContributorInsightsRequest.builder()
            .tableName(table)
            .contributorInsightsAction(
                wanted.get(ENABLED).equals(Value.of(true))
                    ? ContributorInsightsAction.ENABLE
                    : ContributorInsightsAction.DISABLE);
    if (!(wanted.get(MODE) instanceof Value.NullValue)) {
      request.contributorInsightsMode(AttributeTexts.text(wanted.get(MODE)));
    }
    return ACTIONS.send(dynamo::updateContributorInsights, request.build());
  }

  @Override
  public CompletableFuture<?> clear(String table, MapValue prior) {
    return write(table, MapValue.EMPTY, prior);
  }
}
