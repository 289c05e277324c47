package dev.ashlar.quickstart;

import dev.ashlar.diagnostic.Code;

/** What can be wrong with a drawing, before it is a blueprint. */
final class CanvasProblems {
  /** The document is no drawing. */
  static final Code NOT_A_DRAWING =
      Code.error(
          "canvas.not-a-drawing",
          "This is not a drawing",
          "A drawing is a JSON object with a list of nodes and a list of edges.");

  /** A box has no usable name. */
  static final Code BAD_NAME =
      Code.error(
          "canvas.bad-name",
          "A box has no usable name",
          "Arrows and messages name boxes, so every box has a name of letters, digits and _.");

  /** Two boxes have one name. */
  static final Code DUPLICATE_NAME =
      Code.error(
          "canvas.duplicate-name",
          "Two boxes have the same name",
          "A name stands for one resource; two boxes that share it would become one.");

  /** An arrow misses a box. */
  static final Code DANGLING_ARROW =
      Code.error(
          "canvas.dangling-arrow",
          "An arrow misses a box",
          "An arrow leads from one box of the drawing to another; a box was deleted, perhaps.");

  /** An arrow does not say what it carries, or where to. */
  static final Code UNCLEAR_ARROW =
      Code.error(
          "canvas.unclear-arrow",
          "An arrow does not say what flows where",
          "An arrow names an output of the box it starts at and a property of the box it points"
              + " to, such as Encryption.KeyId, or SubnetIds[] for one more in a list.");

  /** An arrow leads to what is filled already. */
  static final Code TAKEN_PROPERTY =
      Code.error(
          "canvas.taken-property",
          "An arrow leads to a property that is filled already",
          "A property has one value: from the form, or from one arrow. Only lists take several.");

  private CanvasProblems() {}
}
