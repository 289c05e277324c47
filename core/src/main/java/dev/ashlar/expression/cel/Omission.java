package dev.ashlar.expression.cel;

/** What {@code omit()} evaluates to. */
enum Omission {
  OMIT
}
