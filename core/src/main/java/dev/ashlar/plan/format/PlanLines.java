package dev.ashlar.plan.format;

import dev.ashlar.diagnostic.DiagnosticText;
import dev.ashlar.diagnostic.text.Palette;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.ApprovalNeed;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Compensation;
import dev.ashlar.plan.OutputChange;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.Risk;
import dev.ashlar.plan.naming.AsBound;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A plan as lines of text. */
public final class PlanLines {
  private final Palette palette;
  private final DiagnosticText diagnostics;

  /** Renders in these colours. */
  public PlanLines(Palette palette) {
    this.palette = palette;
    this.diagnostics =
        palette == Palette.PLAIN ? DiagnosticText.plain() : DiagnosticText.coloured();
  }

  /** The whole plan, ending in a line break. */
  public String render(Plan plan) {
    StringBuilder text = new StringBuilder();
    plan.diagnostics().forEach(d -> text.append(diagnostics.render(d)).append("\n\n"));
    if (plan.hasErrors()) {
      return text.toString();
    }
    for (Change change : plan.changes()) {
      change(text, change, plan.lineage());
    }
    outputs(text, plan);
    if (!plan.policies().isEmpty()) {
      text.append("\n  ").append(palette.bold("policies of the whole")).append('\n');
      plan.policies().forEach(verdict -> text.append(VerdictText.of(verdict, palette, "  ")));
    }
    approvals(text, plan);
    if (!plan.changes().isEmpty()) {
      text.append('\n');
    }
    text.append(palette.bold(summary(plan))).append('\n');
    return text.toString();
  }

  private void approvals(StringBuilder text, Plan plan) {
    if (plan.approvals().isEmpty()) {
      return;
    }
    text.append("\n  ").append(palette.bold("must be approved")).append('\n');
    for (ApprovalNeed need : plan.approvals()) {
      text.append("       ").append(palette.notable(need.who())).append("  ").append(need.rule());
      List<String> changes = need.changes();
      if (!changes.isEmpty()) {
        text.append(palette.dim("  for " + changes.get(0)));
        if (changes.size() > 1) {
          text.append(palette.dim(" and " + (changes.size() - 1) + " more"));
        }
      }
      text.append('\n');
    }
  }

  /** One change, ending in a line break. */
  public String render(Change change) {
    StringBuilder text = new StringBuilder();
    change(text, change, Optional.empty());
    return text.toString();
  }

  private void change(StringBuilder text, Change change, Optional<String> lineage) {
    text.append("  ")
        .append(Colours.of(palette, change.action(), pad(change.action().symbol(), 2)))
        .append(' ')
        .append(palette.bold(change.address().toString()))
        .append("  ")
        .append(palette.dim(change.type()))
        .append("  ")
        .append(Colours.of(palette, change.action(), change.action().text()))
        .append(palette.dim(" · " + ReasonText.of(change)));
    if (change.risk() != Risk.SAFE) {
      text.append(' ')
          .append(Colours.of(palette, change.risk(), "[" + riskText(change.risk()) + "]"));
    }
    change.canvas().ifPresent(element -> text.append(palette.dim("  (canvas " + element + ")")));
    text.append('\n');
    int width =
        change.attributes().stream().mapToInt(a -> a.path().toString().length()).max().orElse(0);
    for (AttributeChange attribute : change.attributes()) {
      attribute(text, change, attribute, lineage, Math.min(width, 40));
    }
    change.policies().forEach(verdict -> text.append(VerdictText.of(verdict, palette, "       ")));
    if (change.action().mutates()
        && change.compensation() instanceof Compensation.None none
        && !none.why().isEmpty()) {
      text.append("       ")
          .append(palette.notable("cannot be undone: " + none.why()))
          .append('\n');
    }
  }

  private void attribute(
      StringBuilder text, Change change, AttributeChange a, Optional<String> lineage, int width) {
    text.append("       ").append(pad(a.path().toString(), width)).append("  ");
    boolean isNew = a.before() instanceof Value.NullValue;
    Value after = lineage.map(of -> AsBound.of(a.after(), of, change.object())).orElse(a.after());
    if (a.sensitive()) {
      text.append(isNew ? "(secret)" : "(secret, changes)");
    } else if (isNew && change.action() != Action.UPDATE) {
      text.append(ValueText.of(after));
    } else if (change.action() == Action.DELETE) {
      text.append(ValueText.of(a.before()));
    } else {
      text.append(ValueText.of(a.before())).append(" → ").append(ValueText.of(after));
    }
    if (a.requiresReplace()) {
      text.append(palette.notable("  forces replacement"));
    }
    text.append('\n');
  }

  private void outputs(StringBuilder text, Plan plan) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, OutputChange> entry : plan.outputs().entrySet()) {
      OutputChange output = entry.getValue();
      if (output.changed()) {
        lines.add(
            "       "
                + entry.getKey()
                + "  "
                + (output.sensitive()
                    ? "(secret)"
                    : ValueText.of(output.before()) + " → " + ValueText.of(output.after())));
      }
    }
    if (!lines.isEmpty()) {
      text.append("\n  ").append(palette.bold("outputs")).append('\n');
      lines.forEach(line -> text.append(line).append('\n'));
    }
  }

  /** One line: what the plan does, in numbers. */
  public static String summary(Plan plan) {
    List<String> parts = new ArrayList<>();
    plan.summary()
        .forEach(
            (action, count) -> {
              if (action != Action.NO_OP) {
                parts.add(
                    action == Action.DEFERRED
                        ? count + " deferred to the next plan"
                        : count + " to " + action.text());
              }
            });
    int unchanged = plan.summary().getOrDefault(Action.NO_OP, 0);
    if (parts.isEmpty()) {
      boolean outputs = plan.outputs().values().stream().anyMatch(OutputChange::changed);
      return outputs
          ? "Only outputs change; " + unchanged + " unchanged."
          : "Nothing to change; " + unchanged + " unchanged.";
    }
    // A replacement is two changes, and one object is lost.
    long lost =
        plan.changes().stream()
            .filter(change -> change.risk() == Risk.DESTROYS_DATA)
            .map(change -> change.prior().orElse(change.object()))
            .distinct()
            .count();
    return String.join(", ", parts)
        + "; "
        + unchanged
        + " unchanged."
        + (lost == 0 ? "" : " " + lost + " destroy data.");
  }

  private static String riskText(Risk risk) {
    return risk == Risk.DESTROYS_DATA ? "destroys data" : "disruptive";
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
