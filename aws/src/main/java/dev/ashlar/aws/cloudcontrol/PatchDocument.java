package dev.ashlar.aws.cloudcontrol;

import dev.ashlar.aws.model.Shorn;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Immutability;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A change as a JSON Patch (RFC 6902). Objects are changed part by part, so that what nobody
 * declares stays; lists are replaced as a whole, for their items cannot be told apart. Write-only
 * properties are sent again with every change: the cloud does not know them any more.
 */
final class PatchDocument {
  private final ResourceSchema schema;
  private final Value.MapValue spec;
  private final Value.MapValue prior;
  private final Map<String, Value> operations = new TreeMap<>();

  private PatchDocument(ResourceSchema schema, Value.MapValue spec, Value.MapValue prior) {
    this.schema = schema;
    this.spec = spec;
    this.prior = prior;
  }

  /**
   * The operations; none where nothing is to be changed.
   *
   * @param spec what the object is to be
   * @param prior what it is
   * @param changed where the two differ
   */
  static Value.ListValue of(
      ResourceSchema schema,
      Value.MapValue spec,
      Value.MapValue prior,
      Collection<ValuePath> changed) {
    PatchDocument patch = new PatchDocument(schema, spec, prior);
    changed.forEach(patch::change);
    if (!patch.operations.isEmpty()) {
      patch.resend(schema.properties(), spec, prior, "");
    }
    return patch.withoutInner();
  }

  private void change(ValuePath path) {
    Shape shape = new Shape.ObjectShape(schema.properties());
    Value wanted = spec;
    Value actual = prior;
    StringBuilder pointer = new StringBuilder();
    for (ValuePath.Step step : path.steps()) {
      if (!(wanted instanceof Value.MapValue in)
          || !(actual instanceof Value.MapValue was)
          || !goesInside(shape)) {
        break;
      }
      String name = name(step);
      pointer.append('/').append(escaped(name));
      wanted = in.get(name);
      actual = was.get(name);
      shape = inside(shape, name);
    }
    put(pointer.toString(), wanted, actual);
  }

  private static String name(ValuePath.Step step) {
    return step instanceof ValuePath.Key key
        ? key.name()
        : Integer.toString(((ValuePath.Index) step).index());
  }

  private boolean goesInside(Shape shape) {
    return shape instanceof Shape.ObjectShape || shape instanceof Shape.MapShape;
  }

  private Shape inside(Shape shape, String name) {
    if (shape instanceof Shape.ObjectShape object) {
      Attribute attribute = object.attributes().get(name);
      return attribute == null ? Shape.Primitive.ANY : schema.resolve(attribute.shape());
    }
    return shape instanceof Shape.MapShape map
        ? schema.resolve(map.values().shape())
        : Shape.Primitive.ANY;
  }

  private void put(String pointer, Value wanted, Value actual) {
    if (!(wanted instanceof Value.NullValue)) {
      boolean there = !(actual instanceof Value.NullValue);
      operations.put(pointer, operation(there ? "replace" : "add", pointer, wanted));
    } else if (!(actual instanceof Value.NullValue)) {
      operations.put(
          pointer, Value.map(Map.of("op", Value.of("remove"), "path", Value.of(pointer))));
    }
  }

  private static Value operation(String op, String pointer, Value value) {
    return Value.map(
        Map.of("op", Value.of(op), "path", Value.of(pointer), "value", Shorn.ofNulls(value)));
  }

  /** Adds what the cloud cannot read back, at the outermost place that it does not have. */
  private void resend(
      Map<String, Attribute> attributes, Value.MapValue wanted, Value actual, String place) {
    wanted
        .entries()
        .forEach(
            (name, value) -> {
              Attribute attribute = attributes.get(name);
              String pointer = place + "/" + escaped(name);
              if (attribute == null
                  || value instanceof Value.NullValue
                  || attribute.immutability() == Immutability.YES
                  || !holdsWriteOnly(attribute, value)) {
                return;
              }
              Value was = actual instanceof Value.MapValue map ? map.get(name) : Value.NULL;
              boolean further =
                  !attribute.writeOnly()
                      && was instanceof Value.MapValue
                      && value instanceof Value.MapValue
                      && schema.resolve(attribute.shape()) instanceof Shape.ObjectShape;
              if (further) {
                Shape.ObjectShape object = (Shape.ObjectShape) schema.resolve(attribute.shape());
                resend(object.attributes(), (Value.MapValue) value, was, pointer);
              } else {
                operations.putIfAbsent(pointer, operation("add", pointer, value));
              }
            });
  }

  private boolean holdsWriteOnly(Attribute attribute, Value value) {
    if (attribute.writeOnly()) {
      return true;
    }
    Value plain = value instanceof Value.SecretValue secret ? secret.content() : value;
    Shape shape = schema.resolve(attribute.shape());
    if (shape instanceof Shape.ObjectShape object && plain instanceof Value.MapValue map) {
      return map.entries().entrySet().stream()
          .anyMatch(
              entry -> {
                Attribute part = object.attributes().get(entry.getKey());
                return part != null
                    && !(entry.getValue() instanceof Value.NullValue)
                    && holdsWriteOnly(part, entry.getValue());
              });
    }
    if (shape instanceof Shape.ListShape list && plain instanceof Value.ListValue items) {
      return items.items().stream().anyMatch(item -> holdsWriteOnly(list.items(), item));
    }
    return shape instanceof Shape.MapShape map
        && plain instanceof Value.MapValue entries
        && entries.entries().values().stream()
            .anyMatch(entry -> holdsWriteOnly(map.values(), entry));
  }

  /** In the order of their places; what lies inside a place that is set as a whole is in it. */
  private Value.ListValue withoutInner() {
    List<Value> all = new ArrayList<>();
    operations.forEach(
        (pointer, operation) -> {
          for (int end = pointer.lastIndexOf('/');
              end > 0;
              end = pointer.lastIndexOf('/', end - 1)) {
            if (operations.containsKey(pointer.substring(0, end))) {
              return;
            }
          }
          all.add(operation);
        });
    return Value.list(all);
  }

  private static String escaped(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
