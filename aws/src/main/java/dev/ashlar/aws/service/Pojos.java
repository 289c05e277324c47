package dev.ashlar.aws.service;

import dev.ashlar.connector.Failure;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.SdkBuilder;

/**
 * Makes the SDK's objects of values, member by member, by the fields that the SDK itself tells of.
 * A value that has no member is refused by name: nothing is dropped in silence.
 */
public final class Pojos {
  private final Names names;

  private Pojos(Names names) {
    this.names = names;
  }

  /**
   * An object of the SDK: a request, or a part of one.
   *
   * @param builder what it is built with; members that are set already stay
   * @throws dev.ashlar.connector.OperationFailedException if a value has no member, or does not fit
   */
  public static <B extends SdkPojo & SdkBuilder<B, T>, T> T of(
      B builder, MapValue values, Names names) {
    new Pojos(names).fill(builder, values);
    return builder.build();
  }

  private void fill(SdkPojo builder, MapValue values) {
    values
        .entries()
        .forEach(
            (name, value) -> {
              if (value instanceof Value.NullValue) {
                return;
              }
              SdkField<?> member = names.member(builder, name);
              if (member == null) {
                throw unknown(name);
              }
              member.set(builder, converted(name, member, plain(value)));
            });
  }

  private static Value plain(Value value) {
    return value instanceof Value.SecretValue secret ? secret.content() : value;
  }

  private Object converted(String name, SdkField<?> member, Value value) {
    MarshallingType<?> type = member.marshallingType();
    if (type == MarshallingType.LIST) {
      return list(name, member, value);
    }
    if (type == MarshallingType.MAP) {
      return map(name, member, value);
    }
    if (type == MarshallingType.SDK_POJO) {
      return object(name, member, value);
    }
    if (type == MarshallingType.STRING) {
      return AttributeTexts.text(value);
    }
    if (type == MarshallingType.BOOLEAN) {
      return bool(name, value);
    }
    if (type == MarshallingType.SDK_BYTES) {
      return SdkBytes.fromString(AttributeTexts.text(value), StandardCharsets.UTF_8);
    }
    if (type == MarshallingType.INSTANT) {
      return instant(name, value);
    }
    return number(name, type, value);
  }

  private List<Object> list(String name, SdkField<?> member, Value value) {
    if (!(value instanceof Value.ListValue list)) {
      throw unfit(name, "a list");
    }
    SdkField<?> items = member.getTrait(ListTrait.class).memberFieldInfo();
    List<Object> made = new ArrayList<>(list.items().size());
    list.items().forEach(item -> made.add(converted(name, items, plain(item))));
    return made;
  }

  /** A map; or a list of keys with values, as CloudFormation has tags everywhere. */
  private Map<String, Object> map(String name, SdkField<?> member, Value value) {
    SdkField<?> values = member.getTrait(MapTrait.class).valueFieldInfo();
    Map<String, Object> made = new LinkedHashMap<>();
    if (value instanceof MapValue map) {
      map.entries().forEach((key, part) -> made.put(key, converted(name, values, plain(part))));
    } else if (value instanceof Value.ListValue list) {
      list.items()
          .forEach(
              item -> {
                if (item instanceof MapValue pair) {
                  made.put(
                      AttributeTexts.text(plain(pair.get("Key"))),
                      converted(name, values, plain(pair.get("Value"))));
                }
              });
    } else {
      throw unfit(name, "an object");
    }
    return made;
  }

  private Object object(String name, SdkField<?> member, Value value) {
    if (!(value instanceof MapValue map)) {
      throw unfit(name, "an object");
    }
    SdkPojo builder = member.constructor().get();
    fill(builder, map);
    return ((SdkBuilder<?, ?>) builder).build();
  }

  private static boolean bool(String name, Value value) {
    return switch (value.toString()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw unfit(name, "true or false");
    };
  }

  private static Instant instant(String name, Value value) {
    return Times.time(value.toString())
        .orElseThrow(() -> unfit(name, "a time like 2030-01-31T00:00:00Z"));
  }

  private static Object number(String name, MarshallingType<?> type, Value value) {
    try {
      BigDecimal number = new BigDecimal(value.toString());
      if (type == MarshallingType.INTEGER) {
        return number.intValueExact();
      }
      if (type == MarshallingType.LONG) {
        return number.longValueExact();
      }
      if (type == MarshallingType.DOUBLE) {
        return number.doubleValue();
      }
      if (type == MarshallingType.FLOAT) {
        return number.floatValue();
      }
      return number;
    } catch (ArithmeticException | NumberFormatException e) {
      throw unfit(name, "a number of the size that the service takes");
    }
  }

  private static RuntimeException unknown(String name) {
    return Failure.invalid(
            name + " is not known to the SDK that this version calls the service with")
        .toException();
  }

  private static RuntimeException unfit(String name, String wanted) {
    return Failure.invalid(name + " has to be " + wanted).toException();
  }
}
