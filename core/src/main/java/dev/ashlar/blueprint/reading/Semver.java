package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.source.Quote;
import java.util.Optional;
import java.util.regex.Pattern;

/** Semantic versions, by semver.org 2.0.0. */
final class Semver {
  private static final String NUMBER = "(0|[1-9][0-9]{0,17})";
  private static final String PRE = "(0|[1-9][0-9]*|[0-9]*[A-Za-z-][0-9A-Za-z-]*)";
  private static final Pattern VERSION =
      Pattern.compile(
          NUMBER
              + "\\."
              + NUMBER
              + "\\."
              + NUMBER
              + "(-"
              + PRE
              + "(\\."
              + PRE
              + ")*+)?+"
              + "(\\+[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*+)?+");

  private Semver() {}

  /** The version that a key is set to; what is wrong with it is told. */
  static Optional<String> read(Section section, String key) {
    Optional<String> text = section.text(key);
    if (text.isEmpty() || isVersion(text.get())) {
      return text;
    }
    String fixed = text.get().startsWith("v") ? text.get().substring(1) : text.get();
    fixed += ".0".repeat(Math.max(0, 2 - (int) fixed.chars().filter(c -> c == '.').count()));
    section
        .problems()
        .add(
            BlueprintProblems.BAD_VERSION,
            section.node(key).orElseThrow().place(),
            "%s is no semantic version, which is three numbers and maybe a pre-release.%s"
                .formatted(
                    Quote.key(text.get()),
                    isVersion(fixed) ? " Write " + Quote.key(fixed) + "." : ""));
    return Optional.empty();
  }

  static boolean isVersion(String text) {
    return text.length() <= 256 && VERSION.matcher(text).matches();
  }
}
