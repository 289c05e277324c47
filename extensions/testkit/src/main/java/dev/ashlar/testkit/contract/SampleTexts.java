package dev.ashlar.testkit.contract;

import dev.ashlar.schema.Constraints;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** Texts that resemble a given one. */
final class SampleTexts {
  private static final String FILL = "testkit-sample-";

  private SampleTexts() {}

  /** The likely ones first; whether they keep to the constraints is to be seen. */
  static Stream<String> like(String text, Constraints constraints) {
    int least = constraints.minLength().orElse(1);
    Stream<String> near =
        text.isEmpty()
            ? Stream.empty()
            : Stream.of(
                text + "-2",
                text + "2",
                text + "b",
                text.substring(0, text.length() - 1) + "b",
                text.substring(0, text.length() - 1) + "2",
                "b" + text.substring(1),
                "b" + text,
                "x-" + text,
                text + ".");
    Stream<String> plain =
        Stream.of(
            "testkit",
            "another",
            "testkit.",
            "b",
            "7",
            "1.2",
            "10.7.0.0/16",
            "10.0.7.0/24",
            "P7D",
            "PT7M");
    return Stream.concat(near, plain).map(candidate -> filled(candidate, least));
  }

  private static String filled(String text, int least) {
    return text.length() >= least
        ? text
        : (text + FILL.repeat(1 + least / FILL.length())).substring(0, least);
  }

  static boolean matches(String pattern, String text) {
    try {
      return Pattern.compile(pattern).matcher(text).find();
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
