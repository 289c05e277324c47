package dev.ashlar.aws.service.s3;

import static dev.ashlar.aws.service.s3.S3.ACTIONS;

import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Parts;
import dev.ashlar.aws.service.Pojos;
import dev.ashlar.aws.service.Told;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationRequest;

/** Who hears of what happens in the bucket. CloudFormation names one event in each entry. */
record Notification(S3AsyncClient s3) implements Setting {
  private static final String BRIDGE = "EventBridgeConfiguration";
  private static final String FILTER = "Filter";

  /** By the property, where the receiver is named on both sides, and what S3 calls the list. */
  private static final Map<String, Kind> KINDS =
      Map.of(
          "LambdaConfigurations",
          new Kind("LambdaFunctionConfigurations", "Function", "LambdaFunctionArn"),
          "QueueConfigurations",
          new Kind("QueueConfigurations", "Queue", "QueueArn"),
          "TopicConfigurations",
          new Kind("TopicConfigurations", "Topic", "TopicArn"));

  private record Kind(String list, String receiver, String arn) {}

  @Override
  public String property() {
    return "NotificationConfiguration";
  }

  @Override
  public CompletableFuture<Optional<Value>> read(String bucket) {
    return ACTIONS
        .find(
            s3::getBucketNotificationConfiguration,
            GetBucketNotificationConfigurationRequest.builder().bucket(bucket).build())
        .thenApply(found -> found.map(answer -> told(Told.plain(answer))));
  }

  private static Value told(MapValue answer) {
    MapValue told = MapValue.EMPTY;
    for (Map.Entry<String, Kind> kind : KINDS.entrySet()) {
      List<Value> entries = new ArrayList<>();
      for (MapValue each : Parts.maps(answer.get(kind.getValue().list()))) {
        if (each.get("Events") instanceof Value.ListValue events) {
          events.items().forEach(event -> entries.add(entry(each, kind.getValue(), event)));
        }
      }
      if (!entries.isEmpty()) {
        told = told.with(kind.getKey(), Value.list(entries));
      }
    }
    if (answer.get(BRIDGE) instanceof MapValue) {
      told = told.with(BRIDGE, MapValue.EMPTY.with("EventBridgeEnabled", Value.of(true)));
    }
    return told.entries().isEmpty() ? Value.NULL : told;
  }

  private static MapValue entry(MapValue told, Kind kind, Value event) {
    MapValue entry =
        MapValue.EMPTY.with(kind.receiver(), told.get(kind.arn())).with("Event", event);
    Value rules = Parts.map(Parts.map(told.get(FILTER)).get("Key")).get("FilterRules");
    return rules instanceof Value.ListValue
        ? entry.with(FILTER, MapValue.EMPTY.with("S3Key", MapValue.EMPTY.with("Rules", rules)))
        : entry;
  }

  @Override
  public CompletableFuture<?> write(String bucket, Value wanted) {
    return ACTIONS.send(
        s3::putBucketNotificationConfiguration,
        Pojos.of(
            PutBucketNotificationConfigurationRequest.builder().bucket(bucket),
            MapValue.EMPTY.with(property(), sent(Parts.map(wanted))),
            Names.SAME));
  }

  private static MapValue sent(MapValue wanted) {
    MapValue sent = wanted.without(BRIDGE);
    for (Map.Entry<String, Kind> kind : KINDS.entrySet()) {
      Value entries = wanted.get(kind.getKey());
      sent = sent.without(kind.getKey());
      sent =
          Parts.with(
              sent,
              kind.getValue().list(),
              Parts.each(entries, entry -> sent(entry, kind.getValue())));
    }
    boolean bridged =
        Parts.map(wanted.get(BRIDGE)).get("EventBridgeEnabled").toString().equals("true");
    return bridged ? sent.with(BRIDGE, MapValue.EMPTY) : sent;
  }

  private static MapValue sent(MapValue entry, Kind kind) {
    MapValue sent =
        Parts.renamed(entry.without("Event").without(FILTER), kind.receiver(), kind.arn())
            .with("Events", Value.list(entry.get("Event")));
    return entry.get(FILTER) instanceof MapValue filter
        ? sent.with(
            FILTER,
            MapValue.EMPTY.with(
                "Key", Parts.renamed(Parts.map(filter.get("S3Key")), "Rules", "FilterRules")))
        : sent;
  }

  @Override
  public CompletableFuture<?> clear(String bucket) {
    return write(bucket, MapValue.EMPTY);
  }
}
