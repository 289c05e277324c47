package dev.ashlar.expression.cel;

/**
 * What becomes of the value of a part of an expression.
 *
 * @param consumed whether all of it is used, not only what is selected from it
 * @param passedOn whether it is passed on as it is
 * @param omittable whether {@code omit()} may stand here
 * @param keysOnly whether of a map only the keys are used
 */
record Role(boolean consumed, boolean passedOn, boolean omittable, boolean keysOnly) {
  static final Role RESULT = new Role(true, true, true, false);
  static final Role PASSED = new Role(true, true, false, false);
  static final Role ARGUMENT = new Role(true, false, false, false);
  static final Role OPERAND = new Role(false, false, false, false);
  static final Role RANGE = new Role(false, false, false, true);

  /** What becomes of a part of a container or a branch of a condition in this role. */
  Role part() {
    return omittable ? RESULT : PASSED;
  }
}
