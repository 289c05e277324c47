package dev.ashlar.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, and its blocks of code. */
record Page(Path file, String text) {
  /** The repository. */
  static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  private static final Pattern BLOCK =
      Pattern.compile("(?:<!-- ([^>]*) -->\\s*)?```(\\w*)\\n(.*?)```", Pattern.DOTALL);

  /**
   * A block of code.
   *
   * @param note what the comment before it says; may be empty
   * @param language yaml, java, console
   * @param code the text
   */
  record Block(String note, String language, String code) {
    /** What follows a word in the note: {@code file: orders.yaml}. */
    String noted(String word) {
      return note.startsWith(word + ": ") ? note.substring(word.length() + 2).trim() : "";
    }
  }

  static List<Page> all() {
    try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().map(Page::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Page of(Path file) {
    try {
      return new Page(file, Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Page named(String path) {
    return of(ROOT.resolve("docs").resolve(path));
  }

  List<Block> blocks(String language) {
    return BLOCK
        .matcher(text)
        .results()
        .map(
            match ->
                new Block(
                    match.group(1) == null ? "" : match.group(1), match.group(2), match.group(3)))
        .filter(block -> block.language().equals(language))
        .toList();
  }

  String name() {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  @Override
  public String toString() {
    return name();
  }
}
