package dev.ashlar.blueprint.writer;

import dev.ashlar.blueprint.source.Node;
import java.util.Locale;

/** Constants as documents write them: in lower case, with hyphens. */
final class Words {
  private Words() {}

  static Node of(Enum<?> constant) {
    return Entries.text(text(constant));
  }

  static String text(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
