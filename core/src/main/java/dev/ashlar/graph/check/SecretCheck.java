package dev.ashlar.graph.check;

import dev.ashlar.blueprint.OutputDeclaration;
import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.expression.Scope;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.problem.GraphProblems;
import dev.ashlar.graph.problem.Report;
import dev.ashlar.graph.term.Places;
import dev.ashlar.graph.term.SecretParts;
import dev.ashlar.graph.term.TermTypes;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;

/** What is secret whatever the values are does not get where everybody sees it. */
public final class SecretCheck {
  private SecretCheck() {}

  /** A plain output shows no secret. */
  public static void output(
      OutputDeclaration output, CompiledTerm value, Scope scope, Report report) {
    if (!output.sensitive()) {
      SecretParts.first(value, scope)
          .ifPresent(
              term ->
                  exposed(
                      "The output \""
                          + output.name()
                          + "\" would show a secret. Say \"sensitive: true\", or leave the secret"
                          + " part out.",
                      term,
                      report));
    }
  }

  /** No name that identifies an object is made of a secret. */
  public static void identity(
      ResourceSchema schema, CompiledTerm properties, Value sketch, Report report) {
    for (ValuePath path : schema.identity()) {
      if (path.in(sketch).hasSecret()) {
        report.add(
            Diagnostic.of(
                    GraphProblems.SECRET_EXPOSED,
                    path
                        + " is part of what identifies the object, so it appears in plans, states"
                        + " and logs, and a secret would be part of it. Make it of something"
                        + " else.")
                .at(Places.of(properties.term(), path))
                .in(path));
      }
    }
  }

  /** The place where objects live is stored with each of them. */
  public static void providerScope(
      String name, ConfigurationSchema schema, CompiledTerm configuration, Report report) {
    Value sketch = TermTypes.sketch(configuration);
    for (String attribute : schema.scope().stream().sorted().toList()) {
      ValuePath path = ValuePath.of(attribute);
      if (path.in(sketch).hasSecret()) {
        report.add(
            Diagnostic.of(
                    GraphProblems.SECRET_EXPOSED,
                    "Provider \""
                        + name
                        + "\": "
                        + path
                        + " says where objects live and is stored with each of them, so it cannot"
                        + " be made of a secret.")
                .at(Places.of(configuration.term(), path))
                .in(path));
      }
    }
  }

  /** What decides something everybody sees is not secret. */
  static void decision(String what, CompiledTerm term, Scope scope, Report report) {
    SecretParts.first(term, scope)
        .ifPresent(
            part ->
                exposed(
                    "\""
                        + what
                        + "\" decides what everybody sees, so it cannot be made of a secret. Use a"
                        + " flag or a parameter that is not sensitive.",
                    part,
                    report));
  }

  private static void exposed(String detail, Term term, Report report) {
    report.add(
        Diagnostic.of(GraphProblems.SECRET_EXPOSED, detail).at(Places.of(term, ValuePath.ROOT)));
  }
}
