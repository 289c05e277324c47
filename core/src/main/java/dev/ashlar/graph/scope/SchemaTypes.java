package dev.ashlar.graph.scope;

import dev.ashlar.expression.Typed;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.ValueType;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A schema as expressions see it: properties and outputs, and the provider's identifier. A shape
 * that contains itself is anything from the second time on.
 */
final class SchemaTypes {
  /** Deeper inside a value that is taken as a whole, anything goes. */
  private static final int DEPTH = 8;

  private final ResourceSchema schema;

  private SchemaTypes(ResourceSchema schema) {
    this.schema = schema;
  }

  static Typed objects(ResourceSchema schema, ScopeRecord.Count count) {
    SchemaTypes types = new SchemaTypes(schema);
    Typed one = new Typed.Struct(schema.type(), types.new Top());
    return switch (count) {
      case ONE -> one;
      case OPTIONAL -> new Typed.Maybe(one);
      case KEYED -> new Typed.Instances(one);
      case MANY -> types.list();
    };
  }

  private Typed list() {
    Map<String, Attribute> attributes = new TreeMap<>(schema.outputs());
    attributes.putAll(schema.properties());
    TreeMap<String, ValueType> fields = new TreeMap<>();
    fields.put("id", ValueType.STRING);
    boolean secret = false;
    for (Attribute attribute : attributes.values()) {
      fields.put(attribute.name(), type(attribute.shape(), Set.of(), DEPTH));
      secret |= !attribute.writeOnly() && hides(attribute, new HashSet<>());
    }
    return new Typed.Plain(ValueType.listOf(new ValueType.ObjectType(fields)), secret);
  }

  private final class Top implements Typed.Attributes {
    private final Map<String, Optional<Typed>> known = new ConcurrentHashMap<>();

    @Override
    public Optional<Typed> attribute(String name) {
      Optional<Typed> found = known.get(name);
      return found == null ? typed(name) : found;
    }

    private Optional<Typed> typed(String name) {
      Optional<Typed> declared =
          schema
              .attribute(name)
              .map(
                  attribute ->
                      SchemaTypes.this.typed(
                          schema.type() + "." + name, attribute, false, Set.of()));
      boolean identifier = name.equals("id") || name.equals("$identity");
      if (declared.isEmpty() && !identifier) {
        return declared;
      }
      Optional<Typed> found =
          declared.isPresent() ? declared : Optional.of(new Typed.Plain(ValueType.STRING, false));
      known.put(name, found);
      return found;
    }

    @Override
    public SortedSet<String> names() {
      SortedSet<String> names = new TreeSet<>(schema.properties().keySet());
      names.addAll(schema.outputs().keySet());
      names.add("id");
      return names;
    }
  }

  private record Inner(
      SchemaTypes types, String name, Shape.ObjectShape shape, boolean secret, Set<String> above)
      implements Typed.Attributes {
    @Override
    public Optional<Typed> attribute(String attribute) {
      return Optional.ofNullable(shape.attributes().get(attribute))
          .map(found -> types.typed(name + "." + attribute, found, secret, above));
    }

    @Override
    public SortedSet<String> names() {
      return new TreeSet<>(shape.attributes().keySet());
    }
  }

  private Typed typed(String name, Attribute attribute, boolean inSecret, Set<String> above) {
    boolean secret = inSecret || attribute.sensitive();
    Set<String> entered = entered(attribute.shape(), above);
    if (!repeats(attribute.shape(), above)
        && schema.resolve(attribute.shape()) instanceof Shape.ObjectShape object) {
      return new Typed.Struct(name, new Inner(this, name, object, secret, entered));
    }
    return new Typed.Plain(
        type(attribute.shape(), above, DEPTH), secret || hides(attribute, new HashSet<>()));
  }

  private static boolean repeats(Shape shape, Set<String> above) {
    return shape instanceof Shape.DefinitionShape named && above.contains(named.definition());
  }

  private static Set<String> entered(Shape shape, Set<String> above) {
    if (!(shape instanceof Shape.DefinitionShape named)) {
      return above;
    }
    Set<String> entered = new HashSet<>(above);
    entered.add(named.definition());
    return entered;
  }

  private ValueType type(Shape shape, Set<String> above, int depth) {
    if (depth == 0 || repeats(shape, above)) {
      return ValueType.ANY;
    }
    Set<String> entered = entered(shape, above);
    Shape resolved = schema.resolve(shape);
    if (resolved instanceof Shape.Primitive primitive) {
      return ValueType.Scalar.valueOf(primitive.name());
    }
    if (resolved instanceof Shape.ListShape list) {
      return ValueType.listOf(type(list.items().shape(), entered, depth - 1));
    }
    if (resolved instanceof Shape.MapShape map) {
      return ValueType.mapOf(type(map.values().shape(), entered, depth - 1));
    }
    if (resolved instanceof Shape.ObjectShape object) {
      TreeMap<String, ValueType> fields = new TreeMap<>();
      object
          .attributes()
          .forEach((name, inner) -> fields.put(name, type(inner.shape(), entered, depth - 1)));
      return new ValueType.ObjectType(fields);
    }
    return ValueType.ANY;
  }

  /** Whether the attribute, or anything inside it, is sensitive. */
  private boolean hides(Attribute attribute, Set<String> seen) {
    if (attribute.sensitive()) {
      return true;
    }
    Shape shape = attribute.shape();
    if (shape instanceof Shape.DefinitionShape named && !seen.add(named.definition())) {
      return false;
    }
    Shape resolved = schema.resolve(shape);
    if (resolved instanceof Shape.ListShape list) {
      return hides(list.items(), seen);
    }
    if (resolved instanceof Shape.MapShape map) {
      return hides(map.values(), seen);
    }
    return resolved instanceof Shape.ObjectShape object
        && object.attributes().values().stream().anyMatch(inner -> hides(inner, seen));
  }
}
