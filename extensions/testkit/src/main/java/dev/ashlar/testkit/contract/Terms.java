package dev.ashlar.testkit.contract;

import dev.ashlar.blueprint.Resource;
import dev.ashlar.blueprint.Term;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Declared values, wherever they were declared. */
final class Terms {
  private Terms() {}

  /** The properties that two declarations of one resource do not have in common. */
  static Set<String> differing(Resource one, Resource two) {
    Map<String, Term> first = one.declaration().properties().fields();
    Map<String, Term> second = two.declaration().properties().fields();
    Set<String> names = new TreeSet<>(first.keySet());
    names.addAll(second.keySet());
    names.removeIf(
        name ->
            first.containsKey(name)
                && second.containsKey(name)
                && text(first.get(name)).equals(text(second.get(name))));
    return names;
  }

  /** The term as it would be written. */
  static String text(Term term) {
    if (term instanceof Term.Literal literal) {
      return "=" + literal.value();
    }
    if (term instanceof Term.Computed computed) {
      return "${" + computed.expression() + "}";
    }
    if (term instanceof Term.Text text) {
      return text.parts().stream().map(Terms::text).collect(Collectors.joining("+"));
    }
    if (term instanceof Term.Items items) {
      return items.items().stream().map(Terms::text).toList().toString();
    }
    TreeMap<String, String> fields = new TreeMap<>();
    ((Term.Fields) term).fields().forEach((name, field) -> fields.put(name, text(field)));
    return fields.toString();
  }

  /** Whether an expression in a term names a resource. */
  static boolean mentions(Term term, String resource) {
    return Pattern.compile("\\b" + resource + "\\b").matcher(text(term)).find();
  }

  /** The value of a property, where nothing has to be evaluated for it. */
  static Optional<Value> literal(Resource resource, String property) {
    Term term = resource.declaration().properties().fields().get(property);
    return term == null ? Optional.empty() : literal(term);
  }

  private static Optional<Value> literal(Term term) {
    if (term instanceof Term.Literal literal) {
      return Optional.of(literal.value());
    }
    if (term instanceof Term.Items items) {
      var all = items.items().stream().map(Terms::literal).toList();
      return all.stream().allMatch(Optional::isPresent)
          ? Optional.of(Value.list(all.stream().map(Optional::orElseThrow).toList()))
          : Optional.empty();
    }
    if (term instanceof Term.Fields fields) {
      TreeMap<String, Value> all = new TreeMap<>();
      fields.fields().forEach((name, field) -> literal(field).ifPresent(it -> all.put(name, it)));
      return all.size() == fields.fields().size() ? Optional.of(Value.map(all)) : Optional.empty();
    }
    return Optional.empty();
  }

  /** The values of a configuration. */
  static Value.MapValue value(Term.Fields configuration) {
    return literal(configuration)
        .filter(Value.MapValue.class::isInstance)
        .map(Value.MapValue.class::cast)
        .orElseThrow(() -> new IllegalArgumentException("a configuration is literal"));
  }

  /** The same values in clear: a declaration marks nothing, the schema does. */
  static Value clear(Value value) {
    if (value instanceof Value.SecretValue secret) {
      return clear(secret.content());
    }
    if (value instanceof Value.MapValue map) {
      TreeMap<String, Value> all = new TreeMap<>();
      map.entries().forEach((name, item) -> all.put(name, clear(item)));
      return Value.map(all);
    }
    return value instanceof Value.ListValue list
        ? Value.list(list.items().stream().map(Terms::clear).toList())
        : value;
  }
}
