package dev.ashlar.plan.format;

import dev.ashlar.diagnostic.text.Palette;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Risk;

/** Which colour an action and a risk have. */
final class Colours {
  private Colours() {}

  static String of(Palette palette, Action action, String text) {
    return switch (action) {
      case CREATE -> palette.good(text);
      case UPDATE -> palette.notable(text);
      case REPLACE, REPLACE_IF_CHANGED -> palette.replaced(text);
      case DELETE -> palette.bad(text);
      default -> palette.neutral(text);
    };
  }

  static String of(Palette palette, Risk risk, String text) {
    return switch (risk) {
      case SAFE -> palette.dim(text);
      case DISRUPTIVE -> palette.notable(text);
      case DESTROYS_DATA -> palette.bad(text);
    };
  }
}
