package dev.ashlar.benchmarks.table;

import java.util.List;
import java.util.stream.Collectors;

/** Rows, as Markdown. */
public final class Table {
  private static final String HEAD = "| what | measured | target | | |\n|---|---|---|---|---|\n";

  private Table() {}

  /** The machine, then a line for each row. */
  public static String of(Machine machine, List<Row> rows) {
    return rows.stream()
        .map(Table::line)
        .collect(Collectors.joining("\n", machine.text() + "\n\n" + HEAD, "\n"));
  }

  private static String line(Row row) {
    return "| "
        + String.join(
            " | ",
            row.what(),
            row.measured(),
            row.target().text(row.unit()),
            row.verdict(),
            row.note())
        + " |";
  }
}
