package dev.ashlar.plan.instance;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The keys of {@code forEach}: known before values are, told apart, and no secrets. */
final class Keys {
  private final CompiledTerm term;
  private final String name;
  private final List<Diagnostic> problems = new ArrayList<>();

  Keys(CompiledTerm term, String name) {
    this.term = term;
    this.name = name;
  }

  Expansion expand(Value value) {
    if (value instanceof Value.UnknownValue) {
      return unknown();
    }
    if (value instanceof Value.MapValue map) {
      return instances(map.entries());
    }
    if (value instanceof Value.ListValue list) {
      return texts(list.items());
    }
    problem(
        value instanceof Value.SecretValue
            ? "forEach of \"" + name + "\" is secret, and its keys would show in addresses."
            : "forEach of \"" + name + "\" is neither a list of texts nor a map.");
    return new Expansion.Failed(problems);
  }

  private Expansion texts(List<Value> items) {
    Map<String, Value> byKey = new TreeMap<>();
    boolean open = false;
    for (int i = 0; i < items.size(); i++) {
      Value item = items.get(i);
      if (item instanceof Value.UnknownValue) {
        open = true;
      } else if (!(item instanceof Value.TextValue text)) {
        problem(
            "Item "
                + (i + 1)
                + " of forEach of \""
                + name
                + (item instanceof Value.SecretValue
                    ? "\" is secret, and would show in an address."
                    : "\" is not a text."));
      } else if (byKey.put(text.text(), text) != null) {
        problem(
            "\"" + text.text() + "\" stands twice in forEach of \"" + name + "\". Use distinct().");
      }
    }
    if (!problems.isEmpty()) {
      return new Expansion.Failed(problems);
    }
    return open ? unknown() : instances(byKey);
  }

  private Expansion instances(Map<String, Value> byKey) {
    List<Instance> all = new ArrayList<>(byKey.size());
    byKey.forEach((key, value) -> all.add(new Instance(Address.of(name, key), each(key, value))));
    return new Expansion.Instances(all, true);
  }

  private static Value each(String key, Value value) {
    return Value.map(Map.of("key", Value.of(key), "value", value));
  }

  private static Expansion unknown() {
    return new Expansion.Deferred(Reason.of(Reason.Kind.KEYS_UNKNOWN));
  }

  private void problem(String detail) {
    problems.add(Diagnostic.of(PlanProblems.BAD_KEYS, detail).at(term.term().place().start()));
  }
}
