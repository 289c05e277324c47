package dev.ashlar.graph.check;

import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Place;
import dev.ashlar.expression.ReservedWords;
import dev.ashlar.graph.problem.GraphProblems;
import dev.ashlar.graph.problem.Report;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names are names, none is reserved, and none is used twice. A reader refuses the same; a blueprint
 * composed in Java comes here unchecked.
 */
public final class NameCheck {
  private final Report report;
  private final Map<String, String> kinds = new HashMap<>();

  private NameCheck(Report report) {
    this.report = report;
  }

  /** Checks all names of a blueprint. */
  public static void check(Blueprint blueprint, Report report) {
    NameCheck check = new NameCheck(report);
    blueprint.parameters().forEach((name, p) -> check.name("parameter", name, p.place(), report));
    blueprint.flags().forEach((name, f) -> check.name("flag", name, f.place(), report));
    blueprint.locals().forEach((name, l) -> check.name("local", name, l.place(), report));
    blueprint.lookups().forEach((name, l) -> check.shared("lookup", name, l.place(), l.canvas()));
    blueprint
        .imports()
        .forEach((name, i) -> check.shared("import", name, i.place(), Optional.empty()));
    blueprint
        .resources()
        .forEach((name, r) -> check.shared("resource", name, r.place(), r.canvas()));
    blueprint
        .components()
        .forEach((name, c) -> check.shared("component", name, c.place(), c.canvas()));
  }

  private void shared(String kind, String name, Place place, Optional<String> canvas) {
    String before = kinds.putIfAbsent(name, kind);
    boolean reserved = ReservedWords.ROOTS.contains(name) || ReservedWords.isTaken(name);
    if (before == null && !reserved && ReservedWords.isName(name)) {
      return;
    }
    Report about = report.about(name, canvas);
    name(kind, name, place, about);
    if (reserved) {
      about.add(
          GraphProblems.BAD_NAME,
          "The "
              + kind
              + " cannot be called \""
              + name
              + "\": that is "
              + (ReservedWords.ROOTS.contains(name)
                  ? "a root of expressions"
                  : "a word of the expression language")
              + ". Call it \""
              + name
              + "_1\", for example.",
          place);
    }
    if (before != null) {
      about.add(
          GraphProblems.DUPLICATE_NAME,
          "The "
              + kind
              + " \""
              + name
              + "\" has the name of "
              + (before.equals("import") ? "an " : "a ")
              + before
              + ". Rename one of the two.",
          place);
    }
  }

  private void name(String kind, String name, Place place, Report about) {
    if (!ReservedWords.isName(name)) {
      about.add(
          GraphProblems.BAD_NAME,
          "The "
              + kind
              + " cannot be called \""
              + name
              + "\": a name is made of letters, digits and underscores and does not begin with a"
              + " digit. \""
              + mended(name)
              + "\" would do.",
          place);
    }
  }

  private static String mended(String name) {
    String letters = name.replaceAll("[^A-Za-z0-9_]+", "_");
    return letters.isEmpty() || Character.isDigit(letters.charAt(0)) ? "_" + letters : letters;
  }
}
