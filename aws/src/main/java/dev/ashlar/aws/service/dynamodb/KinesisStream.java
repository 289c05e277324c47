package dev.ashlar.aws.service.dynamodb;

import static dev.ashlar.aws.service.dynamodb.DynamoDb.ACTIONS;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.Parts;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.DescribeKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.DisableKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.EnableKinesisStreamingDestinationRequest;
import software.amazon.awssdk.services.dynamodb.model.KinesisDataStreamDestination;
import software.amazon.awssdk.services.dynamodb.model.UpdateKinesisStreamingDestinationRequest;

/** The Kinesis stream that changes of items go to. */
record KinesisStream(DynamoDbAsyncClient dynamo) implements TableSetting {
  private static final String STREAM = "StreamArn";
  private static final String PRECISION = "ApproximateCreationDateTimePrecision";

  @Override
  public String property() {
    return "KinesisStreamSpecification";
  }

  @Override
  public CompletableFuture<Value> read(String table) {
    return ACTIONS
        .send(
            dynamo::describeKinesisStreamingDestination,
            DescribeKinesisStreamingDestinationRequest.builder().tableName(table).build())
        .thenApply(
            told ->
                told.kinesisDataStreamDestinations().stream()
                    .filter(each -> isOn(each.destinationStatusAsString()))
                    .findFirst()
                    .map(KinesisStream::told)
                    .orElse(Value.NULL));
  }

  private static boolean isOn(String status) {
    return status.equals("ACTIVE") || status.equals("ENABLING") || status.equals("UPDATING");
  }

  private static Value told(KinesisDataStreamDestination to) {
    String precision = to.approximateCreationDateTimePrecisionAsString();
    return Parts.with(
        MapValue.EMPTY.with(STREAM, Value.of(to.streamArn())),
        PRECISION,
        precision == null ? Value.NULL : Value.of(precision));
  }

  @Override
  public CompletableFuture<?> write(String table, MapValue wanted, MapValue prior) {
    String stream = AttributeTexts.text(wanted.get(STREAM));
    Value precision = wanted.get(PRECISION);
    if (wanted.get(STREAM).equals(prior.get(STREAM))) {
      return ACTIONS.send(
          dynamo::updateKinesisStreamingDestination,
          UpdateKinesisStreamingDestinationRequest.builder()
              .tableName(table)
              .streamArn(stream)
              .updateKinesisStreamingConfiguration(
                  how ->
                      how.approximateCreationDateTimePrecision(
                          precision instanceof Value.NullValue
                              ? "MILLISECOND"
                              : AttributeTexts.text(precision)))
              .build());
    }
    EnableKinesisStreamingDestinationRequest.Builder request =
        EnableKinesisStreamingDestinationRequest.builder().tableName(table).streamArn(stream);
    if (!(precision instanceof Value.NullValue)) {
      request.enableKinesisStreamingConfiguration(
          how -> how.approximateCreationDateTimePrecision(AttributeTexts.text(precision)));
    }
    return clear(table, prior)
        .thenCompose(
            done -> ACTIONS.send(dynamo::enableKinesisStreamingDestination, request.build()));
  }

  @Override
  public CompletableFuture<?> clear(String table, MapValue prior) {
    return prior.get(STREAM) instanceof Value.NullValue
        ? CompletableFuture.completedFuture(null)
        : ACTIONS.remove(
            dynamo::disableKinesisStreamingDestination,
            DisableKinesisStreamingDestinationRequest.builder()
                .tableName(table)
                .streamArn(AttributeTexts.text(prior.get(STREAM)))
                .build());
  }
}
