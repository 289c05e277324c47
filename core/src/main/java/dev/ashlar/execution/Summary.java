package dev.ashlar.execution;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Reason;
import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;

/** An outcome in one line. */
final class Summary {
  private Summary() {}

  static String of(Outcome outcome) {
    StringJoiner text = new StringJoiner(", ", word(outcome) + ": ", "");
    text.setEmptyValue(word(outcome) + ": nothing changed");
    Map<Action, Integer> done = new EnumMap<>(Action.class);
    Map<Event.Status, Integer> others = new EnumMap<>(Event.Status.class);
    for (Outcome.ChangeResult result : outcome.changes()) {
      if (result.status() != Event.Status.DONE) {
        others.merge(result.status(), 1, Integer::sum);
      } else if (result.change().reason().kind() != Reason.Kind.REPLACED) {
        done.merge(result.done(), 1, Integer::sum);
      }
    }
    done.forEach((action, count) -> text.add(count + " " + past(action)));
    others.forEach((status, count) -> text.add(count + " " + past(status)));
    return text.toString();
  }

  private static String word(Outcome outcome) {
    if (outcome instanceof Outcome.Succeeded) {
      return "succeeded";
    }
    if (outcome instanceof Outcome.Failed) {
      return outcome
          .rollback()
          .map(undone -> undone.complete() ? "failed and rolled back" : "failed, not all undone")
          .orElse("failed");
    }
    if (outcome instanceof Outcome.Cancelled) {
      return "cancelled";
    }
    return outcome instanceof Outcome.Refused ? "refused" : "needs a decision";
  }

  private static String past(Action action) {
    return switch (action) {
      case CREATE -> "created";
      case UPDATE -> "updated";
      case REPLACE, REPLACE_IF_CHANGED -> "replaced";
      case DELETE -> "deleted";
      case READ -> "read";
      case ADOPT -> "adopted";
      case FORGET -> "forgotten";
      case MOVE -> "moved";
      case RECORD -> "recorded";
      case NO_OP -> "unchanged";
      case DEFERRED -> "deferred";
    };
  }

  private static String past(Event.Status status) {
    return switch (status) {
      case FAILED -> "failed";
      case SKIPPED -> "not begun";
      case DEFERRED -> "deferred";
      default -> "under way";
    };
  }
}
