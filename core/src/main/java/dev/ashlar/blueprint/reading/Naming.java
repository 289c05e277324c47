package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.BlueprintProblems;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Quote;
import dev.ashlar.expression.ReservedWords;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which names can be given, and that no two things in one namespace have the same. */
public final class Naming {
  private static final Pattern TITLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,127}");

  private record Holder(String kind, Place place) {}

  private final Map<String, Holder> shared = new HashMap<>();
  private final Problems problems;

  Naming(Problems problems) {
    this.problems = problems;
  }

  /** A name in a namespace of its own, where the document's keys are distinct already. */
  boolean own(String name, String kind, Place place) {
    return isWellFormed(name, kind, place) && isFree(name, ReservedWords::isTaken, kind, place);
  }

  /** A name in the namespace that expressions see without a root. */
  boolean shared(String name, String kind, Place place) {
    if (!own(name, kind, place) || !isFree(name, ReservedWords.ROOTS::contains, kind, place)) {
      return false;
    }
    Holder first = shared.putIfAbsent(name, new Holder(kind, place));
    if (first == null) {
      return true;
    }
    problems.add(
        BlueprintProblems.NAME_CLASH,
        place,
        "%s is %s already, in line %d: call this %s something else."
            .formatted(Quote.key(name), article(first.kind()), first.place().start().line(), kind));
    return false;
  }

  private static String article(String kind) {
    return ("aeiou".indexOf(kind.charAt(0)) >= 0 ? "an " : "a ") + kind;
  }

  private boolean isWellFormed(String name, String kind, Place place) {
    if (ReservedWords.isName(name)) {
      return true;
    }
    if (name.contains("${")) {
      problems.add(
          BlueprintProblems.EXPRESSION_NOT_ALLOWED,
          place,
          "The name of %s is literal; for many of them use forEach.".formatted(article(kind)));
      return false;
    }
    String fixed = name.replaceAll("[^A-Za-z0-9_]", "_");
    if (!fixed.isEmpty() && Character.isDigit(fixed.charAt(0))) {
      fixed = "_" + fixed;
    }
    problems.add(
        BlueprintProblems.BAD_NAME,
        place,
        "%s cannot be the name of %s: letters, digits and underscores, no digit first.%s"
            .formatted(
                Quote.key(name),
                article(kind),
                fixed.isEmpty() ? "" : " Call it " + Quote.key(fixed) + "."));
    return false;
  }

  private boolean isFree(String name, Predicate<String> words, String kind, Place place) {
    if (!words.test(name)) {
      return true;
    }
    problems.add(
        BlueprintProblems.RESERVED_NAME,
        place,
        "\"%s\" means something of its own in expressions and cannot be the name of %s. Call it \"%s_\"."
            .formatted(name, article(kind), name));
    return false;
  }

  /** The name of a whole document, or of a tenant. */
  public static boolean isTitle(String text, String what, Place place, Problems problems) {
    if (TITLE.matcher(text).matches()) {
      return true;
    }
    problems.add(
        BlueprintProblems.BAD_TITLE,
        place,
        "%s cannot be %s: letters, digits, dots, underscores and hyphens, a letter or digit first, at"
                .formatted(Quote.key(text), what)
            + " most 128 in all.");
    return false;
  }
}
