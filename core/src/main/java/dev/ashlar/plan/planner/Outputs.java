package dev.ashlar.plan.planner;

import dev.ashlar.blueprint.OutputDeclaration;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.Node;
import dev.ashlar.plan.OutputChange;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What becomes of the blueprint's outputs.
 *
 * @param changes by name
 * @param diagnostics secrets that would show
 */
record Outputs(Map<String, OutputChange> changes, List<Diagnostic> diagnostics) {

  static Outputs of(Groundwork ground, Results results) {
    PlanRequest request = ground.request();
    Map<String, OutputChange> changes = new TreeMap<>();
    List<Diagnostic> diagnostics = new ArrayList<>();
    Value.MapValue former = request.state().outputs();
    for (Node node : ground.unusual()) {
      if (!(node instanceof Node.OutputNode output)) {
        continue;
      }
      NodeResult result = results.get(node.id());
      if (result != null) {
        OutputDeclaration declaration = output.declaration();
        Value before = former.get(declaration.name());
        Value after = result.standing() == Standing.OUTSIDE ? before : result.root();
        if (after.hasSecret() && !declaration.sensitive()) {
          diagnostics.add(secret(declaration));
          after = Value.secret(after);
        }
        Value shown =
            declaration.sensitive() && !(after instanceof Value.NullValue)
                ? Value.secret(after)
                : after;
        changes.put(declaration.name(), new OutputChange(before, shown, declaration.sensitive()));
      }
    }
    gone(former, changes);
    return new Outputs(changes, diagnostics);
  }

  /** Of an environment that is destroyed. */
  static Outputs none(PlanRequest request) {
    Map<String, OutputChange> changes = new TreeMap<>();
    gone(request.state().outputs(), changes);
    return new Outputs(changes, List.of());
  }

  /** Outputs are as they were in a former state. */
  static Outputs restored(PlanRequest request, Value.MapValue values) {
    Map<String, OutputChange> changes = new TreeMap<>();
    Value.MapValue now = request.state().outputs();
    values
        .entries()
        .forEach(
            (name, value) ->
                changes.put(name, new OutputChange(now.get(name), value, value.hasSecret())));
    gone(now, changes);
    return new Outputs(changes, List.of());
  }

  /** Outputs stay as they are. */
  static Outputs kept(PlanRequest request) {
    Map<String, OutputChange> changes = new TreeMap<>();
    request
        .state()
        .outputs()
        .entries()
        .forEach(
            (name, value) -> changes.put(name, new OutputChange(value, value, value.hasSecret())));
    return new Outputs(changes, List.of());
  }

  private static void gone(Value.MapValue former, Map<String, OutputChange> changes) {
    former
        .entries()
        .forEach(
            (name, value) ->
                changes.putIfAbsent(name, new OutputChange(value, Value.NULL, value.hasSecret())));
  }

  private static Diagnostic secret(OutputDeclaration declaration) {
    return Diagnostic.of(
            PlanProblems.SECRET_OUTPUT,
            "The output \""
                + declaration.name()
                + "\" holds a secret. Say sensitive: true, or leave the secret out.")
        .at(declaration.place().start());
  }
}
