package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.DocumentProblems;
import dev.ashlar.blueprint.EnvironmentProblems;
import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.blueprint.source.Quote;
import dev.ashlar.diagnostic.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the file that a document names: relative to the document, and where the text says, not
 * where a link leads.
 */
public final class FileReference {
  private FileReference() {}

  /** Whether a text names a file, and not something that is known by name. */
  public static boolean isOne(String text) {
    return text.startsWith("./") || text.startsWith("../");
  }

  /** The file; empty where there is a problem, which is told. */
  public static Optional<Source> resolve(Source from, String text, Place place, Problems problems) {
    if (!isOne(text)) {
      problem(
          place,
          "%s is no file relative to this one: write it with ./ or ../ in front.",
          text,
          problems);
      return Optional.empty();
    }
    Optional<Path> own = from.path();
    if (own.isEmpty()) {
      problem(
          place,
          "The document is no file itself, so %s is relative to nothing: read it from a file.",
          text,
          problems);
      return Optional.empty();
    }
    try {
      Path target = own.get().resolveSibling(text).normalize();
      if (!Files.isRegularFile(target)) {
        problems.add(
            DocumentProblems.UNREADABLE_FILE,
            place,
            "There is no file %s.".formatted(Quote.key(target.toString())));
        return Optional.empty();
      }
      Path folder = own.get().toAbsolutePath().resolveSibling("").toRealPath();
      Path said = folder.resolve(text).normalize().resolveSibling("");
      if (!target.toRealPath().startsWith(said)) {
        problem(place, "%s is a link that leads out of its directory.", text, problems);
        return Optional.empty();
      }
      return Optional.of(Source.file(target));
    } catch (InvalidPathException e) {
      problem(place, "%s is not the name of a file.", text, problems);
    } catch (IOException e) {
      problems.add(
          DocumentProblems.UNREADABLE_FILE,
          place,
          "The file %s cannot be looked up.".formatted(Quote.key(text)));
    }
    return Optional.empty();
  }

  /** What tells one file from another, through all links. */
  static Optional<Path> identity(Source source) {
    try {
      return source.path().isEmpty()
          ? Optional.empty()
          : Optional.of(source.path().get().toRealPath());
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static void problem(Place place, String detail, String text, Problems problems) {
    problems.add(EnvironmentProblems.BAD_FILE_REFERENCE, place, detail.formatted(Quote.key(text)));
  }
}
