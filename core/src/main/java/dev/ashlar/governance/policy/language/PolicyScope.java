package dev.ashlar.governance.policy.language;

import dev.ashlar.blueprint.ParameterDeclaration;
import dev.ashlar.expression.Scope;
import dev.ashlar.expression.Typed;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.graph.scope.ScopeRecord;
import dev.ashlar.schema.Catalog;
import dev.ashlar.value.ValueType;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a policy can read, and its types. */
public final class PolicyScope implements Scope {
  private static final Typed ANY = new Typed.Plain(ValueType.ANY, false);
  private static final ValueType TEXTS = ValueType.listOf(ValueType.STRING);

  private static final Typed ENVIRONMENT =
      object(
          Map.of(
              "name", ValueType.STRING,
              "stage", ValueType.STRING,
              "tenant", ValueType.STRING,
              "target", ValueType.STRING));

  private static final Typed CHANGE =
      object(
          Map.ofEntries(
              Map.entry("action", ValueType.STRING),
              Map.entry("address", ValueType.STRING),
              Map.entry("name", ValueType.STRING),
              Map.entry("type", ValueType.STRING),
              Map.entry("reason", ValueType.STRING),
              Map.entry("risk", ValueType.STRING),
              Map.entry("provider", ValueType.STRING),
              Map.entry("configuration", ValueType.STRING),
              Map.entry("scope", ValueType.ANY),
              Map.entry("canvas", ValueType.STRING),
              Map.entry("paths", TEXTS),
              Map.entry("dependencies", TEXTS),
              Map.entry("preventDestroy", ValueType.BOOLEAN)));

  private static final Typed RESOURCES =
      new Typed.Plain(
          ValueType.listOf(
              new ValueType.ObjectType(
                  new TreeMap<>(
                      Map.of(
                          "address", ValueType.STRING,
                          "name", ValueType.STRING,
                          "type", ValueType.STRING,
                          "action", ValueType.STRING,
                          "provider", ValueType.STRING,
                          "configuration", ValueType.STRING,
                          "canvas", ValueType.STRING,
                          "properties", ValueType.ANY,
                          "dependencies", TEXTS)))),
          false);

  private final SortedMap<String, Typed> roots = new TreeMap<>();

  private PolicyScope(PolicyPack pack, PolicyPack.Rule rule, Typed resource, Typed actual) {
    roots.put("env", ENVIRONMENT);
    roots.put("params", parameters(pack.parameters()));
    if (rule.scope() == PolicyPack.Scope.GRAPH) {
      roots.put("resources", RESOURCES);
    }
    if (!isOfTheWhole(rule)) {
      roots.put("resource", resource);
      roots.put("actual", actual);
      roots.put("change", CHANGE);
    }
  }

  /** Whether a policy is judged once for the whole graph, and not for a change in it. */
  public static boolean isOfTheWhole(PolicyPack.Rule rule) {
    return rule.scope() == PolicyPack.Scope.GRAPH
        && rule.match().types().isEmpty()
        && rule.match().actions().isEmpty()
        && rule.match().providers().isEmpty();
  }

  /** For resources of any type. */
  public static PolicyScope ofAny(PolicyPack pack, PolicyPack.Rule rule) {
    return new PolicyScope(pack, rule, ANY, new Typed.Maybe(ANY));
  }

  /** For resources of one type, which the catalog has. */
  public static PolicyScope of(
      PolicyPack pack, PolicyPack.Rule rule, String type, Catalog catalog) {
    var scope = ScopeRecord.EMPTY.scope(catalog);
    return new PolicyScope(
        pack,
        rule,
        scope.typed("resource", new ScopeRecord.Objects(type, ScopeRecord.Count.ONE)),
        scope.typed("actual", new ScopeRecord.Objects(type, ScopeRecord.Count.OPTIONAL)));
  }

  private static Typed object(Map<String, ValueType> fields) {
    return new Typed.Plain(new ValueType.ObjectType(new TreeMap<>(fields)), false);
  }

  private static Typed parameters(Map<String, ParameterDeclaration> declared) {
    TreeMap<String, ValueType> fields = new TreeMap<>();
    declared.forEach((name, parameter) -> fields.put(name, parameter.attribute().type()));
    return new Typed.Plain(new ValueType.ObjectType(fields), false);
  }

  @Override
  public Optional<Typed> root(String name) {
    return Optional.ofNullable(roots.get(name));
  }

  @Override
  public SortedSet<String> names() {
    return new TreeSet<>(roots.keySet());
  }
}
