package dev.ashlar.schema.validation;

import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic.Severity;
import java.util.List;

/** The kinds of problems that checking against a schema finds. */
public final class SchemaProblems {
  /** A name that the schema does not know. */
  public static final Code UNKNOWN_PROPERTY =
      Code.error(
          "schema.unknown-property",
          "There is no such property",
          "The resource type, or an object inside it, has no property of this name. Names are the"
              + " cloud's own, in its own spelling. `ashlar schema TYPE` lists them.");

  /** A required property that is not set. */
  public static final Code MISSING_PROPERTY =
      Code.error(
          "schema.missing-property",
          "A required property is not set",
          "The cloud does not take such an object without this property, and there is no default."
              + " A property that is null counts as not set.");

  /** A value of another type than declared. */
  public static final Code WRONG_TYPE =
      Code.error(
          "schema.wrong-type",
          "A value has the wrong type",
          "The property takes another type of value. Nothing is converted silently: a number in"
              + " quotes is a text, and a text never becomes a number.");

  /** A value that is not on the closed list. */
  public static final Code NOT_ALLOWED =
      Code.error(
          "schema.not-allowed",
          "A value is not one of those allowed",
          "The property takes one of a closed list of values, and no other. Letter case counts.");

  /** A number beyond its bounds. */
  public static final Code OUT_OF_RANGE =
      Code.error(
          "schema.out-of-range",
          "A number is out of range",
          "The property takes numbers between two bounds only; the bounds themselves are allowed.");

  /** A text, list or map that is too short or too long. */
  public static final Code WRONG_LENGTH =
      Code.error(
          "schema.wrong-length",
          "A value is too short or too long",
          "The length of a text is counted in characters, that of a list in items, that of a map in"
              + " entries.");

  /** A text that does not match its pattern. */
  public static final Code PATTERN_MISMATCH =
      Code.error(
          "schema.pattern-mismatch",
          "A text does not match its pattern",
          "The property takes only texts in which a regular expression finds a match.");

  /** A pattern that could not be tried. */
  public static final Code PATTERN_NOT_TRIED =
      new Code(
          "schema.pattern-not-tried",
          Severity.INFO,
          "A pattern was not tried",
          "The regular expression of the schema cannot be used, or would take too long on this"
              + " text. The cloud itself will judge the text.");

  /** A property that only the cloud sets. */
  public static final Code COMPUTED_PROPERTY =
      Code.error(
          "schema.computed-property",
          "A property cannot be set",
          "The cloud sets this property by itself. It can be referred to, and never be declared.");

  /** A property that should no longer be used. */
  public static final Code DEPRECATED_PROPERTY =
      Code.warning(
          "schema.deprecated-property",
          "A property is deprecated",
          "It still works. The cloud's owner says that it should no longer be used.");

  /** A resource type that should no longer be used. */
  public static final Code DEPRECATED_TYPE =
      Code.warning(
          "schema.deprecated-type",
          "A resource type is deprecated",
          "It still works. The cloud's owner says that it should no longer be used.");

  /** A connector's answer with an output that its schema does not declare. */
  public static final Code UNDECLARED_OUTPUT =
      Code.error(
          "schema.undeclared-output",
          "A connector returned an output that its schema does not declare",
          "The schema is what plans are made from, so the engine takes nothing that is not in it."
              + " This is a mistake in the connector: its author adds the output to the schema, or"
              + " leaves it out.");

  /** A connector's answer that does not fit its schema. */
  public static final Code UNFIT_ANSWER =
      Code.error(
          "schema.unfit-answer",
          "A connector returned a value that does not fit its schema",
          "Expressions were type-checked against the schema before anything was planned, so the"
              + " engine takes nothing that does not fit it. This is a mistake in the connector.");

  /** Every code of this floor. */
  public static final List<Code> ALL =
      List.of(
          UNKNOWN_PROPERTY,
          MISSING_PROPERTY,
          WRONG_TYPE,
          NOT_ALLOWED,
          OUT_OF_RANGE,
          WRONG_LENGTH,
          PATTERN_MISMATCH,
          PATTERN_NOT_TRIED,
          COMPUTED_PROPERTY,
          DEPRECATED_PROPERTY,
          DEPRECATED_TYPE,
          UNDECLARED_OUTPUT,
          UNFIT_ANSWER);

  private SchemaProblems() {}
}
