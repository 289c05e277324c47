package dev.ashlar.processor;

/** The names by which the processor knows the library. */
final class Api {
  static final String SPEC = "dev.ashlar.schema.ResourceSpec";
  static final String PROPERTY = "dev.ashlar.schema.Property";
  static final String VALUE = "dev.ashlar.value.Value";
  static final String DECLARED = "dev.ashlar.blueprint.Declared";
  static final String RESOURCE = "dev.ashlar.blueprint.Resource";
  static final String EXPRESSION = "dev.ashlar.blueprint.Expression";
  static final String INPUT = "dev.ashlar.blueprint.Input";
  static final String REF = "dev.ashlar.blueprint.Ref";
  static final String TERM = "dev.ashlar.blueprint.Term";

  private Api() {}
}
