package dev.ashlar.governance.policy.judging;

import dev.ashlar.blueprint.Environment.PolicyUse;
import dev.ashlar.blueprint.ParameterDeclaration;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.governance.PolicyPack;
import dev.ashlar.governance.policy.PolicyProblems;
import dev.ashlar.schema.validation.Validator;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the parameters of a pack are where it is used. */
public final class PackParameters {
  private PackParameters() {}

  /** Every parameter, defaults included; empty where one is wrong, which is told. */
  public static Optional<Value.MapValue> of(
      PolicyPack pack, PolicyUse use, List<Diagnostic> problems) {
    List<Diagnostic> found = new ArrayList<>();
    Map<String, Value> values = new TreeMap<>();
    for (String name : use.parameters().entries().keySet()) {
      if (!pack.parameters().containsKey(name)) {
        found.add(
            problem(
                use,
                "The pack \""
                    + pack.name()
                    + "\" has no parameter \""
                    + name
                    + "\"."
                    + Suggestion.sentence(name, pack.parameters().keySet())));
      }
    }
    for (Map.Entry<String, ParameterDeclaration> declared : pack.parameters().entrySet()) {
      String name = declared.getKey();
      Value set = use.parameters().get(name);
      Value value =
          set instanceof Value.NullValue
              ? declared.getValue().attribute().defaultValue().orElse(Value.NULL)
              : set;
      for (Diagnostic each : Validator.check(declared.getValue().attribute(), value)) {
        found.add(
            problem(
                use,
                "The parameter \"" + name + "\" of \"" + pack.name() + "\": " + each.detail()));
      }
      values.put(name, value);
    }
    problems.addAll(found);
    return found.isEmpty() ? Optional.of(Value.map(values)) : Optional.empty();
  }

  private static Diagnostic problem(PolicyUse use, String detail) {
    return Diagnostic.of(PolicyProblems.BAD_PARAMETER, detail).at(use.location().orElse(null));
  }
}
