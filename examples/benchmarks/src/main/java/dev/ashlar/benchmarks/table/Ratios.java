package dev.ashlar.benchmarks.table;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Ratios that are stored to notice regressions. Absolute times say more of the machine than of the
 * engine; how two figures of one run compare, and what is allocated, holds elsewhere, too. All are
 * better when smaller.
 */
public record Ratios(SortedMap<String, Stored> all) {
  /** What is tolerated of a ratio that nobody thought about yet. */
  private static final double TOLERANCE = 0.25;

  /**
   * A ratio as it once was.
   *
   * @param ratio how much
   * @param tolerance how much more is not yet worse: 0.1 is a tenth
   */
  public record Stored(double ratio, double tolerance) {}

  /** How a ratio compares with what is stored. */
  public enum Verdict {
    /** Within the tolerance. */
    SAME,
    /** So much smaller that it should be stored. */
    BETTER,
    /** Larger than is tolerated. */
    WORSE,
    /** Not stored yet. */
    NEW
  }

  /** One comparison. */
  public record Comparison(String name, double measured, double stored, Verdict verdict) {
    /** For a person. */
    public String text() {
      String figures =
          verdict == Verdict.NEW
              ? String.format(Locale.ROOT, "%.3f", measured)
              : String.format(Locale.ROOT, "%.3f, stored %.3f", measured, stored);
      return name + ": " + verdict.name().toLowerCase(Locale.ROOT) + " (" + figures + ")";
    }
  }

  /** Reads lines like {@code plan.empty.kib = 30.5 0.1}: the ratio, then what is tolerated. */
  public static Ratios read(Path file) {
    Properties lines = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      lines.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TreeMap<String, Stored> all = new TreeMap<>();
    for (String name : lines.stringPropertyNames()) {
      String[] numbers = lines.getProperty(name).strip().split("\\s+", -1);
      double tolerance = numbers.length > 1 ? Double.parseDouble(numbers[1]) : TOLERANCE;
      all.put(name, new Stored(Double.parseDouble(numbers[0]), tolerance));
    }
    return new Ratios(all);
  }

  /** Compares what was measured; what was not is left out. */
  public List<Comparison> compare(Map<String, Double> measured) {
    List<Comparison> comparisons = new ArrayList<>();
    new TreeMap<>(measured)
        .forEach(
            (name, ratio) -> {
              Stored known = all.get(name);
              comparisons.add(
                  known == null
                      ? new Comparison(name, ratio, 0, Verdict.NEW)
                      : new Comparison(name, ratio, known.ratio(), verdict(ratio, known)));
            });
    return comparisons;
  }

  private static Verdict verdict(double ratio, Stored known) {
    if (ratio > known.ratio() * (1 + known.tolerance())) {
      return Verdict.WORSE;
    }
    return ratio < known.ratio() / (1 + known.tolerance()) ? Verdict.BETTER : Verdict.SAME;
  }

  /** With what was measured in the place of what was stored; tolerances stay. */
  public Ratios with(Map<String, Double> measured) {
    TreeMap<String, Stored> next = new TreeMap<>(all);
    measured.forEach(
        (name, ratio) -> {
          Stored known = all.get(name);
          next.put(name, new Stored(ratio, known == null ? TOLERANCE : known.tolerance()));
        });
    return new Ratios(next);
  }

  /** Writes what {@link #read} reads. */
  public void write(Path file) {
    StringBuilder text =
        new StringBuilder("# Ratios of one run, and how much more is not yet a regression.\n");
    all.forEach(
        (name, known) ->
            text.append(
                String.format(
                    Locale.ROOT, "%s = %.4f %.2f\n", name, known.ratio(), known.tolerance())));
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
