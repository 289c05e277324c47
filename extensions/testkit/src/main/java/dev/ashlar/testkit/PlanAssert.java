package dev.ashlar.testkit;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Plan;
import dev.ashlar.plan.PlanText;
import dev.ashlar.plan.Reason;
import dev.ashlar.plan.Risk;
import dev.ashlar.testkit.assertion.Matching;
import dev.ashlar.value.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.AbstractAssert;

/**
 * What a plan does. A failure shows the plan as a person sees it.
 *
 * @since 0.1
 */
public final class PlanAssert extends AbstractAssert<PlanAssert, Plan> {
  private final Set<String> spokenOf = new LinkedHashSet<>();

  PlanAssert(Plan plan) {
    super(plan, PlanAssert.class);
  }

  /** Each of these is created. */
  public PlanAssert creates(String... addresses) {
    return does(Action.CREATE, addresses);
  }

  /** It is updated in place, and these properties are among those that change. */
  public PlanAssert updates(String address, String... pointers) {
    return changes(Action.UPDATE, address, pointers);
  }

  /** It is replaced, and these properties are among the reasons. */
  public PlanAssert replaces(String address, String... pointers) {
    changes(Action.REPLACE, address, pointers);
    Change change = change(Action.REPLACE, address).orElseThrow();
    Set<String> reasons = new TreeSet<>();
    change.attributes().stream()
        .filter(AttributeChange::requiresReplace)
        .forEach(attribute -> reasons.add(attribute.path().toPointer()));
    if (!Matching.covered(List.of(pointers), reasons)) {
      throw told(
          "%s is replaced because of %s, and not of %s"
              .formatted(address, reasons, List.of(pointers)));
    }
    return this;
  }

  /** Each of these is deleted. */
  public PlanAssert deletes(String... addresses) {
    return does(Action.DELETE, addresses);
  }

  /** This is done to each of these. */
  public PlanAssert does(Action action, String... addresses) {
    for (String address : addresses) {
      changes(action, address);
    }
    return this;
  }

  private PlanAssert changes(Action action, String address, String... pointers) {
    isNotNull();
    Change change =
        change(action, address)
            .orElseThrow(() -> told("the plan does not %s %s".formatted(action.text(), address)));
    spokenOf.add(address);
    Set<String> changed = new TreeSet<>();
    change.attributes().forEach(attribute -> changed.add(attribute.path().toPointer()));
    if (!Matching.covered(List.of(pointers), changed)) {
      throw told(
          "the plan changes %s of %s, and not %s".formatted(changed, address, List.of(pointers)));
    }
    return this;
  }

  /** Nothing is done to any other address than those that were spoken of. */
  public PlanAssert hasNoOtherChanges() {
    isNotNull();
    Set<String> others = new TreeSet<>();
    actual.changes().forEach(change -> others.add(change.address().toString()));
    others.removeAll(spokenOf);
    if (!others.isEmpty()) {
      throw told("the plan changes %s, too".formatted(others));
    }
    return this;
  }

  /** Nothing is done to these. */
  public PlanAssert leavesAlone(String... addresses) {
    isNotNull();
    for (String address : addresses) {
      if (actual.changes().stream().anyMatch(it -> it.address().toString().equals(address))) {
        throw told("the plan does not leave %s alone".formatted(address));
      }
    }
    return this;
  }

  /** Nothing changes: no object, no record, no output; and there are no errors. */
  public PlanAssert isEmpty() {
    hasNoErrors();
    if (!actual.isEmpty()) {
      throw told("the plan is not empty");
    }
    return this;
  }

  /** Something changes. */
  public PlanAssert isNotEmpty() {
    isNotNull();
    if (actual.isEmpty()) {
      throw told("the plan is empty");
    }
    return this;
  }

  /** It can be applied. */
  public PlanAssert hasNoErrors() {
    isNotNull();
    if (actual.hasErrors()) {
      throw told("the plan has errors");
    }
    return this;
  }

  /** One of its problems has this code. */
  public PlanAssert hasDiagnostic(String code) {
    diagnostics().hasCode(code);
    return this;
  }

  /** One of its problems has this code, and this place: {@code orders.yaml:3:7}, or its line. */
  public PlanAssert hasDiagnostic(String code, String place) {
    diagnostics().hasCodeAt(code, place);
    return this;
  }

  /** Its problems and warnings. */
  public DiagnosticsAssert diagnostics() {
    isNotNull();
    return new DiagnosticsAssert(actual.diagnostics());
  }

  /** It changes this for this reason. */
  public PlanAssert because(String address, Reason.Kind reason) {
    isNotNull();
    boolean so =
        actual.changes().stream()
            .anyMatch(
                it -> it.address().toString().equals(address) && it.reason().kind() == reason);
    if (!so) {
      throw told("the plan does not change %s because of %s".formatted(address, reason.text()));
    }
    return this;
  }

  /** No change is worse than this. */
  public PlanAssert risksAtMost(Risk most) {
    isNotNull();
    List<String> worse =
        actual.changes().stream()
            .filter(change -> change.risk().compareTo(most) > 0)
            .map(Change::id)
            .toList();
    if (!worse.isEmpty()) {
      throw told("%s risk more than %s".formatted(worse, most.text()));
    }
    return this;
  }

  /** An output of the blueprint will have this value. */
  public PlanAssert givesOutput(String name, Value value) {
    isNotNull();
    var output = actual.outputs().get(name);
    if (output == null || !output.after().equals(value)) {
      throw told(
          "the output %s will be %s, and not %s"
              .formatted(name, output == null ? "absent" : output.after(), value));
    }
    return this;
  }

  private Optional<Change> change(Action action, String address) {
    return actual.changes().stream()
        .filter(it -> it.action() == action && it.address().toString().equals(address))
        .findFirst();
  }

  private AssertionError told(String what) {
    StringBuilder text = new StringBuilder(what);
    text.append(":\n").append(PlanText.plain().render(actual));
    for (Diagnostic diagnostic : actual.diagnostics()) {
      if (!text.toString().contains(diagnostic.detail())) {
        text.append(diagnostic).append('\n');
      }
    }
    return failure("%s", text);
  }
}
