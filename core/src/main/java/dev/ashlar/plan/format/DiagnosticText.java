package dev.ashlar.plan.format;

import dev.ashlar.diagnostic.Diagnostic;
import java.util.Locale;

/** A diagnostic for a person: what and where on one line, the rest below. */
public final class DiagnosticText {
  private DiagnosticText() {}

  /** The diagnostic as two or three lines, without a line break at the end. */
  public static String of(Diagnostic diagnostic, Palette palette) {
    String word = diagnostic.severity().name().toLowerCase(Locale.ROOT);
    String coloured =
        switch (diagnostic.severity()) {
          case ERROR -> palette.bad(word);
          case WARNING -> palette.notable(word);
          case INFO -> palette.dim(word);
        };
    StringBuilder text = new StringBuilder();
    text.append(coloured)
        .append(": ")
        .append(palette.bold(diagnostic.summary()))
        .append(palette.dim(" [" + diagnostic.code() + "]"));
    StringBuilder where = new StringBuilder();
    diagnostic.location().ifPresent(location -> where.append(location));
    diagnostic
        .address()
        .ifPresent(address -> where.append(where.isEmpty() ? "" : " · ").append(address));
    diagnostic
        .canvas()
        .ifPresent(
            element ->
                where.append(where.isEmpty() ? "" : " · ").append("canvas ").append(element));
    if (!where.isEmpty()) {
      text.append("\n  ").append(palette.dim("at ")).append(where);
    }
    return text.append("\n  ").append(diagnostic.detail()).toString();
  }
}
