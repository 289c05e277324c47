package dev.ashlar.aws.service.dynamodb;

import static dev.ashlar.aws.service.dynamodb.DynamoDb.ACTIONS;

import dev.ashlar.aws.service.Actions;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Pojos;
import dev.ashlar.aws.service.Step;
import dev.ashlar.aws.service.Tuned;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.connector.Failure;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.CreateTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DeleteTableRequest;
import software.amazon.awssdk.services.dynamodb.model.DescribeTableRequest;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.ListTablesRequest;
import software.amazon.awssdk.services.dynamodb.model.ListTablesResponse;
import software.amazon.awssdk.services.dynamodb.model.TableDescription;
import software.amazon.awssdk.services.dynamodb.model.TableStatus;
import software.amazon.awssdk.services.dynamodb.model.UpdateTableRequest;

/**
 * A table. It takes one change at a time, and is busy until that is done: after each the table is
 * looked at, and the next difference is seen to.
 */
final class Table implements Tuned {
  static final Duration PAUSE = Duration.ofSeconds(2);
  private static final String NAME = "TableName";

  private final DynamoDbAsyncClient dynamo;
  private final TableModel model;
  private final TableExtras extras;

  Table(DynamoDbAsyncClient dynamo, ResourceSchema schema) {
    this.dynamo = dynamo;
    this.model = new TableModel(schema);
    this.extras = new TableExtras(dynamo);
  }

  @Override
  public boolean settles() {
    return true;
  }

  @Override
  public CompletableFuture<Step> create(Wanted wanted) {
    String name = wanted.name(NAME, 255, "").orElseThrow();
    return ACTIONS
        .send(
            dynamo::createTable,
            Pojos.of(
                CreateTableRequest.builder(),
                TableModel.sent(wanted.spec()).with(NAME, Value.of(name)),
                Names.SAME))
        .thenApply(made -> Step.more(name))
        .exceptionallyCompose(
            thrown ->
                CompletableFuture.failedFuture(
                    Actions.isCode(thrown, "ResourceInUse")
                        ? Failure.alreadyExists(name + " is there already").toException()
                        : thrown));
  }

  @Override
  public CompletableFuture<Step> settle(Operation operation, String id, MapValue spec) {
    return describe(id)
        .thenCompose(
            found -> {
              TableDescription table =
                  found.orElseThrow(
                      () -> Failure.notFound("the table does not exist").toException());
              if (!isReady(table)) {
                return Step.more(id, PAUSE).now();
              }
              return TableChanges.next(id, spec, model.of(table, spec))
                  .map(request -> change(id, request))
                  .orElseGet(() -> finish(operation, table, id, spec));
            });
  }

  private CompletableFuture<Step> change(String id, UpdateTableRequest request) {
    return ACTIONS.send(dynamo::updateTable, request).thenApply(done -> Step.more(id));
  }

  private CompletableFuture<Step> finish(
      Operation operation, TableDescription table, String id, MapValue spec) {
    CompletableFuture<?> done =
        operation == Operation.CREATE
            ? extras.set(id, table.tableArn(), spec)
            : CompletableFuture.completedFuture(null);
    return done.thenApply(ended -> Step.last(id));
  }

  private static boolean isReady(TableDescription table) {
    return (table.tableStatus() == TableStatus.ACTIVE
            || table.tableStatus() == TableStatus.INACCESSIBLE_ENCRYPTION_CREDENTIALS)
        && table.globalSecondaryIndexes().stream()
            .allMatch(
                index -> index.indexStatus() == null || index.indexStatus() == IndexStatus.ACTIVE);
  }

  private CompletableFuture<Optional<TableDescription>> describe(String id) {
    return ACTIONS
        .find(dynamo::describeTable, DescribeTableRequest.builder().tableName(id).build())
        .thenApply(found -> found.map(answer -> answer.table()));
  }

  @Override
  public CompletableFuture<Optional<MapValue>> read(String id, MapValue set) {
    return describe(id)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : extras.told(id, found.get().tableArn(), model.of(found.get(), set), set));
  }

  @Override
  public CompletableFuture<Step> update(Change change) {
    return describe(change.id())
        .thenCompose(
            found -> {
              TableDescription table =
                  found.orElseThrow(
                      () -> Failure.notFound("the table does not exist").toException());
              return extras
                  .change(change, table.tableArn())
                  .thenCompose(done -> unset(change))
                  .thenApply(done -> Step.more(change.id()));
            });
  }

  /** What is not declared any more; the rest is seen to when the table is settled. */
  private CompletableFuture<?> unset(Change change) {
    Optional<UpdateTableRequest> request = TableChanges.unset(change);
    return request.isPresent()
        ? ACTIONS.send(dynamo::updateTable, request.get())
        : CompletableFuture.completedFuture(null);
  }

  @Override
  public CompletableFuture<Step> delete(String id, MapValue was) {
    return ACTIONS
        .send(dynamo::deleteTable, DeleteTableRequest.builder().tableName(id).build())
        .thenApply(going -> Step.more(id, PAUSE));
  }

  @Override
  public CompletableFuture<List<String>> list(Wanted wanted) {
    return wanted
        .name(NAME, 255, "")
        .map(name -> CompletableFuture.completedFuture(List.of(name)))
        .orElseGet(
            () ->
                Pages.all(
                    next ->
                        ACTIONS.send(
                            dynamo::listTables,
                            ListTablesRequest.builder().exclusiveStartTableName(next).build()),
                    ListTablesResponse::tableNames,
                    ListTablesResponse::lastEvaluatedTableName));
  }
}
