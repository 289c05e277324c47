package dev.ashlar.plan.planner;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.ParameterDeclaration;
import dev.ashlar.blueprint.ParameterDeclaration.ChangeRule;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.problem.PlanProblems;
import dev.ashlar.state.State;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Parameters as they are recorded, and those that may not change. */
final class Parameters {
  private Parameters() {}

  /** What will be recorded as applied; of secret parameters the fingerprints. */
  static State.Origin origin(PlanRequest request, String digest) {
    Blueprint blueprint = request.graph().environment().blueprint();
    TreeMap<String, Value> recorded = new TreeMap<>();
    request
        .graph()
        .inputs()
        .parameters()
        .entries()
        .forEach((name, value) -> recorded.put(name, recorded(request, value)));
    return new State.Origin(
        blueprint.name(),
        blueprint.version(),
        digest,
        new Value.MapValue(recorded),
        request.graph().inputs().flags());
  }

  private static Value recorded(PlanRequest request, Value value) {
    if (!value.hasSecret()) {
      return value;
    }
    return value.isKnown() ? Value.of(request.facts().fingerprint().apply(value)) : Value.of("");
  }

  /** The changes that the blueprint does not allow. */
  static List<Diagnostic> refusals(PlanRequest request) {
    State.Origin origin = request.state().origin();
    Blueprint blueprint = request.graph().environment().blueprint();
    List<Diagnostic> refusals = new ArrayList<>();
    if (origin.equals(State.Origin.NONE)) {
      return refusals;
    }
    boolean sameRelease =
        origin.blueprint().equals(blueprint.name()) && origin.version().equals(blueprint.version());
    for (ParameterDeclaration parameter : blueprint.parameters().values()) {
      String name = parameter.attribute().name();
      boolean fixed =
          parameter.immutability() == ChangeRule.ALWAYS
              || parameter.immutability() == ChangeRule.RELEASE && sameRelease;
      Value before = origin.parameters().get(name);
      Value now = recorded(request, request.graph().inputs().parameters().get(name));
      boolean comparable = !now.equals(Value.of("")) || !before.hasSecret();
      if (fixed
          && comparable
          && origin.parameters().entries().containsKey(name)
          && !before.equals(now)) {
        refusals.add(refusal(parameter, blueprint));
      }
    }
    return refusals;
  }

  private static Diagnostic refusal(ParameterDeclaration parameter, Blueprint blueprint) {
    String within =
        parameter.immutability() == ChangeRule.ALWAYS
            ? "as long as the environment exists"
            : "within version " + blueprint.version() + " of the blueprint";
    return Diagnostic.of(
            PlanProblems.PARAMETER_CHANGED,
            "The parameter \""
                + parameter.attribute().name()
                + "\" was set to another value before and may not change "
                + within
                + ". Set it back"
                + (parameter.immutability() == ChangeRule.ALWAYS
                    ? "."
                    : ", or raise the blueprint's version."))
        .at(parameter.place().start());
  }
}
