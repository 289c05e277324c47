package dev.ashlar.graph.check;

import dev.ashlar.blueprint.Place;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.problem.Report;
import dev.ashlar.graph.term.Places;
import dev.ashlar.graph.term.TermTypes;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.validation.SchemaProblems;
import dev.ashlar.schema.validation.Validator;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.List;

/**
 * What is declared fits its schema: the constants as they are, the expressions by their types. Each
 * problem gets the place of what it is about.
 */
public final class SchemaCheck {
  private SchemaCheck() {}

  /**
   * Checks the properties of a resource.
   *
   * @param sketch what is known of them
   */
  public static void properties(
      ResourceSchema schema,
      CompiledTerm properties,
      Value sketch,
      Place declaration,
      Report report) {
    if (sketch instanceof Value.MapValue map) {
      locate(Validator.check(schema, map), properties, declaration, report);
    }
  }

  /** Checks what objects are looked up by. */
  public static void where(
      ResourceSchema schema, CompiledTerm where, Place declaration, Report report) {
    properties(schema, where, TermTypes.sketch(where), declaration, report);
  }

  /** Checks a configuration of a provider. */
  public static void configuration(
      String name,
      ConfigurationSchema schema,
      CompiledTerm configuration,
      Place declaration,
      Report report) {
    if (TermTypes.sketch(configuration) instanceof Value.MapValue sketch) {
      for (Diagnostic problem : Validator.check(schema, sketch)) {
        ValuePath path = problem.path().orElse(ValuePath.ROOT);
        boolean missing = problem.kind().equals(SchemaProblems.MISSING_PROPERTY);
        String detail = "Provider \"" + name + "\": " + problem.detail();
        Diagnostic named =
            Diagnostic.of(
                    problem.kind(), missing ? detail + "; set " + written(name, path) : detail)
                .in(path);
        locate(List.of(named), configuration, declaration, report);
      }
    }
  }

  /** Where an attribute of a configuration is written; more documents than one may configure. */
  private static String written(String name, ValuePath path) {
    String within = "…";
    for (int i = path.steps().size() - 1; i >= 0; i--) {
      within =
          path.steps().get(i) instanceof ValuePath.Key key
              ? "{ " + key.name() + ": " + within + " }"
              : "[ " + within + " ]";
    }
    return "providers: { " + name + ": " + within + " }";
  }

  private static void locate(
      List<Diagnostic> problems, CompiledTerm term, Place declaration, Report report) {
    for (Diagnostic problem : problems) {
      ValuePath path = problem.path().orElse(ValuePath.ROOT);
      report.add(problem.at(location(problem, path, term, declaration)));
    }
  }

  private static Location location(
      Diagnostic problem, ValuePath path, CompiledTerm term, Place declaration) {
    boolean missing = problem.kind().equals(SchemaProblems.MISSING_PROPERTY);
    if (path.steps().isEmpty() || missing && path.steps().size() == 1) {
      return declaration.start();
    }
    boolean byName =
        problem.kind().equals(SchemaProblems.UNKNOWN_PROPERTY)
            || problem.kind().equals(SchemaProblems.COMPUTED_PROPERTY)
            || problem.kind().equals(SchemaProblems.DEPRECATED_PROPERTY);
    return byName ? Places.ofKey(term.term(), path) : Places.of(term.term(), path);
  }
}
