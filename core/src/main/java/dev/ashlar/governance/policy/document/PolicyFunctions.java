package dev.ashlar.governance.policy.document;

import static dev.ashlar.value.ValueType.ANY;
import static dev.ashlar.value.ValueType.BOOLEAN;
import static dev.ashlar.value.ValueType.INTEGER;
import static dev.ashlar.value.ValueType.STRING;

import dev.ashlar.expression.HostFunction;
import dev.ashlar.expression.function.Cidr;
import dev.ashlar.expression.function.Refusal;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.ArrayList;
import java.util.List;

/** What policies can call beside the functions of every expression. */
public final class PolicyFunctions {
  private PolicyFunctions() {}

  /** All of them. */
  public static List<HostFunction> all() {
    return List.of(
        new HostFunction(
            "statements",
            List.of(ANY),
            ValueType.listOf(ANY),
            a -> Value.list(AccessDocument.statements(a.get(0)))),
        new HostFunction("isPublic", List.of(ANY), BOOLEAN, a -> Grants.isPublic(a.get(0))),
        new HostFunction(
            "allows", List.of(ANY, STRING), BOOLEAN, a -> Grants.allows(a.get(0), text(a.get(1)))),
        new HostFunction(
            "wildcardActions",
            List.of(ANY),
            ValueType.listOf(STRING),
            a -> Grants.wildcards(a.get(0))),
        new HostFunction(
            "glob",
            List.of(STRING, STRING),
            BOOLEAN,
            a -> Value.of(Globs.matches(text(a.get(1)), text(a.get(0))))),
        new HostFunction("tagKeys", List.of(ANY), ValueType.listOf(STRING), a -> keys(a.get(0))),
        new HostFunction(
            "cidrLength",
            List.of(STRING),
            INTEGER,
            a -> Value.of(Cidr.of("cidrLength", text(a.get(0))).length())),
        new HostFunction(
            "cidrContains",
            List.of(STRING, STRING),
            BOOLEAN,
            a ->
                Value.of(
                    contains(
                        Cidr.of("cidrContains", text(a.get(0))),
                        Cidr.of("cidrContains", text(a.get(1)))))));
  }

  private static String text(Value value) {
    if (value instanceof Value.TextValue text) {
      return text.text();
    }
    throw Refusal.argument("A text is needed here.");
  }

  private static boolean contains(Cidr outer, Cidr inner) {
    return outer.bits() == inner.bits()
        && inner.length() >= outer.length()
        && inner
            .base()
            .shiftRight(outer.bits() - outer.length())
            .equals(outer.base().shiftRight(outer.bits() - outer.length()));
  }

  /** The names of tags, in whichever form: a map, a list of keys and values, or nothing. */
  private static Value keys(Value tags) {
    List<Value> keys = new ArrayList<>();
    if (tags instanceof Value.MapValue map) {
      map.entries().keySet().forEach(key -> keys.add(Value.of(key)));
    } else if (tags instanceof Value.ListValue list) {
      for (Value item : list.items()) {
        if (item instanceof Value.MapValue tag) {
          Value key = tag.get("Key");
          keys.add(key instanceof Value.NullValue ? tag.get("key") : key);
        } else {
          keys.add(Value.unknown(STRING));
        }
      }
    } else if (!(tags instanceof Value.NullValue)) {
      throw Refusal.argument("Tags are a map, or a list of keys and values.");
    }
    return Value.list(keys);
  }
}
