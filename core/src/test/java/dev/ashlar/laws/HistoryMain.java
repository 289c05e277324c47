package dev.ashlar.laws;

import dev.ashlar.value.digest.Sha256;
import java.nio.charset.StandardCharsets;

/** Prints what the plans of some seeds come to: for another JVM to compare. */
final class HistoryMain {
  private HistoryMain() {}

  /** Takes the number of seeds. */
  public static void main(String[] args) {
    StringBuilder lines = new StringBuilder();
    for (long seed = 0; seed < Long.parseLong(args[0]); seed++) {
      lines.append(line(seed)).append('\n');
    }
    byte[] bytes = lines.toString().getBytes(StandardCharsets.US_ASCII);
    System.out.write(bytes, 0, bytes.length);
    System.out.flush();
  }

  /** What the plans of a seed come to: their digests, and one of all their files. */
  static String line(long seed) {
    History history = new History(seed);
    return seed
        + " "
        + String.join(" ", history.digests())
        + " "
        + Sha256.of(String.join("\n", history.files()));
  }
}
