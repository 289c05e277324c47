package dev.ashlar.plan.format;

import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.ReplaceOrder;
import dev.ashlar.value.ValuePath;
import java.util.stream.Collectors;

/** Why a change is planned, in a few words for a person. */
public final class ReasonText {
  private ReasonText() {}

  /** The reason of a change. */
  public static String of(Change change) {
    Reason reason = change.reason();
    String paths =
        reason.paths().stream().map(ValuePath::toString).collect(Collectors.joining(", "));
    String causes = String.join(", ", reason.causes());
    return switch (reason.kind()) {
      case DECLARED -> "new";
      case MISSING -> "gone from the cloud";
      case CHANGED -> "declared otherwise: " + paths;
      case DRIFTED -> "changed in the cloud: " + paths;
      case IMMUTABLE_CHANGED -> paths + " cannot be changed in place" + order(change);
      case IMMUTABLE_UNKNOWN -> "replaced if " + paths + " turns out to differ" + order(change);
      case TYPE_CHANGED -> "another type is declared here" + order(change);
      case PROVIDER_CHANGED -> "it is to live elsewhere" + order(change);
      case TAINTED -> "its last operation failed half way" + order(change);
      case REQUESTED -> "as asked for" + order(change);
      case REMOVED -> "not declared any more";
      case SWITCHED_OFF -> "switched off by when";
      case KEY_REMOVED -> "its key is gone from forEach";
      case REPLACED -> "the one before the replacement";
      case DEPOSED -> "left over from an earlier replacement";
      case DESTROYED -> "the environment is destroyed";
      case MOVED -> "moved from " + change.from().map(Object::toString).orElse(causes);
      case LIFECYCLE_CHANGED -> "only the record changes";
      case LOOKUP -> "asked during apply";
      case WHEN_UNKNOWN -> "later: its when is not known yet";
      case KEYS_UNKNOWN -> "later: the keys of its forEach are not known yet";
      case WAITS -> "later: it depends on " + causes;
      case ADOPTED -> "it exists and is taken over";
      case RETAINED -> "stays in the cloud, and is forgotten here";
      case INTERRUPTED -> "begun by a run that was interrupted";
      case ROLLED_BACK -> "as before";
    };
  }

  private static String order(Change change) {
    return change
        .order()
        .map(
            order ->
                order == ReplaceOrder.CREATE_THEN_DELETE
                    ? "; the new one comes first"
                    : "; the old one goes first")
        .orElse("");
  }
}
