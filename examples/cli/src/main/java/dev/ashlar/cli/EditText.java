package dev.ashlar.cli;

import dev.ashlar.drift.DocumentEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** The edits of a blueprint that would declare what was accepted, as a person reads them. */
final class EditText {
  private EditText() {}

  static String of(List<DocumentEdit> edits) {
    StringBuilder text =
        new StringBuilder("\nSo that the next plan does not take it back, edit the blueprint:\n");
    edits.forEach(edit -> text.append(edit.diff(lines(edit.location().file()))));
    return text.toString();
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(Path.of(file));
    } catch (IOException | InvalidPathException unreadable) {
      return List.of();
    }
  }
}
