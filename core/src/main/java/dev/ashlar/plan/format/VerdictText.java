package dev.ashlar.plan.format;

import dev.ashlar.diagnostic.text.Palette;
import dev.ashlar.plan.Verdict;

/** A verdict for a person: what a policy says, and below it what to do. */
final class VerdictText {
  private VerdictText() {}

  static String of(Verdict verdict, Palette palette, String indent) {
    StringBuilder text = new StringBuilder(indent);
    String word =
        switch (verdict.outcome()) {
          case DENY -> palette.bad("denied");
          case APPROVE -> palette.notable("needs approval");
          case WARN -> palette.notable("warning");
          case UNDECIDED -> palette.dim("decided when it is applied");
          case EXEMPT -> palette.dim("exempt");
        };
    text.append(word).append(" by ").append(verdict.name()).append(": ").append(verdict.message());
    verdict.exemption().ifPresent(why -> text.append(palette.dim(" (" + why + ")")));
    text.append('\n');
    if (verdict.outcome() == Verdict.Outcome.DENY || verdict.outcome() == Verdict.Outcome.APPROVE) {
      verdict
          .fix()
          .ifPresent(fix -> text.append(indent).append("  fix: ").append(fix).append('\n'));
      verdict
          .documentation()
          .ifPresent(link -> text.append(indent).append("  see: ").append(link).append('\n'));
    }
    return text.toString();
  }
}
