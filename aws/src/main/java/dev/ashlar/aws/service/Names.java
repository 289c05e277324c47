package dev.ashlar.aws.service;

import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** How the SDK calls what CloudFormation calls otherwise. All else has one name, case aside. */
public final class Names {
  /** There is no exception. */
  public static final Names SAME = new Names(Map.of());

  private final Map<String, String> others;

  private Names(Map<String, String> others) {
    this.others = Map.copyOf(others);
  }

  /** The same; and one is called otherwise, wherever it stands. */
  public Names with(String cloudFormation, String sdk) {
    Map<String, String> more = new HashMap<>(others);
    more.put(cloudFormation, sdk);
    return new Names(more);
  }

  /** The member of an SDK object; null where it has none of the name. */
  @org.jspecify.annotations.Nullable
  SdkField<?> member(SdkPojo object, String name) {
    String called = others.getOrDefault(name, name);
    for (SdkField<?> field : object.sdkFields()) {
      if (field.memberName().equalsIgnoreCase(called)) {
        return field;
      }
    }
    return null;
  }

  /** A value with the SDK's names, at all depths. */
  public MapValue sdk(MapValue value) {
    return renamed(value, others);
  }

  /** A value with CloudFormation's names, at all depths. */
  public MapValue cloudFormation(MapValue value) {
    Map<String, String> back = new HashMap<>();
    others.forEach((cloudFormation, sdk) -> back.put(sdk, cloudFormation));
    return renamed(value, back);
  }

  private static MapValue renamed(MapValue value, Map<String, String> names) {
    Map<String, Value> all = new TreeMap<>();
    value
        .entries()
        .forEach((name, part) -> all.put(names.getOrDefault(name, name), inside(part, names)));
    return Value.map(all);
  }

  private static Value inside(Value value, Map<String, String> names) {
    if (value instanceof MapValue map) {
      return renamed(map, names);
    }
    return value instanceof Value.ListValue list
        ? Value.list(list.items().stream().map(item -> inside(item, names)).toList())
        : value;
  }
}
