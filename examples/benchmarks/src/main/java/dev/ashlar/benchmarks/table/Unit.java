package dev.ashlar.benchmarks.table;

import java.util.Locale;

/** What a figure counts, and how it is written. */
public enum Unit {
  SECONDS("%.2f s"),
  MILLISECONDS("%.2f ms"),
  MICROSECONDS("%.1f µs"),
  KIBIBYTES("%.1f KiB"),
  MEBIBYTES("%.0f MiB"),
  TIMES("%.2f ×"),
  COUNT("%.0f");

  private final String format;

  Unit(String format) {
    this.format = format;
  }

  String text(double amount) {
    return String.format(Locale.ROOT, format, amount);
  }
}
