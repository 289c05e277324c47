package dev.ashlar.cli;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A resource type for a person: what can be set, what it gives, what to know. */
final class SchemaText {
  private static final int DEPTH = 4;

  private final StringBuilder text = new StringBuilder();

  private SchemaText() {}

  static String of(ResourceSchema schema) {
    SchemaText writer = new SchemaText();
    writer.write(schema);
    return writer.text.toString();
  }

  private void write(ResourceSchema schema) {
    text.append(schema.type());
    if (!schema.description().isEmpty()) {
      text.append(" · ").append(schema.description());
    }
    text.append("\n\nProperties\n");
    schema.properties().values().forEach(property -> attribute(property, 1, true));
    text.append("\nOutputs\n");
    schema.outputs().values().forEach(output -> attribute(output, 1, false));
    text.append("  id: string · the provider's identifier\n");
    definitions(schema);
    text.append("\nOperations: ")
        .append(
            schema.operations().stream()
                .map(operation -> operation.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", ")))
        .append('\n');
    for (Operation operation : schema.operations()) {
      if (!schema.permissions(operation).isEmpty()) {
        text.append("  ")
            .append(operation.name().toLowerCase(Locale.ROOT))
            .append(" needs ")
            .append(String.join(", ", schema.permissions(operation)))
            .append('\n');
      }
    }
    promises(schema);
    schema.assumptions().forEach(line -> text.append("Note: ").append(line).append('\n'));
    schema
        .deprecation()
        .ifPresent(gone -> text.append("Deprecated since ").append(gone.since()).append('\n'));
  }

  private void promises(ResourceSchema schema) {
    text.append("\nWhen a reply is lost\n");
    schema
        .idempotencyHorizon()
        .ifPresent(
            horizon ->
                line(
                    "creating again under the same key makes no second one, for " + time(horizon)));
    schema
        .ownershipMark()
        .ifPresent(mark -> line("objects carry a mark of their environment in " + mark));
    if (!schema.identity().isEmpty()) {
      line("identified by " + paths(schema.identity()) + ": it is known where to look");
    }
    schema
        .naming()
        .ifPresent(rule -> line("a name is made where none is given, once for each object"));
    if (!schema.visibilityBound().isZero()) {
      line("an object may stay unseen for up to " + time(schema.visibilityBound()));
    }
    boolean nothing =
        schema.idempotencyHorizon().isEmpty()
            && schema.ownershipMark().isEmpty()
            && schema.identity().isEmpty();
    if (nothing) {
      line("the type has neither key, mark nor name: you may be asked what became of a creation");
    }
  }

  private void line(String what) {
    text.append("  ").append(what).append('\n');
  }

  private static String paths(List<ValuePath> paths) {
    return paths.stream().map(ValuePath::toString).collect(Collectors.joining(", "));
  }

  private static String time(Duration duration) {
    long seconds = duration.toSeconds();
    if (seconds % 3600 == 0) {
      return seconds / 3600 + " h";
    }
    return seconds % 60 == 0 ? seconds / 60 + " min" : seconds + " s";
  }

  /** Objects that are used more than once, or contain themselves: each once. */
  private void definitions(ResourceSchema schema) {
    if (!schema.definitions().isEmpty()) {
      text.append("\nParts\n");
      schema.definitions().values().forEach(part -> attribute(part, 1, true));
    }
  }

  /** That an attribute is required is worth a word where somebody sets it. */
  private void attribute(Attribute attribute, int depth, boolean settable) {
    List<String> notes = new ArrayList<>();
    if (settable && attribute.required()) {
      notes.add("required");
    }
    attribute.defaultValue().ifPresent(value -> notes.add("default " + value));
    if (attribute.immutability() == Immutability.YES) {
      notes.add("a change replaces");
    }
    if (attribute.sensitive()) {
      notes.add("secret");
    }
    if (attribute.writeOnly()) {
      notes.add("write-only");
    }
    if (!attribute.constraints().allowed().isEmpty()) {
      notes.add(
          "one of "
              + attribute.constraints().allowed().stream()
                  .map(Value::toString)
                  .collect(Collectors.joining(", ")));
    }
    attribute.deprecation().ifPresent(gone -> notes.add("deprecated since " + gone.since()));
    text.append("  ".repeat(depth))
        .append(attribute.name())
        .append(": ")
        .append(shape(attribute.shape()));
    if (!notes.isEmpty()) {
      text.append(" · ").append(String.join(", ", notes));
    }
    if (!attribute.description().isEmpty()) {
      text.append(" · ").append(attribute.description());
    }
    text.append('\n');
    if (depth < DEPTH) {
      inner(attribute.shape()).values().forEach(child -> attribute(child, depth + 1, settable));
    }
  }

  private static Map<String, Attribute> inner(Shape shape) {
    if (shape instanceof Shape.ObjectShape object) {
      return object.attributes();
    }
    if (shape instanceof Shape.ListShape list) {
      return inner(list.items().shape());
    }
    return shape instanceof Shape.MapShape map ? inner(map.values().shape()) : Map.of();
  }

  private static String shape(Shape shape) {
    if (shape instanceof Shape.ListShape list) {
      return "list of " + shape(list.items().shape());
    }
    if (shape instanceof Shape.MapShape map) {
      return "map of " + shape(map.values().shape());
    }
    if (shape instanceof Shape.ObjectShape) {
      return "object";
    }
    if (shape instanceof Shape.DefinitionShape named) {
      return named.definition();
    }
    return shape.toString().toLowerCase(Locale.ROOT);
  }
}
