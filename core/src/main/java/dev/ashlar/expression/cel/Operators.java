package dev.ashlar.expression.cel;

/** The names of CEL's operators and of functions that only macros call. */
final class Operators {
  static final String CONDITIONAL = "_?_:_";
  static final String INDEX = "_[_]";
  static final String OPTIONAL_INDEX = "_[?_]";
  static final String OPTIONAL_SELECT = "_?._";
  static final String EQUALS = "_==_";
  static final String NOT_EQUALS = "_!=_";
  static final String IN = "@in";
  static final String ADD = "_+_";
  static final String SUBTRACT = "_-_";
  static final String MULTIPLY = "_*_";
  static final String DIVIDE = "_/_";

  static final String SORTED = "@sorted";
  static final String GATHER = "@gather";
  static final String APPEND = "@append";
  static final String GATHERED = "@gathered";
  static final String MERGE = "@merge";
  static final String IS_SET = "@isSet";
  static final String VIEW = "@view";
  static final String ITEMS = "@items";
  static final String ONLY = "@only";
  static final String FLAT = "@flat";

  /** The name of the value that {@code coalesce} looks at. */
  static final String FIRST = "@first";

  private Operators() {}
}
