package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.Environment.Given;
import dev.ashlar.blueprint.Environment.SecretReference;
import dev.ashlar.blueprint.EnvironmentProblems;
import dev.ashlar.blueprint.Inputs;
import dev.ashlar.blueprint.ParameterDeclaration;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.ReadLimits;
import dev.ashlar.blueprint.Term;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Quote;
import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.schema.Attribute;
import dev.ashlar.value.Value;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Finds the value of every parameter of a blueprint in an environment. */
public final class InputReader {
  private final Problems problems = new Problems(ReadLimits.STANDARD.problems());
  private final Map<String, Value> values = new LinkedHashMap<>();
  private final Map<String, String> secrets = new LinkedHashMap<>();
  private final Blueprint blueprint;

  private InputReader(Blueprint blueprint) {
    this.blueprint = blueprint;
  }

  /** Everything that is set, by the environment or over it, or by default. */
  public static Checked<Inputs> read(
      Environment environment, Map<String, String> overrides, Inputs.Elsewhere elsewhere) {
    InputReader reader = new InputReader(environment.blueprint());
    Map<String, String> texts = new TreeMap<>(environment.parameterTexts());
    texts.putAll(overrides);
    reader.refuseUnknown(environment, texts.keySet());
    for (ParameterDeclaration declaration : environment.blueprint().parameters().values()) {
      String name = declaration.attribute().name();
      String override = texts.get(name);
      Environment.Setting setting = environment.parameters().get(name);
      if (override != null) {
        reader.override(declaration, override, elsewhere);
      } else if (setting instanceof SecretReference reference) {
        reader.reference(declaration, reference);
      } else if (setting instanceof Given given) {
        reader.given(declaration, given);
      } else {
        reader.unset(declaration);
      }
    }
    Inputs inputs =
        new Inputs(Value.map(reader.values), reader.secrets, flags(environment), env(environment));
    return Checked.of(inputs, reader.problems.sorted());
  }

  /** Nothing is known of the parameters but their types. */
  public static Inputs assumed(Environment environment) {
    Map<String, Value> values = new LinkedHashMap<>();
    environment
        .blueprint()
        .parameters()
        .forEach(
            (name, declaration) -> {
              Attribute attribute = declaration.attribute();
              Value unknown = Value.unknown(attribute.type());
              values.put(name, attribute.sensitive() ? Value.secret(unknown) : unknown);
            });
    return new Inputs(Value.map(values), Map.of(), flags(environment), env(environment));
  }

  /** The same inputs with the values of secrets that were fetched. */
  public static Checked<Inputs> reveal(
      Blueprint blueprint, Inputs inputs, Map<String, String> contents) {
    InputReader reader = new InputReader(blueprint);
    reader.values.putAll(inputs.parameters().entries());
    reader.secrets.putAll(inputs.secretReferences());
    contents.forEach(
        (name, content) -> {
          ParameterDeclaration declaration = blueprint.parameters().get(name);
          if (declaration != null && reader.secrets.remove(name) != null) {
            reader.text(declaration, content);
          }
        });
    Inputs revealed =
        new Inputs(Value.map(reader.values), reader.secrets, inputs.flags(), inputs.env());
    return Checked.of(revealed, reader.problems.sorted());
  }

  private static Map<String, Boolean> flags(Environment environment) {
    TreeMap<String, Boolean> flags = new TreeMap<>();
    environment
        .blueprint()
        .flags()
        .forEach(
            (name, flag) ->
                flags.put(name, environment.flags().getOrDefault(name, flag.defaultValue())));
    return flags;
  }

  private static Value.MapValue env(Environment environment) {
    return Value.map(
        Map.of(
            "name", Value.of(environment.id().name()),
            "tenant", Value.of(environment.id().tenant()),
            "stage", Value.of(environment.stage()),
            "target", environment.target().<Value>map(Value::of).orElse(Value.NULL)));
  }

  private void refuseUnknown(Environment environment, Set<String> overrides) {
    for (String name : overrides) {
      if (!blueprint.parameters().containsKey(name)) {
        unknownParameter(name, Optional.empty());
      }
    }
    environment
        .parameters()
        .forEach(
            (name, setting) -> {
              if (!blueprint.parameters().containsKey(name)) {
                unknownParameter(name, Optional.of(place(setting)));
              }
            });
    for (String name : environment.flags().keySet()) {
      if (!blueprint.flags().containsKey(name)) {
        problems.add(
            Diagnostic.of(
                EnvironmentProblems.UNKNOWN_FLAG,
                unknown("flag", name, blueprint.flags().keySet())));
      }
    }
  }

  private void unknownParameter(String name, Optional<Place> place) {
    Diagnostic problem =
        Diagnostic.of(
            EnvironmentProblems.UNKNOWN_PARAMETER,
            unknown("parameter", name, blueprint.parameters().keySet()));
    problems.add(place.isPresent() ? problem.at(place.get().start()) : problem);
  }

  private String unknown(String kind, String name, Set<String> known) {
    return "The blueprint %s declares no %s %s.%s"
        .formatted(blueprint.name(), kind, Quote.key(name), Suggestion.sentence(name, known));
  }

  private static Place place(Environment.Setting setting) {
    return setting instanceof Given given ? given.place() : ((SecretReference) setting).place();
  }

  private void override(ParameterDeclaration declaration, String text, Inputs.Elsewhere elsewhere) {
    Attribute attribute = declaration.attribute();
    if (!text.startsWith("@env:") && !text.startsWith("@file:")) {
      text(declaration, text);
    } else if (attribute.sensitive()) {
      String name = text.substring(1);
      reference(
          declaration, new SecretReference(name, Place.inCode("--param " + attribute.name())));
    } else {
      Optional<String> found = elsewhere.read(text.substring(1));
      if (found.isPresent()) {
        text(declaration, found.get());
      } else {
        problem(
            attribute,
            "%s cannot be read for the parameter %s."
                .formatted(Quote.key(text), Quote.key(attribute.name())));
      }
    }
  }

  private void text(ParameterDeclaration declaration, String text) {
    Attribute attribute = declaration.attribute();
    Optional<Value> value = ParameterText.read(attribute, text);
    if (value.isEmpty()) {
      problem(
          attribute,
          "The parameter %s is %s, and the text given for it cannot be read as that."
              .formatted(Quote.key(attribute.name()), ParameterText.expected(attribute)));
      return;
    }
    checked(attribute, value.get(), Optional.empty());
  }

  private void given(ParameterDeclaration declaration, Given given) {
    Attribute attribute = declaration.attribute();
    if (given.value() instanceof Value.NullValue && !attribute.nullable()) {
      unset(declaration);
      return;
    }
    if (given.value().hasSecret() && !attribute.sensitive()) {
      problems.add(
          EnvironmentProblems.SECRET_NOT_ALLOWED,
          given.place(),
          "The parameter %s is not sensitive, and its value is a secret: declare it with sensitive: true."
              .formatted(Quote.key(attribute.name())));
      return;
    }
    checked(attribute, given.value(), Optional.of(given.place()));
  }

  private void checked(Attribute attribute, Value value, Optional<Place> place) {
    Value content = value instanceof Value.SecretValue secret ? secret.content() : value;
    Value whole = Fit.complete(attribute, content);
    Term at =
        new Term.Literal(
            whole, Optional.empty(), place.orElse(Place.inCode("--param " + attribute.name())));
    Fit.check(attribute, at, whole, "The value", problems);
    values.put(attribute.name(), attribute.sensitive() ? Value.secret(whole) : whole);
  }

  private void reference(ParameterDeclaration declaration, SecretReference reference) {
    Attribute attribute = declaration.attribute();
    if (!attribute.sensitive()) {
      problems.add(
          EnvironmentProblems.SECRET_NOT_ALLOWED,
          reference.place(),
          "The parameter %s is not sensitive: declare it with sensitive: true, or give the value itself."
              .formatted(Quote.key(attribute.name())));
      return;
    }
    values.put(attribute.name(), Value.secret(Value.unknown(attribute.type())));
    secrets.put(attribute.name(), reference.reference());
  }

  private void unset(ParameterDeclaration declaration) {
    Attribute attribute = declaration.attribute();
    Optional<Value> standard = declaration.defaultValue().map(term -> Fit.value(attribute, term));
    if (standard.isPresent()) {
      values.put(
          attribute.name(), attribute.sensitive() ? Value.secret(standard.get()) : standard.get());
    } else if (attribute.nullable()) {
      values.put(attribute.name(), Value.NULL);
    } else {
      problems.add(
          EnvironmentProblems.MISSING_PARAMETER,
          declaration.place(),
          "The parameter %s has no value: set it in the environment, or with --param %s=VALUE.%s"
              .formatted(
                  Quote.key(attribute.name()),
                  attribute.name(),
                  attribute.sensitive()
                      ? " A secret is best named: { secret: \"env:NAME\" }, or --param %s=@env:NAME."
                          .formatted(attribute.name())
                      : ""));
    }
  }

  private void problem(Attribute attribute, String detail) {
    problems.add(
        EnvironmentProblems.BAD_VALUE, Place.inCode("--param " + attribute.name()), detail);
  }
}
