package dev.ashlar.aws.catalogue;

import dev.ashlar.aws.json.Json;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceSchema.NameRule;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a schema from a line of the catalogue: {@code p} properties, {@code o} outputs, {@code d}
 * definitions (each an object), {@code i} primary identifier, {@code g} the property that holds
 * tags, {@code h} 0 where nothing but a template makes the type, {@code u} 0 where no property can
 * be changed in place.
 */
final class TypeReader {
  private final String type;
  private final Value.MapValue entry;

  private TypeReader(String type, Value.MapValue entry) {
    this.type = type;
    this.entry = entry;
  }

  static ResourceSchema.Builder read(String type, String line) {
    return new TypeReader(type, Json.readObject(line)).schema();
  }

  private ResourceSchema.Builder schema() {
    ResourceSchema.Builder schema = ResourceSchema.builder(type);
    Map<String, Attribute> properties = AttributeReader.all(entry.get("p"));
    List<ValuePath> identifier = identifier();
    boolean ownNames = identifier.stream().allMatch(path -> properties.containsKey(path.head()));
    boolean named = ownNames && !identifier.isEmpty();
    properties
        .values()
        .forEach(property -> schema.addProperty(named ? kept(property, identifier) : property));
    AttributeReader.all(entry.get("o")).values().forEach(schema::addOutput);
    definitions(schema);
    if (named) {
      schema.identity(identifier);
      naming(properties, identifier).ifPresent(schema::naming);
    }
    if (entry.get("g") instanceof Value.TextValue tags && takesMark(properties, tags.text())) {
      schema.ownershipMark(ValuePath.of(tags.text()));
    }
    return schema.operations(operations());
  }

  /** A mark that cannot be read back marks nothing; a few types have tags of another form. */
  private static boolean takesMark(Map<String, Attribute> properties, String name) {
    Attribute tags = properties.get(name);
    return tags != null
        && !tags.writeOnly()
        && (tags.shape() instanceof Shape.ListShape || tags.shape() instanceof Shape.MapShape);
  }

  private static Optional<NameRule> naming(
      Map<String, Attribute> properties, List<ValuePath> identifier) {
    boolean simple = identifier.size() == 1 && identifier.get(0).steps().size() == 1;
    Attribute name = simple ? properties.get(identifier.get(0).head()) : null;
    return name == null ? Optional.empty() : Names.rule(name);
  }

  /** An identifier that the user leaves out is made by somebody else, and stays. */
  private static Attribute kept(Attribute property, List<ValuePath> identifier) {
    boolean identifies = identifier.stream().anyMatch(path -> path.head().equals(property.name()));
    return identifies && !property.required()
        ? property.with(builder -> builder.onUnset(OnUnset.KEEP))
        : property;
  }

  private List<ValuePath> identifier() {
    List<ValuePath> paths = new ArrayList<>();
    if (entry.get("i") instanceof Value.ListValue identifier) {
      for (Value each : identifier.items()) {
        String[] steps = AttributeReader.text(each).split("/", -1);
        ValuePath path = ValuePath.of(steps[0]);
        for (int i = 1; i < steps.length; i++) {
          path = path.key(steps[i]);
        }
        paths.add(path);
      }
    }
    return paths;
  }

  private void definitions(ResourceSchema.Builder schema) {
    if (entry.get("d") instanceof Value.MapValue definitions) {
      definitions
          .entries()
          .forEach(
              (name, parts) ->
                  schema.addDefinition(
                      Attribute.of(name, new Shape.ObjectShape(AttributeReader.all(parts)))));
    }
  }

  private Set<Operation> operations() {
    if (entry.get("h").equals(Value.of(0))) {
      return EnumSet.noneOf(Operation.class);
    }
    EnumSet<Operation> all = EnumSet.allOf(Operation.class);
    if (entry.get("u").equals(Value.of(0))) {
      all.remove(Operation.UPDATE);
    }
    return all;
  }
}
