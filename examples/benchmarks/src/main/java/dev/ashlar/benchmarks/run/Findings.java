package dev.ashlar.benchmarks.run;

import dev.ashlar.benchmarks.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What the runs have found so far. For one thread. */
public final class Findings {
  private final List<Row> rows = new ArrayList<>();
  private final Map<String, Double> ratios = new TreeMap<>();

  /** Runs take minutes: each figure is told as soon as it is there. */
  void add(Row row) {
    rows.add(row);
    System.err.println(row.text());
  }

  void ratio(String name, double ratio) {
    ratios.put(name, ratio);
  }

  /** The rows of the table. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /** What is compared with what is stored, by name. */
  public Map<String, Double> ratios() {
    return Map.copyOf(ratios);
  }
}
