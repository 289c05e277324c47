package dev.ashlar.graph.check;

import dev.ashlar.blueprint.Lifecycle;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.graph.CompiledTerm;
import dev.ashlar.graph.problem.DidYouMean;
import dev.ashlar.graph.problem.GraphProblems;
import dev.ashlar.graph.problem.Report;
import dev.ashlar.graph.term.TermTypes;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is said of a resource's life can be kept to. */
public final class LifecycleCheck {
  private final ResourceDeclaration declaration;
  private final ResourceSchema schema;
  private final Report report;

  private LifecycleCheck(ResourceDeclaration declaration, ResourceSchema schema, Report report) {
    this.declaration = declaration;
    this.schema = schema;
    this.report = report;
  }

  /** Checks {@code ignoreChanges} and {@code createBeforeDestroy}. */
  public static void check(
      ResourceDeclaration declaration,
      ResourceSchema schema,
      CompiledTerm properties,
      Report report) {
    if (declaration.lifecycle().equals(Lifecycle.DEFAULT)) {
      return;
    }
    LifecycleCheck check = new LifecycleCheck(declaration, schema, report);
    declaration.lifecycle().ignoreChanges().forEach(check::exists);
    if (declaration.lifecycle().createBeforeDestroy().orElse(false)) {
      check.identityIsFree(TermTypes.sketch(properties));
    }
  }

  private void exists(ValuePath path) {
    Shape at = new Shape.ObjectShape(schema.properties());
    for (int i = 0; i < path.steps().size(); i++) {
      String name = name(path.steps().get(i));
      Shape shape = schema.resolve(at);
      if (shape instanceof Shape.ObjectShape object) {
        if (!object.attributes().containsKey(name)) {
          unknown(path, i, name, object.attributes().keySet());
          return;
        }
        at = object.attributes().get(name).shape();
      } else if (shape instanceof Shape.MapShape map) {
        at = map.values().shape();
      } else if (shape instanceof Shape.ListShape list) {
        at = list.items().shape();
      } else {
        if (shape != Shape.Primitive.ANY) {
          unknown(path, i, name, Set.of());
        }
        return;
      }
    }
  }

  private static String name(ValuePath.Step step) {
    return step instanceof ValuePath.Key key
        ? key.name()
        : Integer.toString(((ValuePath.Index) step).index());
  }

  private void unknown(ValuePath path, int depth, String name, Collection<String> known) {
    boolean output = depth == 0 && schema.outputs().containsKey(name);
    ValuePath owner = new ValuePath(path.steps().subList(0, depth));
    report.add(
        GraphProblems.UNKNOWN_PROPERTY,
        "\"ignoreChanges\" names "
            + path
            + ", and "
            + (depth == 0 ? schema.type() : owner.toString())
            + " has no property \""
            + name
            + "\""
            + (output
                ? "; it is an output, whose changes need not be ignored."
                : DidYouMean.ending(name, known)),
        declaration.place(),
        path);
  }

  /** A name that the engine makes is another one for each object. */
  private void identityIsFree(Value properties) {
    List<ValuePath> identity = schema.identity();
    boolean fixed =
        !identity.isEmpty()
            && identity.stream()
                .map(path -> path.in(properties))
                .allMatch(value -> value.isKnown() && !(value instanceof Value.NullValue));
    if (fixed) {
      report.add(
          GraphProblems.FIXED_IDENTITY,
          "With \"createBeforeDestroy\" the old and the new object exist side by side, and both"
              + " would be identified by "
              + identity.stream().map(ValuePath::toString).collect(Collectors.joining(", "))
              + ", which "
              + (identity.size() == 1 ? "is" : "are")
              + " fixed. Leave "
              + schema
                  .naming()
                  .map(rule -> rule.property() + " out, so that the engine makes a name for each,")
                  .orElse("it open, for example made of a parameter,")
              + " or leave \"createBeforeDestroy\" out.",
          declaration.place());
    }
  }
}
