package dev.ashlar.governance.policy.document;

import dev.ashlar.expression.function.Refusal;
import dev.ashlar.schema.equivalence.PolicyDocument;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * An access policy in AWS's language, taken apart: what a policy of ours asks of it, it asks of
 * statements, not of a text. What is not known of the document stays unknown.
 */
final class AccessDocument {
  private AccessDocument() {}

  /** The statements of a document: JSON text or a map; none of null. */
  static List<Value> statements(Value document) {
    if (document instanceof Value.NullValue) {
      return List.of();
    }
    if (!(PolicyDocument.normalised(document) instanceof Value.MapValue policy)
        || !policy.entries().containsKey("Statement")) {
      throw Refusal.argument("A policy document is JSON, or a map, with a \"Statement\".");
    }
    if (!(policy.get("Statement") instanceof Value.ListValue all)) {
      return List.of(Value.UnknownValue.ANY);
    }
    List<Value> statements = new ArrayList<>();
    for (Value each : all.items()) {
      statements.add(statement(each));
    }
    return statements;
  }

  private static Value statement(Value given) {
    if (given instanceof Value.UnknownValue) {
      return given;
    }
    if (!(given instanceof Value.MapValue statement)) {
      throw Refusal.argument("A statement of a policy document is a map.");
    }
    Value effect = statement.get("Effect");
    if (!(effect instanceof Value.UnknownValue)
        && !effect.equals(Value.of("Allow"))
        && !effect.equals(Value.of("Deny"))) {
      throw Refusal.argument("The effect of a statement is Allow or Deny.");
    }
    Map<String, Value> form = new TreeMap<>();
    form.put(
        "sid",
        statement.get("Sid") instanceof Value.NullValue ? Value.of("") : statement.get("Sid"));
    form.put("effect", effect);
    form.put("actions", listed(statement.get("Action")));
    form.put("notActions", listed(statement.get("NotAction")));
    form.put("resources", listed(statement.get("Resource")));
    form.put("notResources", listed(statement.get("NotResource")));
    form.put("principals", principals(statement.get("Principal")));
    form.put("notPrincipals", principals(statement.get("NotPrincipal")));
    Value conditions = statement.get("Condition");
    form.put(
        "conditions", conditions instanceof Value.NullValue ? Value.MapValue.EMPTY : conditions);
    return Value.map(form);
  }

  private static Value listed(Value value) {
    return value instanceof Value.NullValue ? Value.ListValue.EMPTY : value;
  }

  /** All principals in one list: {@code *}, an account or ARN, or {@code KIND:NAME} of others. */
  private static Value principals(Value value) {
    if (value instanceof Value.NullValue || value instanceof Value.UnknownValue) {
      return listed(value);
    }
    if (!(value instanceof Value.MapValue kinds)) {
      throw Refusal.argument("A principal is \"*\" or a map by kind.");
    }
    List<Value> all = new ArrayList<>();
    for (Map.Entry<String, Value> kind : kinds.entries().entrySet()) {
      if (!(kind.getValue() instanceof Value.ListValue names)) {
        all.add(Value.UnknownValue.ANY);
        continue;
      }
      for (Value name : names.items()) {
        boolean plain =
            name instanceof Value.UnknownValue
                || kind.getKey().equals("AWS")
                || name.equals(Value.of("*"));
        all.add(plain ? name : Value.of(kind.getKey() + ":" + name));
      }
    }
    return Value.list(all);
  }
}
