package dev.ashlar.graph.term;

import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.expression.Bindings;
import dev.ashlar.expression.Evaluation;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.problem.GraphProblems;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Evaluates one compiled term. Pure. */
public final class TermEvaluation {
  private final Bindings bindings;
  private final Allowance allowance = new Allowance();
  private final List<Diagnostic> problems = new ArrayList<>();

  private TermEvaluation(Bindings bindings) {
    this.bindings = bindings;
  }

  /**
   * The value, unknown and secret exactly where its parts are; or every expression that has none,
   * at the character where it fails, with the path inside the value. What is omitted is not there;
   * a term that is omitted as a whole is null.
   */
  public static Checked<Value> evaluate(CompiledTerm term, Bindings bindings) {
    if (term instanceof CompiledTerm.Constant constant) {
      return Checked.of(constant.value());
    }
    TermEvaluation evaluation = new TermEvaluation(bindings);
    Value value = evaluation.value(term, ValuePath.ROOT).orElse(Value.NULL);
    return Checked.of(value, evaluation.problems);
  }

  /** Empty where it is omitted. */
  private Optional<Value> value(CompiledTerm term, ValuePath path) {
    if (term instanceof CompiledTerm.Constant constant) {
      return Optional.of(constant.value());
    }
    if (term instanceof CompiledTerm.Single single) {
      return single(single, path);
    }
    if (term instanceof CompiledTerm.Text text) {
      return Optional.of(text(text, path));
    }
    if (term instanceof CompiledTerm.Items items) {
      List<Value> values = new ArrayList<>(items.items().size());
      for (int i = 0; i < items.items().size(); i++) {
        CompiledTerm item = items.items().get(i);
        if (item instanceof CompiledTerm.Constant constant) {
          values.add(constant.value());
        } else {
          value(item, path.index(i)).ifPresent(values::add);
        }
      }
      return Optional.of(Value.list(values));
    }
    TreeMap<String, Value> entries = new TreeMap<>();
    for (Map.Entry<String, CompiledTerm> field : ((CompiledTerm.Fields) term).fields().entrySet()) {
      String key = field.getKey();
      if (field.getValue() instanceof CompiledTerm.Constant constant) {
        entries.put(key, constant.value());
      } else {
        value(field.getValue(), path.key(key)).ifPresent(value -> entries.put(key, value));
      }
    }
    return Optional.of(Value.map(entries));
  }

  private Optional<Value> single(CompiledTerm.Single single, ValuePath path) {
    Evaluation evaluation = single.expression().evaluate(bindings);
    if (evaluation instanceof Evaluation.Evaluated evaluated) {
      if (allowance.hasRoomFor(evaluated.value(), path.steps().size())) {
        return Optional.of(evaluated.value());
      }
      if (allowance.isNews()) {
        problems.add(tooLarge(single, path));
      }
      return Optional.of(Value.UnknownValue.ANY);
    }
    if (evaluation instanceof Evaluation.Failed failed) {
      problems.add(TermCompiler.located(failed.problem(), single.term(), path));
      return Optional.of(Value.unknown(single.expression().type()));
    }
    return Optional.empty();
  }

  private Value text(CompiledTerm.Text text, ValuePath path) {
    StringBuilder all = new StringBuilder();
    boolean known = true;
    boolean secret = false;
    for (CompiledTerm part : text.parts()) {
      Value value = value(part, path).orElse(Value.NULL);
      secret |= value instanceof Value.SecretValue;
      Value content = value instanceof Value.SecretValue hidden ? hidden.content() : value;
      if (content instanceof Value.UnknownValue) {
        known = false;
      } else if (content instanceof Value.TextValue
          || content instanceof Value.BoolValue
          || content instanceof Value.NumberValue) {
        all.append(content);
      } else {
        problems.add(noText(part.term(), content, path));
      }
    }
    Value value = known ? Value.of(all.toString()) : Value.unknown(ValueType.STRING);
    return secret ? Value.secret(value) : value;
  }

  private static Diagnostic tooLarge(CompiledTerm.Single single, ValuePath path) {
    return Diagnostic.of(
            GraphProblems.TOO_LARGE,
            "With this, the value has more than 4,000,000 characters and items, or nests more than"
                + " 400 deep. Look for values that hold each other over and over.")
        .at(TermCompiler.start(single.term()))
        .in(path);
  }

  private static Diagnostic noText(Term part, Value content, ValuePath path) {
    String what =
        content instanceof Value.NullValue
            ? "This has no value (null)"
            : content instanceof Value.ListValue ? "This is a list" : "This is a map";
    return Diagnostic.of(
            GraphProblems.NOT_TEXT,
            what
                + " and stands inside a text. Use coalesce(), join() or jsonEncode(), or make the"
                + " expression the whole value to keep its type.")
        .at(TermCompiler.start(part))
        .in(path);
  }
}
