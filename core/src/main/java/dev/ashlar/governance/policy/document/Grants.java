package dev.ashlar.governance.policy.document;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the statements of a document allow. Three-valued: what is not known may be either. */
final class Grants {
  /** Conditions on these tell who asks, or from where: with one of them not everybody can. */
  private static final Set<String> WHO =
      Set.of(
          "aws:sourceaccount",
          "aws:sourcearn",
          "aws:sourceorgid",
          "aws:sourceorgpaths",
          "aws:sourceowner",
          "aws:sourcevpc",
          "aws:sourcevpce",
          "aws:sourceip",
          "aws:vpcsourceip",
          "aws:principalaccount",
          "aws:principalarn",
          "aws:principalorgid",
          "aws:principalorgpaths",
          "aws:userid",
          "aws:username",
          "kms:calleraccount",
          "kms:viaservice",
          "s3:dataaccesspointaccount",
          "s3:dataaccesspointarn");

  private static final Set<String> POSITIVE =
      Set.of(
          "stringequals",
          "stringequalsignorecase",
          "stringlike",
          "arnequals",
          "arnlike",
          "ipaddress",
          "foranyvalue:stringequals",
          "foranyvalue:stringlike");

  private static final Set<String> EVERYTHING = Set.of("*", "0.0.0.0/0", "::/0");
  private static final Value UNKNOWN = Value.unknown(ValueType.BOOLEAN);

  private Grants() {}

  /** Whether anybody at all is allowed something. */
  static Value isPublic(Value document) {
    boolean unknown = false;
    for (Value each : AccessDocument.statements(document)) {
      if (!(each instanceof Value.MapValue statement)) {
        unknown = true;
        continue;
      }
      Value effect = statement.get("effect");
      if (effect.equals(Value.of("Deny")) || isRestricted(statement.get("conditions"))) {
        continue;
      }
      Value principals = statement.get("principals");
      boolean known = statement.get("effect").isKnown() && statement.get("conditions").isKnown();
      boolean everybody =
          holds(principals, "*") || !statement.get("notPrincipals").equals(Value.ListValue.EMPTY);
      if (everybody && known) {
        return Value.of(true);
      }
      unknown |= everybody || !principals.isKnown();
    }
    return unknown ? UNKNOWN : Value.of(false);
  }

  private static boolean holds(Value list, String text) {
    return list instanceof Value.ListValue items && items.items().contains(Value.of(text));
  }

  /** Whether a condition surely keeps strangers out. */
  private static boolean isRestricted(Value conditions) {
    if (!(conditions instanceof Value.MapValue operators)) {
      return false;
    }
    for (Map.Entry<String, Value> operator : operators.entries().entrySet()) {
      if (POSITIVE.contains(operator.getKey().toLowerCase(Locale.ROOT))
          && operator.getValue() instanceof Value.MapValue keys
          && keys.entries().entrySet().stream().anyMatch(Grants::isRestriction)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isRestriction(Map.Entry<String, Value> condition) {
    return WHO.contains(condition.getKey())
        && condition.getValue() instanceof Value.ListValue values
        && values.items().stream().noneMatch(value -> EVERYTHING.contains(value.toString()));
  }

  /** Whether a statement allows an action, whatever others deny. */
  static Value allows(Value document, String action) {
    boolean unknown = false;
    for (Value each : AccessDocument.statements(document)) {
      if (!(each instanceof Value.MapValue statement)) {
        unknown = true;
        continue;
      }
      if (statement.get("effect").equals(Value.of("Deny"))) {
        continue;
      }
      Value actions = statement.get("actions");
      Value others = statement.get("notActions");
      boolean spared = !others.equals(Value.ListValue.EMPTY);
      boolean covered =
          covers(actions, action) || spared && others.isKnown() && !covers(others, action);
      if (covered && statement.get("effect").isKnown()) {
        return Value.of(true);
      }
      unknown |= covered || !actions.isKnown() || !others.isKnown();
    }
    return unknown ? UNKNOWN : Value.of(false);
  }

  private static boolean covers(Value patterns, String action) {
    return patterns instanceof Value.ListValue list
        && list.items().stream()
            .anyMatch(
                pattern ->
                    pattern instanceof Value.TextValue text
                        && Globs.matchesAnyCase(text.text(), action));
  }

  /**
   * The actions that are allowed wholesale: {@code *}, a whole service ({@code s3:*}), or
   * everything but some.
   */
  static Value wildcards(Value document) {
    List<Value> found = new ArrayList<>();
    for (Value each : AccessDocument.statements(document)) {
      if (!(each instanceof Value.MapValue statement)) {
        found.add(Value.unknown(ValueType.STRING));
        continue;
      }
      if (statement.get("effect").equals(Value.of("Deny"))) {
        continue;
      }
      if (!statement.get("notActions").equals(Value.ListValue.EMPTY)) {
        found.add(Value.of("NotAction"));
      }
      if (!(statement.get("actions") instanceof Value.ListValue actions)) {
        return Value.unknown(ValueType.listOf(ValueType.STRING));
      }
      for (Value action : actions.items()) {
        if (!(action instanceof Value.TextValue text)) {
          return Value.unknown(ValueType.listOf(ValueType.STRING));
        }
        if (isWholesale(text.text())) {
          found.add(action);
        }
      }
    }
    return Value.list(found);
  }

  private static boolean isWholesale(String action) {
    int colon = action.indexOf(':');
    String operation = colon < 0 ? action : action.substring(colon + 1);
    return !operation.isEmpty() && operation.chars().allMatch(c -> c == '*' || c == '?');
  }
}
