package dev.ashlar.schema.equivalence;

import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An access policy in AWS's language, in one form of the many that mean the same: single items as
 * lists, account roots as account numbers, actions in lower case, values of conditions as texts.
 * Lists in it are sets.
 */
public final class PolicyDocument {
  /** What a policy without a version counts as. */
  private static final String OLD_VERSION = "2008-10-17";

  private static final Pattern ACCOUNT_ROOT =
      Pattern.compile("arn:aws[a-z-]*:iam::([0-9]{12}):root");

  private PolicyDocument() {}

  /** The one form; the value itself where it is not a policy. */
  public static Value normalised(Value given) {
    Value value = JsonText.meant(Secrets.opened(given));
    if (!(value instanceof Value.MapValue policy) || !policy.entries().containsKey("Statement")) {
      return value;
    }
    TreeMap<String, Value> result = new TreeMap<>();
    policy
        .entries()
        .forEach(
            (name, part) ->
                result.put(
                    name,
                    name.equals("Statement")
                        ? listed(part, PolicyDocument::statement)
                        : Secrets.opened(part)));
    result.putIfAbsent("Version", Value.of(OLD_VERSION));
    return Value.map(result);
  }

  private static Value statement(Value given) {
    if (!(given instanceof Value.MapValue statement)) {
      return given;
    }
    TreeMap<String, Value> result = new TreeMap<>();
    statement
        .entries()
        .forEach(
            (name, raw) -> {
              Value part = Secrets.opened(raw);
              switch (name) {
                case "Action", "NotAction" -> result.put(name, listed(part, PolicyDocument::lower));
                case "Resource", "NotResource" ->
                    result.put(name, listed(part, UnaryOperator.identity()));
                case "Principal", "NotPrincipal" -> result.put(name, principal(part));
                case "Condition" -> result.put(name, condition(part));
                case "Sid" -> {
                  if (!part.equals(Value.of(""))) {
                    result.put(name, part);
                  }
                }
                default -> result.put(name, part);
              }
            });
    return Value.map(result);
  }

  private static Value principal(Value given) {
    if (given.equals(Value.of("*"))) {
      return Value.map(Map.of("AWS", Value.list(given)));
    }
    if (!(given instanceof Value.MapValue kinds)) {
      return given;
    }
    TreeMap<String, Value> result = new TreeMap<>();
    kinds
        .entries()
        .forEach(
            (kind, who) -> result.put(kind, listed(Secrets.opened(who), PolicyDocument::account)));
    return Value.map(result);
  }

  private static Value account(Value who) {
    if (who instanceof Value.TextValue text) {
      Matcher root = ACCOUNT_ROOT.matcher(text.text());
      return root.matches() ? Value.of(root.group(1)) : who;
    }
    // An account number that lost its quotes on the way.
    return who instanceof Value.NumberValue ? Value.of(who.toString()) : who;
  }

  private static Value lower(Value action) {
    return action instanceof Value.TextValue text
        ? Value.of(text.text().toLowerCase(Locale.ROOT))
        : action;
  }

  /** Operator, then key, then one value or several; letter case of keys does not count. */
  private static Value condition(Value given) {
    if (!(given instanceof Value.MapValue operators)) {
      return given;
    }
    TreeMap<String, Value> result = new TreeMap<>();
    operators
        .entries()
        .forEach(
            (operator, keys) -> {
              TreeMap<String, Value> lowered = new TreeMap<>();
              if (Secrets.opened(keys) instanceof Value.MapValue map) {
                map.entries()
                    .forEach(
                        (key, value) ->
                            lowered.put(
                                key.toLowerCase(Locale.ROOT),
                                listed(Secrets.opened(value), PolicyDocument::text)));
                result.put(operator, Value.map(lowered));
              } else {
                result.put(operator, keys);
              }
            });
    return Value.map(result);
  }

  private static Value text(Value value) {
    return value instanceof Value.BoolValue || value instanceof Value.NumberValue
        ? Value.of(value.toString())
        : value;
  }

  /** One item counts as a list of it; an unknown may be either and stays as it is. */
  private static Value listed(Value given, UnaryOperator<Value> items) {
    Value value = Secrets.opened(given);
    if (value instanceof Value.UnknownValue) {
      return value;
    }
    List<Value> all = value instanceof Value.ListValue list ? list.items() : List.of(value);
    List<Value> result = new ArrayList<>();
    all.forEach(item -> result.add(items.apply(Secrets.opened(item))));
    return Value.list(result);
  }
}
