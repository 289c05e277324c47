package dev.ashlar.schema.validation;

import dev.ashlar.diagnostic.Code;

/** Whose values are checked: a user is told everything, a connector's slip is its author's. */
enum Rigour {
  /** What a user declares: everything is checked. */
  DECLARED(SchemaProblems.UNKNOWN_PROPERTY, SchemaProblems.WRONG_TYPE, true),
  /** The outputs that a connector returns: names, types, and that none is missing. */
  OUTPUTS(SchemaProblems.UNDECLARED_OUTPUT, SchemaProblems.UNFIT_ANSWER, true),
  /** The properties that a connector read: names and types of what is there. */
  OBSERVED(SchemaProblems.UNFIT_ANSWER, SchemaProblems.UNFIT_ANSWER, false);

  final Code unknownName;
  final Code wrongType;
  final boolean complete;

  Rigour(Code unknownName, Code wrongType, boolean complete) {
    this.unknownName = unknownName;
    this.wrongType = wrongType;
    this.complete = complete;
  }

  Code missing() {
    return this == DECLARED ? SchemaProblems.MISSING_PROPERTY : SchemaProblems.UNFIT_ANSWER;
  }
}
