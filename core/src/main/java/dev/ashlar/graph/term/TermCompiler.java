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
import dev.ashlar.value.keyed.Keyed;
import java.util.ArrayList;
import java.util.List;
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
    return compile(term, expected, Trail.ROOT);
  }

  private CompiledTerm compile(Term term, Expectation expected, Trail trail) {
    if (trail.depth() > DEPTH) {
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
      return computed(computed, trail);
    }
    if (term instanceof Term.Text text) {
      return text(text, trail);
    }
    return term instanceof Term.Items items
        ? items(items, expected, trail)
        : fields((Term.Fields) term, expected, trail);
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

  private CompiledTerm computed(Term.Computed term, Trail trail) {
    Compilation compilation = expressions.apply(term.expression(), scope);
    if (compilation instanceof Compilation.Compiled sound) {
      return new CompiledTerm.Single(term, sound.expression());
    }
    for (Problem problem : ((Compilation.Refused) compilation).problems()) {
      report.add(located(problem, term, trail.path()));
    }
    return unknown(term);
  }

  /** A problem of an expression, at the character where it is. */
  static Diagnostic located(Problem problem, Term.Computed term, ValuePath path) {
    return Diagnostic.of(problem.code(), problem.detail())
        .at(term.place().at(term.offset() + problem.offset()))
        .in(path);
  }

  private CompiledTerm text(Term.Text term, Trail trail) {
    List<CompiledTerm> parts = new ArrayList<>();
    StringBuilder constant = new StringBuilder();
    boolean allConstant = true;
    for (Term part : term.parts()) {
      CompiledTerm compiled = compile(part, Expectation.NOTHING, trail);
      parts.add(compiled);
      checkPart(compiled, trail);
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

  private void checkPart(CompiledTerm part, Trail trail) {
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
              .in(trail.path()));
    }
  }

  /** Where the text of an expression begins; else where the term does. */
  static Diagnostic.Location start(Term term) {
    Place place = term.place();
    return term instanceof Term.Computed computed ? place.at(computed.offset()) : place.start();
  }

  private CompiledTerm items(Term.Items term, Expectation expected, Trail trail) {
    int size = term.items().size();
    CompiledTerm[] items = new CompiledTerm[size];
    Value[] constants = new Value[size];
    int known = 0;
    Expectation each = expected.item();
    for (int i = 0; i < size; i++) {
      Term item = term.items().get(i);
      items[i] =
          isShallow(item, trail) ? compile(item, each, trail) : compile(item, each, trail.index(i));
      if (items[i] instanceof CompiledTerm.Constant constant) {
        constants[known++] = constant.value();
      }
    }
    return known == size
        ? new CompiledTerm.Constant(term, Value.list(constants))
        : new CompiledTerm.Items(term, List.of(items));
  }

  private CompiledTerm fields(Term.Fields term, Expectation expected, Trail trail) {
    Keyed<Term> terms = Keyed.copyOf(term.fields());
    int size = terms.size();
    CompiledTerm[] fields = new CompiledTerm[size];
    Value[] constants = new Value[size];
    int known = 0;
    for (int i = 0; i < size; i++) {
      String key = terms.key(i);
      Term field = terms.value(i);
      Expectation own = expected.field(key);
      fields[i] =
          isShallow(field, trail)
              ? compile(field, own, trail)
              : compile(field, own, trail.key(key));
      if (fields[i] instanceof CompiledTerm.Constant constant) {
        constants[known++] = constant.value();
      }
    }
    return known == size
        ? new CompiledTerm.Constant(term, Value.map(terms.with(constants)))
        : new CompiledTerm.Fields(term, terms.with(fields));
  }

  /** Of a literal that is not too deep, there is nothing to say: nobody asks where it is. */
  private static boolean isShallow(Term term, Trail above) {
    return term instanceof Term.Literal && above.depth() < DEPTH;
  }

  private static CompiledTerm unknown(Term term) {
    return new CompiledTerm.Constant(term, Value.UnknownValue.ANY);
  }
}
