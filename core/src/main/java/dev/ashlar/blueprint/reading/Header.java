package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Quote;
import dev.ashlar.diagnostic.Suggestion;
import java.util.List;
import java.util.Optional;

/** What every document begins with: the version of the language, and the kind of document. */
public final class Header {
  static final String API_VERSION = "ashlar.dev/v1";
  private static final List<String> KINDS =
      List.of("Blueprint", "Environment", "Template", "PolicyPack", "PolicyTest", "Roles");

  private Header() {}

  /** The kind, if it is one and the version is supported; else what is wrong is told. */
  public static Optional<String> kind(Node root, Problems problems) {
    if (!(root instanceof Node.Mapping mapping)) {
      Literals.wrongType(root, "a document", "a map with apiVersion and kind", problems);
      return Optional.empty();
    }
    boolean supported = isSupported(mapping, problems);
    Optional<Node.Entry> entry = entry(mapping, "kind");
    if (entry.isEmpty()) {
      missing(mapping.place(), "kind", String.join(", ", KINDS), problems);
      return Optional.empty();
    }
    Optional<String> kind = Literals.text(entry.get().value(), "\"kind\"", problems);
    if (kind.isPresent() && !KINDS.contains(kind.get())) {
      problems.add(
          BlueprintProblems.WRONG_KIND,
          entry.get().value().place(),
          "There is no kind %s; there are %s.%s"
              .formatted(
                  Quote.key(kind.get()),
                  String.join(", ", KINDS),
                  Suggestion.sentence(kind.get(), KINDS)));
      return Optional.empty();
    }
    return supported ? kind : Optional.empty();
  }

  /** Whether the document can be read as this kind; what is wrong is told. */
  public static boolean is(String wanted, Node root, Problems problems) {
    if (root instanceof Node.Mapping mapping && entry(mapping, "kind").isEmpty()) {
      missing(mapping.place(), "kind", wanted, problems);
      return isSupported(mapping, problems);
    }
    Optional<String> kind = kind(root, problems);
    if (kind.isEmpty() || kind.get().equals(wanted)) {
      return kind.isPresent();
    }
    Place place =
        entry((Node.Mapping) root, "kind").map(e -> e.value().place()).orElse(root.place());
    problems.add(
        BlueprintProblems.WRONG_KIND,
        place,
        "A document of kind %s is needed here, and this one is of kind %s."
            .formatted(wanted, kind.get()));
    return false;
  }

  private static boolean isSupported(Node.Mapping mapping, Problems problems) {
    Optional<Node.Entry> entry = entry(mapping, "apiVersion");
    if (entry.isEmpty()) {
      missing(mapping.place(), "apiVersion", API_VERSION, problems);
      return true;
    }
    Optional<String> version = Literals.text(entry.get().value(), "\"apiVersion\"", problems);
    if (version.isPresent() && !version.get().equals(API_VERSION)) {
      problems.add(
          BlueprintProblems.WRONG_API_VERSION,
          entry.get().value().place(),
          "This engine reads \"%s\", and the document is written for %s."
              .formatted(API_VERSION, Quote.key(version.get())));
    }
    return version.isPresent() && version.get().equals(API_VERSION);
  }

  private static void missing(Place place, String key, String values, Problems problems) {
    problems.add(
        BlueprintProblems.MISSING_KEY,
        place,
        "A document needs \"%s\": %s.".formatted(key, values));
  }

  private static Optional<Node.Entry> entry(Node.Mapping mapping, String key) {
    return Optional.ofNullable(mapping.entry(key)).filter(entry -> !Node.isNull(entry.value()));
  }
}
