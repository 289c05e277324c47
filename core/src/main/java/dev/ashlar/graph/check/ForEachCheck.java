package dev.ashlar.graph.check;

import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.problem.GraphProblems;
import dev.ashlar.graph.problem.Report;
import dev.ashlar.graph.term.Expectation;
import dev.ashlar.graph.term.Places;
import dev.ashlar.graph.term.TermCompiler;
import dev.ashlar.graph.term.TermTypes;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What instances are made from: a list of texts, each once, or a map; no key is secret. */
public final class ForEachCheck {
  private ForEachCheck() {}

  /** Compiles and checks what is under {@code forEach}. */
  public static CompiledTerm compile(Term term, TermCompiler compiler, Report report) {
    CompiledTerm compiled = compiler.compile(term, Expectation.TEXTS);
    Value sketch = TermTypes.sketch(compiled);
    if (sketch instanceof Value.ListValue list) {
      items(compiled, list.items(), report);
    } else if (!isIterable(sketch.type())) {
      report.add(
          Diagnostic.of(
                  GraphProblems.BAD_FOR_EACH,
                  "\"forEach\" must be a list of texts or a map, but is of type "
                      + sketch.type()
                      + (sketch.type() instanceof ValueType.ListType
                          ? ". Make a map of it, with a name for each item as its key."
                          : "."))
              .at(Places.of(term, ValuePath.ROOT)));
    }
    if (!keysAreOpen(compiled, sketch)) {
      SecretCheck.decision("forEach", compiled, compiler.scope(), report);
    }
    return compiled;
  }

  /** A map whose entries are secret can have keys that are not. */
  private static boolean keysAreOpen(CompiledTerm compiled, Value sketch) {
    boolean map =
        sketch.type() instanceof ValueType.MapType || sketch.type() instanceof ValueType.ObjectType;
    return sketch instanceof Value.MapValue || map && !TermTypes.isSecret(compiled);
  }

  private static boolean isIterable(ValueType type) {
    return type == ValueType.ANY
        || type instanceof ValueType.MapType
        || type instanceof ValueType.ObjectType
        || type instanceof ValueType.ListType list && isKey(list.items());
  }

  private static boolean isKey(ValueType type) {
    return type == ValueType.STRING || type == ValueType.ANY;
  }

  private static void items(CompiledTerm compiled, List<Value> items, Report report) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      Value item = items.get(i);
      Diagnostic.Location location = Places.of(compiled.term(), ValuePath.ROOT.index(i));
      if (!isKey(item.type())) {
        report.add(
            Diagnostic.of(
                    GraphProblems.BAD_FOR_EACH,
                    "\"forEach\" must be a list of texts, but this item is of type "
                        + item.type()
                        + ".")
                .at(location));
      } else if (item instanceof Value.TextValue text && !seen.add(text.text())) {
        report.add(
            Diagnostic.of(
                    GraphProblems.DUPLICATE_KEY,
                    "\"" + text.text() + "\" is in the list twice. Take one away.")
                .at(location));
      }
    }
  }

  /** The keys, where they are known before anything is evaluated. */
  static Optional<Set<String>> keys(CompiledTerm forEach) {
    Value sketch = TermTypes.sketch(forEach);
    if (sketch instanceof Value.MapValue map) {
      return Optional.of(map.entries().keySet());
    }
    Set<String> keys = new HashSet<>();
    if (!(sketch instanceof Value.ListValue list)) {
      return Optional.empty();
    }
    for (Value item : list.items()) {
      if (!(item instanceof Value.TextValue text)) {
        return Optional.empty();
      }
      keys.add(text.text());
    }
    return Optional.of(keys);
  }
}
