package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Quote;
import dev.ashlar.diagnostic.Suggestion;
import dev.ashlar.value.Value;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A map of which the keys are known: refuses others, and finds what is asked for by key. */
public final class Section {
  private final String what;
  private final Place place;
  private final boolean isMap;
  private final Problems problems;
  private final List<Node.Entry> entries;

  /**
   * Reads a map.
   *
   * @param what it is, with its article: {@code a resource}
   * @param known the keys that it may have
   */
  public Section(Node node, String what, Problems problems, String... known) {
    this.what = what;
    this.place = node.place();
    this.problems = problems;
    this.isMap = node instanceof Node.Mapping;
    if (node instanceof Node.Mapping mapping) {
      this.entries = mapping.entries();
      for (Node.Entry entry : entries) {
        if (!isOneOf(known, entry.key())) {
          refuse(entry, Arrays.asList(known));
        }
      }
    } else {
      this.entries = List.of();
      Literals.wrongType(node, what, "a map with " + list(Arrays.asList(known)), problems);
    }
  }

  private static boolean isOneOf(String[] known, String key) {
    for (String each : known) {
      if (each.equals(key)) {
        return true;
      }
    }
    return false;
  }

  private void refuse(Node.Entry entry, List<String> known) {
    problems.add(
        BlueprintProblems.UNKNOWN_KEY,
        entry.place(),
        () -> {
          String near = Suggestion.sentence(entry.key(), known);
          return "%s is no key of %s.%s"
              .formatted(
                  Quote.key(entry.key()),
                  what,
                  near.isEmpty() ? " It takes " + list(known) + "." : near);
        });
  }

  private static String list(List<String> keys) {
    return keys.isEmpty() ? "no keys" : String.join(", ", keys);
  }

  public Place place() {
    return place;
  }

  public Problems problems() {
    return problems;
  }

  /** Whether it is a map at all; if not, that has been told. */
  boolean isMap() {
    return isMap;
  }

  /** What a key is set to; null where it is absent or null. */
  private @Nullable Node set(String key) {
    Node.Entry entry = Node.entry(entries, key);
    return entry == null || Node.isNull(entry.value()) ? null : entry.value();
  }

  /** What a key is set to; empty where it is absent or null. */
  public Optional<Node> node(String key) {
    return Optional.ofNullable(set(key));
  }

  /** What a key is set to; that it is missing is told. */
  public Optional<Node> required(String key) {
    Optional<Node> node = node(key);
    if (node.isEmpty() && isMap) {
      Node.Entry entry = Node.entry(entries, key);
      problems.add(
          BlueprintProblems.MISSING_KEY,
          entry == null ? place : entry.place(),
          "%s needs \"%s\".".formatted(Literals.capital(what), key));
    }
    return node;
  }

  /** What a key is set to, null included; that it is missing is told. */
  Optional<Node> requiredOrNull(String key) {
    Node.Entry entry = Node.entry(entries, key);
    return entry == null ? required(key) : Optional.of(entry.value());
  }

  /** Where a key stands, or the whole where it does not. */
  public Place placeOf(String key) {
    Node.Entry entry = Node.entry(entries, key);
    return entry == null ? place : entry.place();
  }

  /** The text of a key; empty where it is absent, or no text, which is told. */
  public Optional<String> text(String key) {
    Node node = set(key);
    return node == null ? Optional.empty() : text(node, key);
  }

  /** The text of a key; that it is missing is told. */
  public Optional<String> requiredText(String key) {
    Node node = set(key);
    return node == null ? required(key).flatMap(found -> text(found, key)) : text(node, key);
  }

  /** Most are texts as they stand. */
  private Optional<String> text(Node node, String key) {
    return node instanceof Node.Scalar scalar
            && scalar.value() instanceof Value.TextValue text
            && !text.text().contains("${")
        ? Optional.of(text.text())
        : Literals.text(node, called(key), problems);
  }

  /** True or false of a key; empty where it is absent. */
  public Optional<Boolean> bool(String key) {
    return node(key).flatMap(node -> Literals.bool(node, called(key), problems));
  }

  Optional<BigDecimal> number(String key) {
    return node(key).flatMap(node -> Literals.number(node, called(key), problems));
  }

  Optional<Integer> count(String key) {
    return node(key).flatMap(node -> Literals.count(node, called(key), problems));
  }

  /** The entries of a map whose keys the author chooses. */
  public List<Node.Entry> entries(String key) {
    Node node = set(key);
    if (node instanceof Node.Mapping mapping) {
      return mapping.entries();
    }
    if (node != null) {
      Literals.wrongType(node, called(key), "a map", problems);
    }
    return List.of();
  }

  /** The items of a list. */
  public List<Node> items(String key) {
    Node node = set(key);
    if (node instanceof Node.Sequence sequence) {
      return sequence.items();
    }
    if (node != null) {
      Literals.wrongType(node, called(key), "a list", problems);
    }
    return List.of();
  }

  /** One of the constants, in lower case and with hyphens. */
  public <E extends Enum<E>> Optional<E> word(String key, Class<E> words) {
    Optional<Node> node = node(key);
    return node.isEmpty() ? Optional.empty() : word(node.get(), called(key), words, problems);
  }

  static <E extends Enum<E>> Optional<E> word(
      Node node, String what, Class<E> words, Problems problems) {
    Optional<String> text = Literals.text(node, what, problems);
    if (text.isEmpty()) {
      return Optional.empty();
    }
    List<String> known =
        Arrays.stream(words.getEnumConstants())
            .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
            .toList();
    int index = known.indexOf(text.get());
    if (index >= 0) {
      return Optional.of(words.getEnumConstants()[index]);
    }
    problems.add(
        BlueprintProblems.NOT_ALLOWED,
        node.place(),
        "%s is one of %s, not %s.%s"
            .formatted(
                Literals.capital(what),
                String.join(", ", known),
                Quote.key(text.get()),
                Suggestion.sentence(text.get(), known)));
    return Optional.empty();
  }

  static String called(String key) {
    return "\"" + key + "\"";
  }
}
