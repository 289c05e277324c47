package dev.ashlar.blueprint.source;

import dev.ashlar.blueprint.ReadLimits;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.diagnostic.Source;
import java.util.Locale;
import java.util.Optional;

/** Reads a source into a tree, as JSON or as YAML, whichever it is. */
public final class Tree {
  private Tree() {}

  /** The tree; empty where the source cannot be read, and why is added. */
  public static Optional<Node> read(Source source, ReadLimits limits, Problems problems) {
    return SourceText.read(source, limits, problems)
        .flatMap(text -> compose(source.name(), text, limits, problems));
  }

  private static Optional<Node> compose(
      String name, String text, ReadLimits limits, Problems problems) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".json")) {
      return JsonComposer.compose(name, text, limits, problems);
    }
    boolean namedYaml = lower.endsWith(".yaml") || lower.endsWith(".yml");
    if (!looksLikeJson(text)) {
      return YamlComposer.compose(name, text, limits, problems);
    }
    // Quoted keys in braces are YAML as well: what is not JSON may still be that.
    Problems ofJson = new Problems(limits.problems());
    Optional<Node> json = JsonComposer.compose(name, text, limits, ofJson);
    Problems chosen = ofJson;
    Optional<Node> tree = json;
    if (json.isEmpty()) {
      Problems ofYaml = new Problems(limits.problems());
      Optional<Node> yaml = YamlComposer.compose(name, text, limits, ofYaml);
      if (yaml.isPresent() || namedYaml) {
        chosen = ofYaml;
        tree = yaml;
      }
    }
    for (Diagnostic problem : chosen.sorted()) {
      problems.add(problem);
    }
    return tree;
  }

  private static boolean looksLikeJson(String text) {
    int at = skipSpace(text, 0);
    if (at == text.length() || text.charAt(at) != '{') {
      return false;
    }
    int next = skipSpace(text, at + 1);
    return next < text.length() && (text.charAt(next) == '"' || text.charAt(next) == '}');
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
