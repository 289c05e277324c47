package dev.ashlar.aws.service;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/**
 * Makes values of the SDK's objects: of each attribute that the schema knows, what the member of
 * its name holds.
 *
 * @param schema the type
 * @param names how members are called
 */
public record Told(ResourceSchema schema, Names names) {

  /** An object's properties and outputs, as far as this object of the SDK has them. */
  public MapValue model(SdkPojo object) {
    Map<String, Attribute> all = new TreeMap<>(schema.properties());
    all.putAll(schema.outputs());
    return object(object, all);
  }

  /** A part, in the shape of a property; null where the SDK's object has nothing of it. */
  public Value part(String property, SdkPojo object) {
    Attribute attribute = schema.attribute(property).orElseThrow();
    return value(object, attribute.shape());
  }

  /** A list of parts, in the shape of a property that is a list. */
  public Value parts(String property, List<? extends SdkPojo> objects) {
    return value(objects, schema.attribute(property).orElseThrow().shape());
  }

  /** All that an object holds, under the SDK's own names. */
  public static MapValue plain(SdkPojo object) {
    return Plain.of(object) instanceof MapValue map ? map : MapValue.EMPTY;
  }

  private MapValue object(SdkPojo object, Map<String, Attribute> attributes) {
    Map<String, Value> told = new TreeMap<>();
    attributes.forEach(
        (name, attribute) -> {
          SdkField<?> member = names.member(object, name);
          if (member != null) {
            Value value = value(member.getValueOrDefault(object), attribute.shape());
            if (!(value instanceof Value.NullValue)) {
              told.put(name, value);
            }
          }
        });
    return Value.map(told);
  }

  private Value value(@Nullable Object held, Shape declared) {
    Shape shape = schema.resolve(declared);
    if (held == null
        || held instanceof SdkAutoConstructList<?>
        || held instanceof SdkAutoConstructMap<?, ?>) {
      return Value.NULL;
    }
    if (held instanceof SdkPojo object) {
      return shape instanceof Shape.ObjectShape inside
          ? object(object, inside.attributes())
          : Plain.of(object);
    }
    if (held instanceof List<?> list) {
      Shape items =
          shape instanceof Shape.ListShape inside ? inside.items().shape() : Shape.Primitive.ANY;
      List<Value> values = new ArrayList<>();
      list.forEach(item -> values.add(value(item, items)));
      return Value.list(values);
    }
    if (held instanceof Map<?, ?> map) {
      return map(map, shape);
    }
    return shape == Shape.Primitive.ANY && held instanceof String text
        ? AttributeTexts.json(text)
        : scalar(held);
  }

  private Value map(Map<?, ?> map, Shape shape) {
    if (shape instanceof Shape.ListShape) {
      return Tags.list(map);
    }
    Shape items =
        shape instanceof Shape.MapShape inside ? inside.values().shape() : Shape.Primitive.ANY;
    Map<String, Value> entries = new TreeMap<>();
    map.forEach((key, item) -> entries.put(key.toString(), value(item, items)));
    return Value.map(entries);
  }

  static Value scalar(Object held) {
    if (held instanceof Boolean bool) {
      return Value.of(bool);
    }
    if (held instanceof Number number) {
      return Value.of(new BigDecimal(number.toString()));
    }
    if (held instanceof SdkBytes bytes) {
      return Value.of(bytes.asUtf8String());
    }
    return Value.of(held instanceof Instant time ? time.toString() : held.toString());
  }

  /** What the schema says nothing of: by the SDK's own names. */
  private static final class Plain {
    static Value of(@Nullable Object held) {
      if (held instanceof SdkPojo object) {
        Map<String, Value> members = new TreeMap<>();
        for (SdkField<?> member : object.sdkFields()) {
          Object value = member.getValueOrDefault(object);
          if (value != null && !(value instanceof SdkAutoConstructList<?>)) {
            members.put(member.memberName(), of(value));
          }
        }
        return Value.map(members);
      }
      return held instanceof List<?> list
          ? Value.list(list.stream().map(Plain::of).toList())
          : held == null ? Value.NULL : scalar(held);
    }
  }
}
