package dev.ashlar.aws.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The list of types that were verified by more than their schema: a line for each, with how and the
 * type. Tests hold it against what they do.
 */
final class Verified {
  private Verified() {}

  static Verification of(String type) {
    String end = " " + type;
    try (InputStream in = Verified.class.getResourceAsStream("verified")) {
      if (in == null) {
        return Verification.SCHEMA_ONLY;
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return lines
          .lines()
          .filter(line -> line.endsWith(end))
          .findFirst()
          .map(line -> line.substring(0, line.length() - end.length()).toUpperCase(Locale.ROOT))
          .map(Verification::valueOf)
          .orElse(Verification.SCHEMA_ONLY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
