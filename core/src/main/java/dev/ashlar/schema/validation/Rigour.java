package dev.ashlar.schema.validation;

import dev.ashlar.diagnostic.Code;

/** Whose values are checked: a user is told everything, a connector's slip is its author's. */
enum Rigour {
  /** What a user declares: everything is checked. */
  DECLARED,
  /** The outputs that a connector returns: names, types, and that none is missing. */
  OUTPUTS,
  /** The properties that a connector read: names and types of what is there. */
  OBSERVED;

  boolean complete() {
    return this != OBSERVED;
  }

  Code unknownName() {
    return switch (this) {
      case DECLARED -> SchemaProblems.UNKNOWN_PROPERTY;
      case OUTPUTS -> SchemaProblems.UNDECLARED_OUTPUT;
      case OBSERVED -> SchemaProblems.UNFIT_ANSWER;
    };
  }

  Code wrongType() {
    return this == DECLARED ? SchemaProblems.WRONG_TYPE : SchemaProblems.UNFIT_ANSWER;
  }

  Code missing() {
    return this == DECLARED ? SchemaProblems.MISSING_PROPERTY : SchemaProblems.UNFIT_ANSWER;
  }
}
