package dev.ashlar.aws.service.sns;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.Parts;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The log of deliveries: for each protocol some attributes, whose names begin with it. */
final class TopicLogging {
  private static final Map<String, String> PROTOCOLS =
      new TreeMap<>(
          Map.of(
              "application", "Application",
              "firehose", "Firehose",
              "http/s", "HTTP",
              "lambda", "Lambda",
              "sqs", "SQS"));
  private static final String PROTOCOL = "Protocol";
  private static final List<String> PARTS =
      List.of("SuccessFeedbackRoleArn", "SuccessFeedbackSampleRate", "FailureFeedbackRoleArn");

  private TopicLogging() {}

  static Map<String, String> attributes(Value logging) {
    Map<String, String> attributes = new TreeMap<>();
    for (MapValue each : Parts.maps(logging)) {
      String start = PROTOCOLS.getOrDefault(each.get(PROTOCOL).toString(), "");
      for (String part : PARTS) {
        if (!(each.get(part) instanceof Value.NullValue)) {
          attributes.put(start + part, AttributeTexts.text(each.get(part)));
        }
      }
    }
    return attributes;
  }

  /** What is not wanted any more becomes a text of nothing. */
  static Map<String, String> between(Value prior, Value wanted) {
    Map<String, String> all = attributes(prior);
    all.replaceAll((name, value) -> "");
    all.putAll(attributes(wanted));
    return all;
  }

  static Value told(Map<String, String> attributes) {
    List<Value> all = new ArrayList<>();
    PROTOCOLS.forEach(
        (protocol, start) -> {
          MapValue each = MapValue.EMPTY;
          for (String part : PARTS) {
            String value = attributes.getOrDefault(start + part, "");
            if (!value.isEmpty()) {
              each = each.with(part, Value.of(value));
            }
          }
          if (!each.entries().isEmpty()) {
            all.add(each.with(PROTOCOL, Value.of(protocol)));
          }
        });
    return all.isEmpty() ? Value.NULL : Value.list(all);
  }
}
