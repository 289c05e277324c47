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
    ValueType type = TermTypes.type(compiled);
    if (!isIterable(type)) {
      report.add(
          Diagnostic.of(
                  GraphProblems.BAD_FOR_EACH,
                  "\"forEach\" must be a list of texts or a map, but is of type "
                      + type
                      + (type instanceof ValueType.ListType
                          ? ". Make a map of it, with a name for each item as its key."
                          : "."))
              .at(Places.of(term, ValuePath.ROOT)));
    }
    repeated(compiled, report);
    if (!(TermTypes.sketch(compiled) instanceof Value.MapValue)) {
      SecretCheck.decision("forEach", compiled, report);
    }
    return compiled;
  }

  private static boolean isIterable(ValueType type) {
    return type == ValueType.ANY
        || type instanceof ValueType.MapType
        || type instanceof ValueType.ObjectType
        || type instanceof ValueType.ListType list
            && (list.items() == ValueType.STRING || list.items() == ValueType.ANY);
  }

  private static void repeated(CompiledTerm compiled, Report report) {
    Set<String> seen = new HashSet<>();
    List<Value> items =
        TermTypes.sketch(compiled) instanceof Value.ListValue list ? list.items() : List.of();
    for (int i = 0; i < items.size(); i++) {
      Value item = items.get(i);
      Diagnostic.Location location = Places.of(compiled.term(), ValuePath.ROOT.index(i));
      if (item instanceof Value.TextValue text && !seen.add(text.text())) {
        report.add(
            Diagnostic.of(
                    GraphProblems.DUPLICATE_KEY,
                    "\"" + text.text() + "\" is in the list twice. Take one away.")
                .at(location));
      } else if (item.isKnown() && !(item instanceof Value.TextValue) && isMixed(items)) {
        report.add(
            Diagnostic.of(
                    GraphProblems.BAD_FOR_EACH,
                    "\"forEach\" must be a list of texts, but this item is of type "
                        + item.type()
                        + ".")
                .at(location));
      }
    }
  }

  /** Items of one type that is wrong are said at once, of the whole list. */
  private static boolean isMixed(List<Value> items) {
    return ValueType.common(items) == ValueType.ANY;
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
