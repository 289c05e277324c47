package dev.ashlar.graph.term;

import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.expression.Compilation;
import dev.ashlar.expression.Problem;
import dev.ashlar.expression.Scope;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.problem.GraphProblems;
import dev.ashlar.graph.problem.Report;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Compiles the terms of one declaration. What cannot be compiled is reported and taken for an
 * unknown, so that nothing else is said of it.
 */
public final class TermCompiler {
  /** Far above what a person writes; recursion below it fits on every stack. */
  private static final int DEPTH = 500;

  private final BiFunction<String, Scope, Compilation> expressions;
  private final Scope scope;
  private final Report report;

  /** Compiles with these names in scope. */
  public TermCompiler(
      BiFunction<String, Scope, Compilation> expressions, Scope scope, Report report) {
    this.expressions = expressions;
    this.scope = scope;
    this.report = report;
  }

  /** The names in scope. */
  public Scope scope() {
    return scope;
  }

  /** Compiles a term; what has no expression in it becomes one constant. */
  public CompiledTerm compile(Term term, Expectation expected) {
    return compile(term, expected, ValuePath.ROOT);
  }

  /** The same, of a term at some place inside a property. */
  public CompiledTerm compile(Term term, Expectation expected, ValuePath path) {
    if (path.steps().size() > DEPTH) {
      report.add(
          GraphProblems.TOO_DEEP,
          "Lists and maps are nested more than " + DEPTH + " deep here; flatten the value.",
          term.place());
      return unknown(term);
    }
    if (term instanceof Term.Literal literal) {
      return new CompiledTerm.Constant(term, value(literal, expected));
    }
    if (term instanceof Term.Computed computed) {
      return computed(computed, path);
    }
    if (term instanceof Term.Text text) {
      return text(text, path);
    }
    return term instanceof Term.Items items
        ? items(items, expected, path)
        : fields((Term.Fields) term, expected, path);
  }

  /** A plain scalar in the place of a text is the text that stands in the source. */
  private static Value value(Term.Literal literal, Expectation expected) {
    Value value = literal.value();
    boolean plain =
        expected.text()
            && literal.plain().isPresent()
            && (value instanceof Value.NumberValue || value instanceof Value.BoolValue);
    return plain ? Value.of(literal.plain().get()) : value;
  }

  private CompiledTerm computed(Term.Computed term, ValuePath path) {
    Compilation compilation = expressions.apply(term.expression(), scope);
    if (compilation instanceof Compilation.Compiled sound) {
      return new CompiledTerm.Single(term, sound.expression());
    }
    for (Problem problem : ((Compilation.Refused) compilation).problems()) {
      report.add(located(problem, term, path));
    }
    return unknown(term);
  }

  /** A problem of an expression, at the character where it is. */
  static Diagnostic located(Problem problem, Term.Computed term, ValuePath path) {
    return Diagnostic.of(problem.code(), problem.detail())
        .at(term.place().at(term.offset() + problem.offset()))
        .in(path);
  }

  private CompiledTerm text(Term.Text term, ValuePath path) {
    List<CompiledTerm> parts = new ArrayList<>();
    StringBuilder constant = new StringBuilder();
    boolean allConstant = true;
    for (Term part : term.parts()) {
      CompiledTerm compiled = compile(part, Expectation.NOTHING, path);
      parts.add(compiled);
      checkPart(compiled, path);
      if (compiled instanceof CompiledTerm.Constant literal && literal.value().isKnown()) {
        constant.append(literal.value());
      } else {
        allConstant = false;
      }
    }
    return allConstant
        ? new CompiledTerm.Constant(term, Value.of(constant.toString()))
        : new CompiledTerm.Text(term, List.copyOf(parts));
  }

  private void checkPart(CompiledTerm part, ValuePath path) {
    ValueType type = TermTypes.type(part);
    boolean fits =
        type == ValueType.ANY
            || type == ValueType.STRING
            || type == ValueType.BOOLEAN
            || type == ValueType.INTEGER
            || type == ValueType.NUMBER;
    if (!fits) {
      report.add(
          Diagnostic.of(
                  GraphProblems.NOT_TEXT,
                  "This is of type "
                      + type
                      + " and stands inside a text. Use join() or jsonEncode(), or make the"
                      + " expression the whole value to keep its type.")
              .at(start(part.term()))
              .in(path));
    }
  }

  /** Where the text of an expression begins; else where the term does. */
  static Diagnostic.Location start(Term term) {
    Place place = term.place();
    return term instanceof Term.Computed computed ? place.at(computed.offset()) : place.start();
  }

  private CompiledTerm items(Term.Items term, Expectation expected, ValuePath path) {
    List<CompiledTerm> items = new ArrayList<>(term.items().size());
    List<Value> constants = new ArrayList<>(term.items().size());
    Expectation each = expected.item();
    for (int i = 0; i < term.items().size(); i++) {
      CompiledTerm item = compile(term.items().get(i), each, path.index(i));
      items.add(item);
      if (item instanceof CompiledTerm.Constant constant) {
        constants.add(constant.value());
      }
    }
    return constants.size() == items.size()
        ? new CompiledTerm.Constant(term, Value.list(constants))
        : new CompiledTerm.Items(term, List.copyOf(items));
  }

  private CompiledTerm fields(Term.Fields term, Expectation expected, ValuePath path) {
    SortedMap<String, CompiledTerm> fields = new TreeMap<>();
    SortedMap<String, Value> constants = new TreeMap<>();
    for (Map.Entry<String, Term> field : term.fields().entrySet()) {
      String key = field.getKey();
      CompiledTerm value = compile(field.getValue(), expected.field(key), path.key(key));
      fields.put(key, value);
      if (value instanceof CompiledTerm.Constant constant) {
        constants.put(key, constant.value());
      }
    }
    return constants.size() == fields.size()
        ? new CompiledTerm.Constant(term, Value.map(constants))
        : new CompiledTerm.Fields(term, fields);
  }

  private static CompiledTerm unknown(Term term) {
    return new CompiledTerm.Constant(term, Value.UnknownValue.ANY);
  }
}
