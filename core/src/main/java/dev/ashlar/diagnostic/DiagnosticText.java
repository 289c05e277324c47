package dev.ashlar.diagnostic;

import dev.ashlar.diagnostic.text.Palette;
import java.util.Locale;

/**
 * A diagnostic for a person's eyes: what on one line, where and what to do below.
 *
 * @since 0.1
 */
public final class DiagnosticText {
  private final Palette palette;

  private DiagnosticText(Palette palette) {
    this.palette = palette;
  }

  /** With the colours of a terminal. */
  public static DiagnosticText coloured() {
    return new DiagnosticText(Palette.COLOURED);
  }

  /** Text only. */
  public static DiagnosticText plain() {
    return new DiagnosticText(Palette.PLAIN);
  }

  /** The diagnostic as two or three lines, without a line break at the end. */
  public String render(Diagnostic diagnostic) {
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
