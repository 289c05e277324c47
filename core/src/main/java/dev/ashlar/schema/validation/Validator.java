package dev.ashlar.schema.validation;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Set;

/**
 * Checks values against what is declared. Finds all problems at once, each a diagnostic with the
 * path of the value; its place in a source, its address and canvas element are the caller's to add.
 * An unknown passes where its type can fit; a secret is checked and never shown.
 */
public final class Validator {
  private Validator() {}

  /** Checks what a user declares of a resource, before defaults are filled in or after. */
  public static List<Diagnostic> check(ResourceSchema schema, Value.MapValue properties) {
    Findings findings = new Findings(schema.type());
    schema
        .deprecation()
        .ifPresent(
            old ->
                findings.add(
                    SchemaProblems.DEPRECATED_TYPE,
                    ValuePath.ROOT,
                    "is deprecated"
                        + (old.since().isEmpty() ? "" : " since " + old.since())
                        + old.replacement().map(other -> "; use " + other).orElse("")));
    new ValueCheck(Definitions.of(schema), Rigour.DECLARED, findings, schema.outputs().keySet())
        .object(schema.properties(), properties, ValuePath.ROOT, schema.type(), false);
    return findings.all();
  }

  /** Checks what a user configures a provider with. */
  public static List<Diagnostic> check(ConfigurationSchema schema, Value.MapValue configuration) {
    Findings findings = new Findings("the configuration");
    new ValueCheck(Definitions.NONE, Rigour.DECLARED, findings, Set.of())
        .object(
            schema.attributes(),
            configuration,
            ValuePath.ROOT,
            "the provider's configuration",
            false);
    return findings.all();
  }

  /**
   * Checks one value, such as that of a parameter. Null is a value here: it is refused where the
   * attribute is not nullable.
   */
  public static List<Diagnostic> check(Attribute attribute, Value value) {
    Findings findings = new Findings(attribute.name());
    new ValueCheck(Definitions.NONE, Rigour.DECLARED, findings, Set.of())
        .value(attribute, value, ValuePath.ROOT, false);
    return findings.all();
  }

  /**
   * Checks the outputs that a connector returned: nothing undeclared, every type right, nothing
   * that must be there missing, nothing unknown but a withheld secret.
   */
  public static List<Diagnostic> checkOutputs(ResourceSchema schema, Value.MapValue outputs) {
    Findings findings = new Findings(schema.type());
    new ValueCheck(Definitions.of(schema), Rigour.OUTPUTS, findings, Set.of())
        .object(schema.outputs(), outputs, ValuePath.ROOT, schema.type(), false);
    return findings.all();
  }

  /** Checks the properties that a connector read: nothing undeclared, every type right. */
  public static List<Diagnostic> checkObserved(ResourceSchema schema, Value.MapValue properties) {
    Findings findings = new Findings(schema.type());
    new ValueCheck(Definitions.of(schema), Rigour.OBSERVED, findings, Set.of())
        .object(schema.properties(), properties, ValuePath.ROOT, schema.type(), false);
    return findings.all();
  }
}
