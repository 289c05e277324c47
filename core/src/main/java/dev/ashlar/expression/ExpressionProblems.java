package dev.ashlar.expression;

import dev.ashlar.diagnostic.Code;
import java.util.List;

/** What can be wrong with an expression. */
public final class ExpressionProblems {
  /** An expression does not end, or is empty. */
  public static final Code UNTERMINATED =
      Code.error(
          "expression.unterminated",
          "An expression does not end.",
          "A text holds \"${\" and no matching \"}\". Close the expression; to write the two"
              + " characters themselves, write \"$${\".");

  /** Nothing between the braces. */
  public static final Code EMPTY =
      Code.error(
          "expression.empty",
          "An expression is empty.",
          "Between \"${\" and \"}\" stands nothing. Write an expression, or \"$${\" for the"
              + " characters themselves.");

  /** Not CEL. */
  public static final Code SYNTAX =
      Code.error(
          "expression.syntax",
          "An expression cannot be read.",
          "Expressions are written in CEL, the Common Expression Language: names, a.b, a[\"b\"],"
              + " operators, calls. The position is where reading stopped.");

  /** No such name. */
  public static final Code UNKNOWN_NAME =
      Code.error(
          "expression.unknown-name",
          "An expression uses a name that does not exist.",
          "Names are the resources, components, lookups and imports of the document, and params,"
              + " env, flags, locals, and each inside forEach.");

  /** No such attribute. */
  public static final Code UNKNOWN_ATTRIBUTE =
      Code.error(
          "expression.unknown-attribute",
          "An expression reads an attribute that does not exist.",
          "The thing has no attribute of this name. The schema of its type lists those it has.");

  /** No such function. */
  public static final Code UNKNOWN_FUNCTION =
      Code.error(
          "expression.unknown-function",
          "An expression calls a function that does not exist.",
          "Only CEL's own functions and those of the blueprint language can be called.");

  /** The types do not fit. */
  public static final Code TYPE_MISMATCH =
      Code.error(
          "expression.type-mismatch",
          "The types in an expression do not fit together.",
          "An operator or function is given a type that it does not take. Convert with string(),"
              + " int() or double(), or read another attribute.");

  /** Perhaps not there. */
  public static final Code MAY_BE_ABSENT =
      Code.error(
          "expression.may-be-absent",
          "An expression uses something that may not be there.",
          "A resource under \"when\" is there only sometimes. Read it with a question mark and say"
              + " what to take instead: archive.?Arn.orValue(\"\").");

  /** omit() at a wrong place. */
  public static final Code MISPLACED_OMIT =
      Code.error(
          "expression.misplaced-omit",
          "omit() stands where nothing can be left out.",
          "omit() leaves a property, a map entry or a list item out: it is a result, alone or in a"
              + " branch of a condition, and never an operand.");

  /** A result outside the language. */
  public static final Code RESULT_TYPE =
      Code.error(
          "expression.result-type",
          "An expression's result is of a type that no document can hold.",
          "Results are null, booleans, numbers, texts, lists, and maps with texts as keys. Convert"
              + " others with string().");

  /** Beyond a limit, before evaluation. */
  public static final Code TOO_LARGE =
      Code.error(
          "expression.too-large",
          "An expression is too long or too deep.",
          "Expressions are bounded in length and nesting. Cut it into locals.");

  /** Beyond a limit, during evaluation. */
  public static final Code LIMIT =
      Code.error(
          "expression.limit",
          "An expression runs too long or takes too much memory.",
          "The evaluation of an expression is bounded in iterations, memory and time, so that no"
              + " document can stop the engine.");

  /** Null where a value is needed. */
  public static final Code NO_VALUE =
      Code.error(
          "expression.no-value",
          "An expression needs a value that is not set.",
          "Something that is unset (null) is used where a value is needed. Set it, test it with"
              + " has(), or give another value with coalesce().");

  /** No such key. */
  public static final Code NO_SUCH_KEY =
      Code.error(
          "expression.no-such-key",
          "An expression reads a key that a map does not have.",
          "Test it first (\"k\" in m), or read it with a question mark: m[?\"k\"].orValue(x).");

  /** No such item. */
  public static final Code OUT_OF_RANGE =
      Code.error(
          "expression.out-of-range",
          "An expression reads an item that a list does not have.",
          "Positions count from 0. Test size(l) first, or read with a question mark:"
              + " l[?0].orValue(x).");

  /** Arithmetic that has no result. */
  public static final Code ARITHMETIC =
      Code.error(
          "expression.arithmetic",
          "A calculation has no result.",
          "Whole numbers in expressions have 64 bits, others are doubles; dividing by zero has no"
              + " result. Larger numbers can be passed on, not calculated with.");

  /** A function refuses its argument. */
  public static final Code BAD_ARGUMENT =
      Code.error(
          "expression.bad-argument",
          "A function cannot work with its argument.",
          "The argument is of the right type, but its value is not one that the function takes.");

  /** Interpolated something that is no text. */
  public static final Code NOT_TEXT =
      Code.error(
          "expression.not-text",
          "Only texts, booleans and numbers can stand inside a text.",
          "A text with expressions in it cannot hold null, a list or a map. Use join() or"
              + " jsonEncode(), or make the expression the whole text to keep its type.");

  private ExpressionProblems() {}

  /** All of them, for explanations. */
  public static List<Code> all() {
    return List.of(
        UNTERMINATED,
        EMPTY,
        SYNTAX,
        UNKNOWN_NAME,
        UNKNOWN_ATTRIBUTE,
        UNKNOWN_FUNCTION,
        TYPE_MISMATCH,
        MAY_BE_ABSENT,
        MISPLACED_OMIT,
        RESULT_TYPE,
        TOO_LARGE,
        LIMIT,
        NO_VALUE,
        NO_SUCH_KEY,
        OUT_OF_RANGE,
        ARITHMETIC,
        BAD_ARGUMENT,
        NOT_TEXT);
  }
}
