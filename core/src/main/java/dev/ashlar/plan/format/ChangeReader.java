package dev.ashlar.plan.format;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.blueprint.Place;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Compensation;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.ReplaceOrder;
import dev.ashlar.plan.Risk;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.ValuePath;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads what {@link ChangeWriter} wrote. */
final class ChangeReader {
  private ChangeReader() {}

  static Change read(JsonNode node) throws IOException {
    Change.Builder change =
        Change.builder(
            object(text(node, "object")),
            text(node, "type"),
            word(Action.class, text(node, "action")));
    optional(node, "order").ifPresent(order -> change.order(orderOf(order)));
    JsonNode because = child(node, "because");
    change.reason(
        new Reason(
            word(Reason.Kind.class, text(node, "reason")),
            paths(child(because, "paths")),
            strings(child(because, "causes"))));
    List<AttributeChange> attributes = new ArrayList<>();
    for (JsonNode attribute : child(node, "attributes")) {
      attributes.add(attribute(attribute));
    }
    change
        .attributes(attributes)
        .dependsOn(strings(child(node, "dependsOn")))
        .risk(word(Risk.class, text(node, "risk")))
        .compensation(compensation(child(node, "compensation")))
        .location(location(node.path("source")))
        .canvas(optional(node.path("source"), "canvas"));
    execution(node, change);
    return change.build();
  }

  private static ReplaceOrder orderOf(String order) {
    return ReplaceOrder.valueOf(order.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static AttributeChange attribute(JsonNode node) throws IOException {
    JsonNode unknown = node.get("afterType");
    return new AttributeChange(
        ValuePath.ofPointer(text(node, "path")),
        PlanFormat.value(child(node, "before")),
        PlanFormat.value(unknown != null ? unknown : child(node, "after")),
        child(node, "sensitive").asBoolean(),
        child(node, "requiresReplace").asBoolean(),
        optional(node, "expression"),
        location(node.path("location")));
  }

  private static Compensation compensation(JsonNode node) throws IOException {
    Optional<String> none = optional(node, "none");
    return none.isPresent()
        ? new Compensation.None(none.get())
        : new Compensation.Undo(word(Action.class, text(node, "action")), text(node, "caveat"));
  }

  static Optional<Location> location(JsonNode node) {
    return node.has("file")
        ? Optional.of(
            new Location(
                node.get("file").asText(), node.path("line").asInt(), node.path("column").asInt()))
        : Optional.empty();
  }

  private static void execution(JsonNode node, Change.Builder change) throws IOException {
    Optional<String> from = optional(node, "from");
    if (from.isPresent()) {
      change.from(address(from.get()));
    }
    Optional<String> prior = optional(node, "prior");
    if (prior.isPresent()) {
      change.prior(object(prior.get()));
    }
    JsonNode home = child(node, "home");
    JsonNode schema = child(node, "schema");
    change
        .identity(optional(node, "identity"))
        .home(
            new StateObject.Home(
                text(home, "provider"),
                text(home, "configuration"),
                PlanFormat.map(child(home, "scope"))))
        .schema(
            new StateObject.SchemaStamp(child(schema, "version").asInt(), text(schema, "digest")))
        .declared(PlanFormat.map(child(node, "declared")))
        .planned(PlanFormat.map(child(node, "planned")))
        .outputs(PlanFormat.map(child(node, "plannedOutputs")))
        .each(PlanFormat.value(child(node, "each")))
        .replacePaths(new HashSet<>(paths(child(node, "replacePaths"))))
        .lifecycle(lifecycle(child(node, "lifecycle")))
        .dependencies(strings(child(node, "dependencies")))
        .opaque(Bytes.of(child(node, "opaque").binaryValue()));
    if (node.has("template")) {
      Location at = location(node.path("source")).orElseGet(() -> new Location("plan", 1, 1));
      change.template(TermJson.fields(node.get("template"), Place.of(at)));
    }
  }

  private static StateObject.StoredLifecycle lifecycle(JsonNode node) throws IOException {
    return new StateObject.StoredLifecycle(
        child(node, "preventDestroy").asBoolean(),
        child(node, "createBeforeDestroy").asBoolean(),
        word(Lifecycle.OnRemove.class, text(node, "onRemove")),
        word(Lifecycle.Ownership.class, text(node, "ownership")));
  }

  static ObjectId object(String text) throws IOException {
    int hash = text.lastIndexOf('#');
    if (hash < 0 || !text.substring(hash + 1).matches("[1-9][0-9]{0,8}")) {
      throw new IOException("not an object");
    }
    return new ObjectId(
        address(text.substring(0, hash)), Integer.parseInt(text.substring(hash + 1)));
  }

  private static Address address(String text) throws IOException {
    return Address.parse(text).orElseThrow(() -> new IOException("not an address"));
  }

  static <E extends Enum<E>> E word(Class<E> type, String word) throws IOException {
    try {
      return Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
    } catch (IllegalArgumentException e) {
      throw new IOException("an unknown word for " + type.getSimpleName(), e);
    }
  }

  static JsonNode child(JsonNode node, String field) throws IOException {
    JsonNode child = node.get(field);
    if (child == null) {
      throw new IOException("the field " + field + " is missing");
    }
    return child;
  }

  static String text(JsonNode node, String field) throws IOException {
    JsonNode child = child(node, field);
    if (!child.isTextual()) {
      throw new IOException("the field " + field + " is no text");
    }
    return child.asText();
  }

  static Optional<String> optional(JsonNode node, String field) {
    return node.hasNonNull(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
  }

  static List<String> strings(JsonNode nodes) {
    List<String> texts = new ArrayList<>();
    nodes.forEach(node -> texts.add(node.asText()));
    return texts;
  }

  private static List<ValuePath> paths(JsonNode nodes) {
    return strings(nodes).stream().map(ValuePath::ofPointer).toList();
  }
}
