package dev.ashlar.expression;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.List;
import java.util.function.Function;

/**
 * A text with expressions in it, cut into its parts: <code>a-${b}</code>. Quotes and braces inside
 * an expression are balanced; <code>$${</code> stands for a literal <code>${</code>.
 *
 * @param parts the parts in order; no two literals in a row; none for the empty text
 */
public record Interpolation(List<Part> parts) {
  /** Copies the list. */
  public Interpolation {
    parts = List.copyOf(parts);
  }

  /** One part. */
  public sealed interface Part {}

  /**
   * Text as it stands, escapes resolved.
   *
   * @param text the text
   */
  public record Literal(String text) implements Part {}

  /**
   * An expression.
   *
   * @param text the text between the braces
   * @param offset where it begins in the whole text, in code points from 0
   */
  public record Code(String text, int offset) implements Part {}

  /** What came of cutting a text. */
  public sealed interface Scan {}

  /**
   * A text that could be cut.
   *
   * @param interpolation its parts
   */
  public record Scanned(Interpolation interpolation) implements Scan {}

  /**
   * A text that could not be cut.
   *
   * @param problem why; its offset counts in the whole text
   */
  public record Unreadable(Problem problem) implements Scan {}

  /** Cuts a text into its parts. Linear in its length; never throws. */
  public static Scan scan(String text) {
    return new Scanner(text).scan();
  }

  /** Whether the whole text is one expression, whose type it therefore has. */
  public boolean isSingle() {
    return parts.size() == 1 && parts.get(0) instanceof Code;
  }

  /** Whether there is no expression in it. */
  public boolean isLiteral() {
    return parts.stream().noneMatch(Code.class::isInstance);
  }

  /** The expressions in order. */
  public List<Code> codes() {
    return parts.stream().filter(Code.class::isInstance).map(Code.class::cast).toList();
  }

  /**
   * The value of the whole text from the values of its expressions. A single expression keeps its
   * value; otherwise texts, booleans and numbers are joined. Unknown if any part is, secret if any
   * part is.
   *
   * @param evaluate evaluates one expression; offsets of its problems count in that expression
   * @return the value; the offset of a problem counts in the whole text
   */
  public Evaluation evaluate(Function<Code, Evaluation> evaluate) {
    if (isSingle()) {
      Code code = (Code) parts.get(0);
      return shifted(evaluate.apply(code), code);
    }
    StringBuilder text = new StringBuilder();
    boolean unknown = false;
    boolean secret = false;
    for (Part part : parts) {
      if (part instanceof Literal literal) {
        text.append(literal.text());
        continue;
      }
      Code code = (Code) part;
      Evaluation evaluation = shifted(evaluate.apply(code), code);
      if (!(evaluation instanceof Evaluation.Evaluated evaluated)) {
        return evaluation instanceof Evaluation.Omitted
            ? failed(code, "omit() leaves out a whole property; here it is a part of a text.")
            : evaluation;
      }
      Value value = evaluated.value();
      secret |= value.hasSecret();
      if (value instanceof Value.SecretValue hidden) {
        value = hidden.content();
      }
      if (value instanceof Value.UnknownValue) {
        unknown = true;
      } else if (isText(value)) {
        text.append(value);
      } else {
        return failed(code, "This is " + name(value) + ", and it stands inside a text.");
      }
    }
    Value whole = unknown ? Value.unknown(ValueType.STRING) : Value.of(text.toString());
    return new Evaluation.Evaluated(secret ? Value.secret(whole) : whole);
  }

  /** Whether a result of this type can stand inside a text, as far as the type tells. */
  public static boolean isTextual(ValueType type) {
    return type instanceof ValueType.Scalar && type != ValueType.NULL;
  }

  private static boolean isText(Value value) {
    return value instanceof Value.TextValue
        || value instanceof Value.NumberValue
        || value instanceof Value.BoolValue;
  }

  private static String name(Value value) {
    return value instanceof Value.NullValue
        ? "not set (null)"
        : value instanceof Value.ListValue ? "a list" : "a map";
  }

  private static Evaluation failed(Code code, String detail) {
    return new Evaluation.Failed(new Problem(ExpressionProblems.NOT_TEXT, detail, code.offset()));
  }

  private static Evaluation shifted(Evaluation evaluation, Code code) {
    return evaluation instanceof Evaluation.Failed failed
        ? new Evaluation.Failed(failed.problem().shifted(code.offset()))
        : evaluation;
  }
}
