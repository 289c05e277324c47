package dev.ashlar;

import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.DocumentProblems;
import dev.ashlar.blueprint.EnvironmentProblems;
import dev.ashlar.connector.problem.ConnectorProblems;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.execution.ExecutionProblems;
import dev.ashlar.expression.ExpressionProblems;
import dev.ashlar.governance.access.AccessProblems;
import dev.ashlar.governance.approval.ApprovalProblems;
import dev.ashlar.governance.audit.AuditProblems;
import dev.ashlar.governance.policy.PolicyProblems;
import dev.ashlar.graph.problem.GraphProblems;
import dev.ashlar.observation.ObservationProblems;
import dev.ashlar.plan.format.FormatProblems;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.schema.validation.SchemaProblems;
import dev.ashlar.state.StateProblems;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Every kind of problem that any floor reports. */
final class Explanations {
  private Explanations() {}

  static List<Code> all() {
    return Stream.of(
            DocumentProblems.all(),
            BlueprintProblems.all(),
            EnvironmentProblems.all(),
            ExpressionProblems.all(),
            SchemaProblems.ALL,
            ConnectorProblems.all(),
            StateProblems.all(),
            GraphProblems.ALL,
            PlanProblems.all(),
            FormatProblems.all(),
            ObservationProblems.all(),
            ExecutionProblems.all(),
            PolicyProblems.all(),
            ApprovalProblems.all(),
            AuditProblems.all(),
            AccessProblems.all(),
            FacadeProblems.all())
        .flatMap(List::stream)
        .distinct()
        .sorted(Comparator.comparing(Code::id))
        .toList();
  }
}
