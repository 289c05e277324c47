package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.ProviderDeclaration;
import dev.ashlar.blueprint.Term;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Quote;
import dev.ashlar.value.Value;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads configurations of providers: {@code aws}, and {@code aws.replica} for a second one. */
final class ProviderReader {
  private static final Pattern NAME =
      Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)(?:\\.([A-Za-z_][A-Za-z0-9_]*))?");

  private ProviderReader() {}

  static Optional<ProviderDeclaration> read(Node.Entry entry, Problems problems) {
    Matcher name = NAME.matcher(entry.key());
    Term.Fields configuration = configuration(entry, problems);
    if (!isName(entry, problems) || !name.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ProviderDeclaration(
            name.group(1), Optional.ofNullable(name.group(2)), configuration, entry.place()));
  }

  /** Whether the key names a configuration; if not, that is told. */
  static boolean isName(Node.Entry entry, Problems problems) {
    if (NAME.matcher(entry.key()).matches()) {
      return true;
    }
    problems.add(
        BlueprintProblems.BAD_NAME,
        entry.place(),
        "%s names no configuration of a provider: write the provider's name, and for a second"
                .formatted(Quote.key(entry.key()))
            + " configuration a dot and a name of your own, such as aws.replica.");
    return false;
  }

  static Term.Fields configuration(Node.Entry entry, Problems problems) {
    return entry.value() instanceof Node.Scalar scalar && scalar.value().equals(Value.NULL)
        ? Term.Fields.empty(entry.place())
        : Terms.fields(entry.value(), "the configuration of a provider", problems);
  }
}
