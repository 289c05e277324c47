package dev.ashlar.graph.check;

import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.blueprint.ResourceDeclaration.NameReference;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.Node;
import dev.ashlar.graph.NodeId;
import dev.ashlar.graph.link.Links;
import dev.ashlar.graph.link.Targets;
import dev.ashlar.graph.link.Use;
import dev.ashlar.graph.problem.DidYouMean;
import dev.ashlar.graph.problem.GraphProblems;
import dev.ashlar.graph.problem.Report;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.ValuePath;
import java.util.Optional;
import java.util.function.Function;

/** What is referred to can be read, and what is depended on exists. */
public final class ReferenceCheck {
  private final Targets targets;
  private final Function<String, Optional<ResourceSchema>> schemas;

  /**
   * A check.
   *
   * @param targets what names stand for
   * @param schemas schemas by type
   */
  public ReferenceCheck(Targets targets, Function<String, Optional<ResourceSchema>> schemas) {
    this.targets = targets;
    this.schemas = schemas;
  }

  /** Refuses to read a property that the cloud never gives back. */
  public void check(Node node, Report report) {
    Links.terms(node, term -> Use.of(term).forEach(use -> check(use, report)));
  }

  private void check(Use use, Report report) {
    Optional<NodeId> target = targets.root(use.reference().root());
    if (target.isEmpty()) {
      return;
    }
    String attribute = attribute(target.get(), use.reference().path());
    boolean writeOnly =
        targets
            .type(target.get())
            .flatMap(schemas)
            .flatMap(schema -> schema.attribute(attribute))
            .filter(Attribute::writeOnly)
            .isPresent();
    if (writeOnly) {
      report.add(
          Diagnostic.of(
                  GraphProblems.WRITE_ONLY,
                  "\""
                      + targets.text(use.reference())
                      + "\" can be set and never be read back. Refer to where its value comes from"
                      + " instead.")
              .at(use.location())
              .in(use.path()));
    }
  }

  /** The attribute that is read: the first step, or with instances the second. */
  private String attribute(NodeId target, ValuePath path) {
    int at = targets.isKeyed(target) ? 1 : 0;
    return path.steps().size() > at && path.steps().get(at) instanceof ValuePath.Key key
        ? key.name()
        : "";
  }

  /** Checks the names under {@code dependsOn}. */
  public void dependsOn(ResourceDeclaration declaration, Report report) {
    for (NameReference name : declaration.dependsOn()) {
      boolean known =
          targets.root(name.name()).filter(id -> id.kind() != NodeId.Kind.IMPORT).isPresent()
              || targets.isComponent(name.name());
      if (!known) {
        report.add(
            GraphProblems.UNKNOWN_DEPENDENCY,
            "\"dependsOn\" names \""
                + name.name()
                + "\", and there is no such resource, component or lookup"
                + DidYouMean.ending(name.name(), targets.dependable()),
            name.place());
      }
    }
  }
}
