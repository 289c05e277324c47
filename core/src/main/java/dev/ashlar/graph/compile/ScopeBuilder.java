package dev.ashlar.graph.compile;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.blueprint.LookupDeclaration;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.graph.scope.ScopeRecord;
import dev.ashlar.graph.scope.ScopeRecord.Count;
import dev.ashlar.graph.scope.ScopeRecord.Entry;
import dev.ashlar.value.ValueType;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a blueprint's expressions see, before anything of locals is known. */
final class ScopeBuilder {
  private static final Entry ANYTHING = new ScopeRecord.Plain(ValueType.ANY, false);

  private ScopeBuilder() {}

  static ScopeRecord of(Environment environment, Inputs inputs, Schemas schemas) {
    Blueprint blueprint = environment.blueprint();
    SortedMap<String, Entry> roots = new TreeMap<>();
    Map<Entry, Entry> shared = new HashMap<>();
    blueprint.imports().keySet().forEach(name -> roots.put(name, ANYTHING));
    blueprint.components().keySet().forEach(name -> roots.put(name, ANYTHING));
    blueprint
        .lookups()
        .forEach((name, lookup) -> roots.put(name, objects(lookup.type(), count(lookup), schemas)));
    blueprint
        .resources()
        .forEach(
            (name, resource) ->
                roots.put(
                    name,
                    shared.computeIfAbsent(
                        objects(resource.type(), count(resource), schemas), same -> same)));
    roots.put("params", parameters(blueprint));
    roots.put("flags", flags(blueprint));
    roots.put("env", env(inputs));
    SortedMap<String, Entry> locals = new TreeMap<>();
    blueprint.locals().keySet().forEach(name -> locals.put(name, ANYTHING));
    roots.put("locals", new ScopeRecord.Group(locals));
    return new ScopeRecord(roots);
  }

  /** A type that does not exist was reported; nothing more is said where it is used. */
  private static Entry objects(String type, Count count, Schemas schemas) {
    return schemas.of(type).isPresent() ? new ScopeRecord.Objects(type, count) : ANYTHING;
  }

  private static Count count(LookupDeclaration lookup) {
    return switch (lookup.expect()) {
      case ONE -> Count.ONE;
      case OPTIONAL -> Count.OPTIONAL;
      case MANY -> Count.MANY;
    };
  }

  /** Instances under a condition are a map in any case: an empty one where it is false. */
  private static Count count(ResourceDeclaration resource) {
    if (resource.forEach().isPresent()) {
      return Count.KEYED;
    }
    return resource.when().isPresent() ? Count.OPTIONAL : Count.ONE;
  }

  private static Entry parameters(Blueprint blueprint) {
    SortedMap<String, Entry> members = new TreeMap<>();
    blueprint
        .parameters()
        .forEach(
            (name, parameter) ->
                members.put(
                    name,
                    new ScopeRecord.Plain(
                        parameter.attribute().type(), parameter.attribute().sensitive())));
    return new ScopeRecord.Group(members);
  }

  private static Entry flags(Blueprint blueprint) {
    SortedMap<String, Entry> members = new TreeMap<>();
    blueprint
        .flags()
        .keySet()
        .forEach(name -> members.put(name, new ScopeRecord.Plain(ValueType.BOOLEAN, false)));
    return new ScopeRecord.Group(members);
  }

  private static Entry env(Inputs inputs) {
    SortedMap<String, Entry> members = new TreeMap<>();
    for (String name : new String[] {"name", "tenant", "stage", "target"}) {
      members.put(name, new ScopeRecord.Plain(ValueType.STRING, false));
    }
    inputs
        .env()
        .entries()
        .forEach(
            (name, value) ->
                members.putIfAbsent(name, new ScopeRecord.Plain(value.type(), value.hasSecret())));
    return new ScopeRecord.Group(members);
  }
}
