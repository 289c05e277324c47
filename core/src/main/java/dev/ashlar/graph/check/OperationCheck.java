package dev.ashlar.graph.check;

import dev.ashlar.blueprint.Lifecycle.Ownership;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.graph.problem.GraphProblems;
import dev.ashlar.graph.problem.Report;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;

/** What is declared can be made, or at least looked at. */
public final class OperationCheck {
  private OperationCheck() {}

  /** Checks that the type has the operation without which there is no such resource. */
  public static void check(ResourceDeclaration declaration, ResourceSchema schema, Report report) {
    boolean observed = declaration.lifecycle().ownership() == Ownership.OBSERVE;
    Operation needed = observed ? Operation.READ : Operation.CREATE;
    if (schema.operations().contains(needed)) {
      return;
    }
    StringBuilder detail = new StringBuilder(schema.type());
    detail.append(observed ? " cannot be looked at." : " cannot be made.");
    schema.assumptions().forEach(assumption -> detail.append(' ').append(assumption));
    report.add(GraphProblems.NOT_PROVISIONABLE, detail.toString(), declaration.place());
  }
}
