package dev.ashlar.aws.service.logs;

import static dev.ashlar.aws.service.logs.Logs.ACTIONS;

import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Pojos;
import dev.ashlar.aws.service.Step;
import dev.ashlar.aws.service.Tags;
import dev.ashlar.aws.service.Told;
import dev.ashlar.aws.service.Tuned;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.connector.Failure;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsAsyncClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceRequest;

/** A group of logs; its identifier is its name. */
final class LogGroup implements Tuned {
  private static final String NAME = "LogGroupName";
  private static final String TAGS = "Tags";
  private static final List<String> WHEN_MADE =
      List.of(NAME, "KmsKeyId", TAGS, "LogGroupClass", "DeletionProtectionEnabled");

  private final CloudWatchLogsAsyncClient logs;
  private final ResourceSchema schema;
  private final LogGroupSettings settings;

  LogGroup(CloudWatchLogsAsyncClient logs, ResourceSchema schema) {
    this.logs = logs;
    this.schema = schema;
    this.settings = new LogGroupSettings(logs);
  }

  @Override
  public boolean settles() {
    return true;
  }

  @Override
  public CompletableFuture<Step> create(Wanted wanted) {
    String name = wanted.name(NAME, 512, "").orElseThrow();
    MapValue spec = MapValue.EMPTY;
    for (String property : WHEN_MADE) {
      spec = spec.with(property, wanted.spec().get(property));
    }
    return ACTIONS
        .send(
            logs::createLogGroup,
            Pojos.of(CreateLogGroupRequest.builder(), spec.with(NAME, Value.of(name)), Names.SAME))
        .thenApply(made -> Step.more(name));
  }

  @Override
  public CompletableFuture<Step> settle(Operation operation, String id, MapValue spec) {
    return arn(id).thenCompose(arn -> settings.set(id, arn, spec)).thenApply(done -> Step.last(id));
  }

  private CompletableFuture<String> arn(String id) {
    return describe(id)
        .thenApply(
            found ->
                found
                    .map(LogGroup::bareArn)
                    .orElseThrow(
                        () -> Failure.notFound("the log group does not exist").toException()));
  }

  private CompletableFuture<Optional<software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup>>
      describe(String id) {
    return groups(id)
        .thenApply(
            all -> all.stream().filter(group -> group.logGroupName().equals(id)).findFirst());
  }

  private CompletableFuture<List<software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup>>
      groups(@Nullable String start) {
    return Pages.all(
        next ->
            ACTIONS.send(
                logs::describeLogGroups,
                DescribeLogGroupsRequest.builder()
                    .logGroupNamePrefix(start)
                    .nextToken(next)
                    .build()),
        DescribeLogGroupsResponse::logGroups,
        DescribeLogGroupsResponse::nextToken);
  }

  /** CloudFormation's ARN of a group ends in a star, and calls about tags take none. */
  private static String bareArn(
      software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup group) {
    String arn = group.arn();
    return arn.endsWith(":*") ? arn.substring(0, arn.length() - 2) : arn;
  }

  @Override
  public CompletableFuture<Optional<MapValue>> read(String id, MapValue set) {
    return describe(id)
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : told(id, found.get(), set));
  }

  private CompletableFuture<Optional<MapValue>> told(
      String id,
      software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup group,
      MapValue set) {
    String arn = bareArn(group);
    MapValue model = new Told(schema, Names.SAME).model(group).with("Arn", Value.of(arn + ":*"));
    return ACTIONS
        .find(
            logs::listTagsForResource,
            ListTagsForResourceRequest.builder().resourceArn(arn).build())
        .thenCompose(
            tags ->
                tags.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : settings
                        .told(id, arn, model.with(TAGS, Tags.list(tags.get().tags())), set)
                        .thenApply(Optional::of));
  }

  @Override
  public CompletableFuture<Step> update(Change change) {
    if (change.concerns("LogGroupClass")) {
      throw Failure.needsReplacement("the class of a log group cannot be changed").toException();
    }
    return arn(change.id())
        .thenCompose(
            arn ->
                settings
                    .set(change.id(), arn, changed(change.spec(), change))
                    .thenCompose(done -> settings.change(arn, change)))
        .thenApply(done -> Step.last(change.id()));
  }

  private static MapValue changed(MapValue spec, Change change) {
    MapValue all = MapValue.EMPTY;
    for (String name : change.changed()) {
      all = all.with(name, spec.get(name));
    }
    return all;
  }

  @Override
  public CompletableFuture<Step> delete(String id, MapValue was) {
    return ACTIONS
        .remove(logs::deleteLogGroup, DeleteLogGroupRequest.builder().logGroupName(id).build())
        .thenApply(gone -> Step.last(id));
  }

  @Override
  public CompletableFuture<List<String>> list(Wanted wanted) {
    return wanted
        .name(NAME, 512, "")
        .map(name -> CompletableFuture.completedFuture(List.of(name)))
        .orElseGet(
            () ->
                groups(null)
                    .thenApply(all -> all.stream().map(group -> group.logGroupName()).toList()));
  }
}
