package dev.ashlar.blueprint.editing;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.FlagDeclaration;
import dev.ashlar.blueprint.ParameterDeclaration;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.validation.Validator;
import dev.ashlar.value.Value;
import java.util.Optional;
import java.util.Set;

/** The edits of parameters and flags: of their values in an environment, or of their defaults. */
public final class SettingEdit {
  private SettingEdit() {}

  /** Sets a parameter of an environment. */
  public static Checked<Environment> parameter(Environment environment, String name, Value value) {
    return BlueprintEdit.checked(
        () -> {
          Attribute attribute = declared(environment.blueprint(), name, value).attribute();
          return environment.parameter(name, attribute.sensitive() ? Value.secret(value) : value);
        });
  }

  /** Sets the default of a parameter. */
  public static Checked<Blueprint> parameter(Blueprint blueprint, String name, Value value) {
    return BlueprintEdit.checked(
        () -> {
          ParameterDeclaration old = declared(blueprint, name, value);
          if (value.hasSecret()) {
            throw new Refused("A secret is no default: a document holds none in clear.");
          }
          Place place = old.defaultValue().map(Term::place).orElse(old.place());
          Attribute attribute =
              old.attribute().sensitive()
                  ? old.attribute()
                  : old.attribute().with(builder -> builder.defaultValue(value));
          return blueprint.toBuilder()
              .addParameter(
                  new ParameterDeclaration(
                      attribute,
                      Optional.of(Term.of(value, place)),
                      old.immutability(),
                      old.place()))
              .build();
        });
  }

  /** Sets a flag of an environment. */
  public static Checked<Environment> flag(Environment environment, String name, boolean on) {
    return BlueprintEdit.checked(
        () -> environment.flag(flag(environment.blueprint(), name).name(), on));
  }

  /** Sets the default of a flag. */
  public static Checked<Blueprint> flag(Blueprint blueprint, String name, boolean on) {
    return BlueprintEdit.checked(
        () -> {
          FlagDeclaration old = flag(blueprint, name);
          return blueprint.toBuilder()
              .addFlag(new FlagDeclaration(name, on, old.description(), old.place()))
              .build();
        });
  }

  private static ParameterDeclaration declared(Blueprint blueprint, String name, Value value) {
    ParameterDeclaration declaration = blueprint.parameters().get(name);
    if (declaration == null) {
      throw unknown("parameter", name, blueprint.parameters().keySet());
    }
    Validator.check(declaration.attribute(), value).stream()
        .findFirst()
        .ifPresent(
            problem -> {
              throw new Refused(problem.detail() + ".");
            });
    return declaration;
  }

  private static FlagDeclaration flag(Blueprint blueprint, String name) {
    FlagDeclaration flag = blueprint.flags().get(name);
    if (flag == null) {
      throw unknown("flag", name, blueprint.flags().keySet());
    }
    return flag;
  }

  private static Refused unknown(String kind, String name, Set<String> known) {
    return new Refused(
        "There is no %s \"%s\"%s"
            .formatted(
                kind,
                name,
                Suggestion.closest(name, known)
                    .map(near -> "; did you mean \"" + near + "\"?")
                    .orElse(".")));
  }
}
