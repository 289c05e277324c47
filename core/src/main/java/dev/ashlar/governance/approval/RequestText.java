package dev.ashlar.governance.approval;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.governance.Approval;
import dev.ashlar.plan.ApprovalNeed;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Requests as the fields of a record. */
final class RequestText {
  static final String KIND = "request";

  private RequestText() {}

  static Map<String, Value> write(Approval.Request request) {
    TreeMap<String, Value> fields = new TreeMap<>();
    fields.put("kind", Value.of(KIND));
    fields.put("id", Value.of(request.id()));
    fields.put("digest", Value.of(request.digest()));
    fields.put("seal", Value.of(request.seal()));
    fields.put("stage", Value.of(request.stage()));
    fields.put("serial", Value.of(request.serial()));
    fields.put("author", Value.of(request.author()));
    fields.put("by", Value.of(request.by()));
    fields.put("reason", Value.of(request.reason()));
    fields.put("at", Value.of(request.at().toString()));
    fields.put("expires", Value.of(request.expires().toString()));
    fields.put("needs", Value.list(request.needs().stream().map(RequestText::need).toList()));
    return fields;
  }

  static Approval.Request read(RecordText.Fields fields, Environment.Id environment) {
    return new Approval.Request(
        fields.text("id"),
        environment,
        fields.text("digest"),
        fields.text("seal"),
        fields.text("stage"),
        fields.number("serial"),
        fields.text("author"),
        fields.text("by"),
        fields.text("reason"),
        fields.moment("at"),
        fields.moment("expires"),
        fields.list("needs").stream().map(RequestText::need).toList());
  }

  private static Value need(ApprovalNeed need) {
    TreeMap<String, Value> fields = new TreeMap<>();
    fields.put("rule", Value.of(need.rule()));
    fields.put("roles", Value.list(need.roles().stream().map(Value::of).toList()));
    fields.put("count", Value.of(need.count()));
    fields.put("byEach", Value.of(need.byEach()));
    fields.put("changes", Value.list(need.changes().stream().map(Value::of).toList()));
    need.expires().ifPresent(after -> fields.put("expires", Value.of(after.toString())));
    need.location()
        .ifPresent(
            place ->
                fields.put(
                    "location",
                    Value.list(
                        Value.of(place.file()), Value.of(place.line()), Value.of(place.column()))));
    return Value.map(fields);
  }

  private static ApprovalNeed need(Value value) {
    RecordText.Fields fields = new RecordText.Fields((Value.MapValue) value);
    return new ApprovalNeed(
        fields.text("rule"),
        fields.texts("roles"),
        Math.toIntExact(fields.number("count")),
        fields.bool("byEach"),
        fields.texts("changes"),
        fields.map().entries().containsKey("expires")
            ? Optional.of(Duration.parse(fields.text("expires")))
            : Optional.empty(),
        fields.map().entries().containsKey("location")
            ? Optional.of(location(fields))
            : Optional.empty());
  }

  private static Location location(RecordText.Fields fields) {
    Value.MapValue of =
        Value.map(
            Map.of(
                "file", fields.list("location").get(0),
                "line", fields.list("location").get(1),
                "column", fields.list("location").get(2)));
    RecordText.Fields parts = new RecordText.Fields(of);
    return new Location(
        parts.text("file"),
        Math.toIntExact(parts.number("line")),
        Math.toIntExact(parts.number("column")));
  }
}
