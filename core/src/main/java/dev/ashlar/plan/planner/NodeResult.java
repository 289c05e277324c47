package dev.ashlar.plan.planner;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.question.Question;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What planning one declaration came to. Complete in itself, so that it can be kept as long as what
 * it was made from stays the same.
 *
 * @param root what expressions see of it
 * @param standing how far it is planned
 * @param changes what happens
 * @param questions what must be known first
 * @param diagnostics problems
 * @param unchanged how many objects stay as they are
 * @param seen what expressions see of objects that stay, where the state alone does not tell
 */
record NodeResult(
    Value root,
    Standing standing,
    List<Change> changes,
    List<Question> questions,
    List<Diagnostic> diagnostics,
    int unchanged,
    SortedMap<Address, Value.MapValue> seen) {

  /** Of what was not planned yet. */
  static final NodeResult NONE = waiting();

  /** Whether it says anything but what expressions see. */
  boolean speaks() {
    return !changes.isEmpty() || !questions.isEmpty() || !diagnostics.isEmpty();
  }

  static NodeResult settled(Value root) {
    return new Parts().result(root);
  }

  static NodeResult waiting() {
    Parts parts = new Parts();
    parts.standing = Standing.WAITING;
    return parts.result(Value.UnknownValue.ANY);
  }

  static NodeResult asking(List<Question> questions) {
    Parts parts = new Parts();
    parts.standing = Standing.WAITING;
    parts.questions.addAll(questions);
    return parts.result(Value.UnknownValue.ANY);
  }

  static NodeResult failed(List<Diagnostic> diagnostics) {
    Parts parts = new Parts();
    parts.diagnostics.addAll(diagnostics);
    return parts.result(Value.UnknownValue.ANY);
  }

  /** Gathers the parts of a result. */
  static final class Parts {
    Standing standing = Standing.SETTLED;
    final List<Change> changes = new ArrayList<>();
    final List<Question> questions = new ArrayList<>();
    final List<Diagnostic> diagnostics = new ArrayList<>();
    int unchanged;
    private @Nullable SortedMap<Address, Value.MapValue> seen;

    /** Of several objects, the least planned one counts. */
    void atLeast(Standing other) {
      standing = other.compareTo(standing) > 0 ? other : standing;
    }

    /** What expressions see of an object that stays, where the state alone does not tell. */
    void seen(Address address, Value.MapValue view) {
      seen = seen == null ? new TreeMap<>() : seen;
      seen.put(address, view);
    }

    NodeResult result(Value root) {
      return new NodeResult(
          root,
          standing,
          List.copyOf(changes),
          List.copyOf(questions),
          List.copyOf(diagnostics),
          unchanged,
          seen == null ? Collections.emptySortedMap() : seen);
    }
  }
}
