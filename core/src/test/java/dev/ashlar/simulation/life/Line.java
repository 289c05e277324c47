package dev.ashlar.simulation.life;

import dev.ashlar.value.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * A line of the journal, read without the engine's own reader.
 *
 * @param kind what it tells
 * @param text all of it
 */
record Line(Kind kind, String text) {
  enum Kind {
    RUN_BEGAN("run-began"),
    BEGAN("operation-began"),
    PROGRESSED("operation-progressed"),
    ENDED("operation-ended"),
    RUN_ENDED("run-ended");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    /** The changes that lines are about. */
    static Collection<String> changes(List<Line> lines) {
      Collection<String> changes = new LinkedHashSet<>();
      lines.forEach(line -> changes.add(line.change()));
      changes.remove("");
      return changes;
    }
  }

  static List<Line> of(List<Bytes> entries) {
    List<Line> lines = new ArrayList<>(entries.size());
    for (Bytes bytes : entries) {
      String text = new String(bytes.toArray(), StandardCharsets.UTF_8);
      String word = field(text, "\"entry\":\"");
      for (Kind kind : Kind.values()) {
        if (kind.word.equals(word)) {
          lines.add(new Line(kind, text));
        }
      }
    }
    if (lines.size() != entries.size()) {
      throw new AssertionError("a line of the journal is of no kind that is known: " + entries);
    }
    return lines;
  }

  /** The change that it is about; empty for a run's. */
  String change() {
    return field(text, "\"change\":\"");
  }

  /** The idempotency key of a begin. */
  String key() {
    return field(text, "\"key\":\"");
  }

  /** The object of a begin. */
  String object() {
    return field(text, "\"object\":\"");
  }

  /** The first text field that begins so; empty where there is none. */
  private static String field(String text, String beginning) {
    int start = text.indexOf(beginning);
    if (start < 0) {
      return "";
    }
    start += beginning.length();
    int end = start;
    while (text.charAt(end) != '"') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return text.substring(start, end).replace("\\\"", "\"");
  }
}
