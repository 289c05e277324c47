package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.blueprint.EnvironmentProblems;
import dev.ashlar.blueprint.ParameterDeclaration;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.Term;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Quote;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads what an environment sets of its blueprint: parameters, flags, provider configurations. */
final class SettingReader {
  private static final Pattern SECRET = Pattern.compile("[a-z][a-z0-9+.-]*:.+", Pattern.DOTALL);

  private final Blueprint blueprint;
  private final Problems problems;

  SettingReader(Blueprint blueprint, Problems problems) {
    this.blueprint = blueprint;
    this.problems = problems;
  }

  /** The environment with all that the layer sets. */
  Environment read(Layer layer, Environment start) {
    Environment environment = start;
    for (Node.Entry entry : layer.parameters.values()) {
      ParameterDeclaration declaration = blueprint.parameters().get(entry.key());
      Optional<Environment.Setting> setting =
          declaration == null ? unknownParameter(entry) : setting(declaration.attribute(), entry);
      if (setting.isPresent()) {
        environment = environment.parameter(entry.key(), setting.get());
      }
    }
    for (Node.Entry entry : layer.flags.values()) {
      Optional<Boolean> on =
          Literals.bool(entry.value(), "the flag " + Quote.key(entry.key()), problems);
      if (!blueprint.flags().containsKey(entry.key())) {
        unknown(EnvironmentProblems.UNKNOWN_FLAG, "flag", entry, blueprint.flags().keySet());
      } else if (on.isPresent()) {
        environment = environment.flag(entry.key(), on.get());
      }
    }
    for (Node.Entry entry : layer.providers.values()) {
      Term.Fields configuration = ProviderReader.configuration(entry, problems);
      if (ProviderReader.isName(entry, problems) && isDeclared(entry)) {
        environment = environment.provider(entry.key(), configuration);
      }
    }
    return environment;
  }

  private boolean isDeclared(Node.Entry entry) {
    boolean declared = !entry.key().contains(".") || blueprint.providers().containsKey(entry.key());
    if (!declared) {
      unknown(
          BlueprintProblems.UNKNOWN_PROVIDER,
          "provider configuration",
          entry,
          blueprint.providers().keySet());
    }
    return declared;
  }

  private Optional<Environment.Setting> unknownParameter(Node.Entry entry) {
    unknown(
        EnvironmentProblems.UNKNOWN_PARAMETER, "parameter", entry, blueprint.parameters().keySet());
    return Optional.empty();
  }

  private void unknown(Code code, String kind, Node.Entry entry, Set<String> known) {
    problems.add(
        code,
        entry.place(),
        "The blueprint %s declares no %s %s.%s"
            .formatted(
                blueprint.name(),
                kind,
                Quote.key(entry.key()),
                Suggestion.sentence(entry.key(), known)));
  }

  private Optional<Environment.Setting> setting(Attribute attribute, Node.Entry entry) {
    Optional<Node> secret = secret(attribute, entry.value());
    if (secret.isPresent()) {
      return reference(attribute, secret.get());
    }
    Term term = Terms.read(entry.value(), problems);
    List<Place> computed = new ArrayList<>();
    Expressions.find(term, computed);
    for (Place place : computed) {
      problems.add(
          BlueprintProblems.EXPRESSION_NOT_ALLOWED,
          place,
          "Parameters are known before anything is evaluated: write the value out.");
    }
    if (!computed.isEmpty() || isUnset(attribute, term)) {
      return Optional.empty();
    }
    Value value = Fit.value(attribute, term);
    Fit.check(attribute, term, value, "The value", problems);
    return Optional.of(
        new Environment.Given(
            attribute.sensitive() ? Value.secret(value) : value, entry.value().place()));
  }

  /** Null and absent both mean unset, unless null is a value of its own. */
  private static boolean isUnset(Attribute attribute, Term term) {
    return term instanceof Term.Literal literal
        && literal.value() instanceof Value.NullValue
        && !attribute.nullable();
  }

  /** What stands under {@code secret}, where that is not a property of the parameter itself. */
  private static Optional<Node> secret(Attribute attribute, Node node) {
    boolean own =
        attribute.shape() instanceof Shape.ObjectShape object
            && object.attributes().containsKey("secret");
    return !own
            && node instanceof Node.Mapping mapping
            && mapping.entries().size() == 1
            && mapping.entries().get(0).key().equals("secret")
        ? Optional.of(mapping.entries().get(0).value())
        : Optional.empty();
  }

  private Optional<Environment.Setting> reference(Attribute attribute, Node node) {
    Optional<String> text = Literals.text(node, "\"secret\"", problems);
    if (!attribute.sensitive()) {
      problems.add(
          EnvironmentProblems.SECRET_NOT_ALLOWED,
          node.place(),
          "The parameter \"%s\" is not sensitive: its value would be seen in plans and logs. Declare it with sensitive: true, or give the value itself."
              .formatted(attribute.name()));
      return Optional.empty();
    }
    if (text.isPresent() && !SECRET.matcher(text.get()).matches()) {
      problems.add(
          EnvironmentProblems.BAD_SECRET,
          node.place(),
          "A secret is named as SCHEME:NAME, such as \"env:ORDERS_TOKEN\" or \"file:token.txt\".");
      return Optional.empty();
    }
    return text.map(name -> new Environment.SecretReference(name, node.place()));
  }
}
