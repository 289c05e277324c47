package dev.ashlar.blueprint.reading;

import dev.ashlar.blueprint.Place;
import dev.ashlar.blueprint.Term;
import dev.ashlar.blueprint.source.Node;
import dev.ashlar.blueprint.source.Problems;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.Optional;

/** Reads single texts of the language, outside any document. */
public final class TextReader {
  private TextReader() {}

  /**
   * A path of a property.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static ValuePath path(String text) {
    return PathReader.read(text)
        .orElseThrow(() -> new IllegalArgumentException("not a path of a property: " + text));
  }

  /**
   * The term that a text means in a document.
   *
   * @throws IllegalArgumentException if an expression in it does not end
   */
  public static Term term(String text, Place place) {
    Problems problems = new Problems(1);
    Term term = Terms.read(new Node.Scalar(Value.of(text), Optional.empty(), place), problems);
    if (problems.hasErrors()) {
      throw new IllegalArgumentException(problems.sorted().get(0).detail());
    }
    return term;
  }
}
