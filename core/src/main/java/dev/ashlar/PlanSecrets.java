package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.blueprint.ParameterDeclaration;
import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.graph.scope.ScopeRecord;
import dev.ashlar.graph.scope.ScopeValue;
import dev.ashlar.plan.Plan;
import dev.ashlar.state.secret.Fingerprints;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import dev.ashlar.value.json.ValueJson;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts secrets into the inputs of a plan, and checks that they are those it was made with. */
record PlanSecrets(Plan plan, Environment environment, Fingerprints fingerprints) {

  Checked<Inputs> fill(Secrets.Fetched fetched) {
    Inputs inputs = plan.context().inputs();
    List<Diagnostic> problems = new ArrayList<>(fetched.problems());
    TreeMap<String, Value> parameters = new TreeMap<>();
    for (Map.Entry<String, Value> entry : inputs.parameters().entries().entrySet()) {
      String name = entry.getKey();
      Value planned = entry.getValue();
      parameters.put(
          name, planned.hasSecret() ? secret(name, planned, fetched, problems) : planned);
    }
    return problems.stream().anyMatch(Diagnostic::isError)
        ? Checked.refused(problems)
        : Checked.of(
            new Inputs(
                Value.map(parameters), inputs.secretReferences(), inputs.flags(), inputs.env()),
            problems);
  }

  private Value secret(
      String name, Value planned, Secrets.Fetched fetched, List<Diagnostic> problems) {
    Optional<Value> found =
        Optional.ofNullable(fetched.contents().get(name))
            .map(text -> typed(name, text))
            .or(() -> given(name))
            .or(() -> planned.isKnown() ? Optional.of(planned) : Optional.empty());
    Value mark = plan.origin().parameters().get(name);
    if (found.isEmpty()) {
      if (fetched.problems().isEmpty()) {
        problems.add(
            Diagnostic.of(
                FacadeProblems.SECRET_CHANGED,
                "The secret parameter \""
                    + name
                    + "\" is not in the plan. Supply it again, with --param or with the"
                    + " environment."));
      }
      return planned;
    }
    if (mark instanceof Value.TextValue text
        && Fingerprints.isOne(text.text())
        && !fingerprints.of(found.get()).equals(text.text())) {
      problems.add(
          Diagnostic.of(
              FacadeProblems.SECRET_CHANGED,
              "The parameter \"" + name + "\" has another value than when the plan was made."));
    }
    return Value.secret(found.get());
  }

  private Optional<Value> given(String name) {
    String text = environment.parameterTexts().get(name);
    if (text != null) {
      return Optional.of(typed(name, text));
    }
    if (environment.parameters().get(name) instanceof Environment.Given given) {
      return Optional.of(given.value());
    }
    ParameterDeclaration declared = environment.blueprint().parameters().get(name);
    return declared != null && declared.defaultValue().orElse(null) instanceof Term.Literal literal
        ? Optional.of(literal.value())
        : Optional.empty();
  }

  /** A text by the type that the plan's scope records for the parameter. */
  private Value typed(String name, String text) {
    ValueType type =
        ScopeValue.read(plan.context().scope())
            .flatMap(scope -> parameter(scope, name))
            .orElse(ValueType.STRING);
    if (type == ValueType.STRING) {
      return Value.of(text);
    }
    try {
      return ValueJson.parse(text);
    } catch (UncheckedIOException notJson) {
      return Value.of(text);
    }
  }

  private static Optional<ValueType> parameter(ScopeRecord scope, String name) {
    return scope.roots().get("params") instanceof ScopeRecord.Group params
            && params.members().get(name) instanceof ScopeRecord.Plain plain
        ? Optional.of(plain.type())
        : Optional.empty();
  }
}
