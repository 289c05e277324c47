package dev.ashlar.drift;

import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.plan.AttributeChange;
import dev.ashlar.plan.Change;
import dev.ashlar.plan.Reason;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Optional;

/**
 * One object that is no longer as applied.
 *
 * @param address its address
 * @param type its type
 * @param missing whether it is gone altogether
 * @param observed whether it is somebody else's and only looked at: nothing repairs it
 * @param differences what differs
 * @param location where it is declared
 * @param canvas the canvas element that it came from
 * @since 0.1
 */
public record Drift(
    Address address,
    String type,
    boolean missing,
    boolean observed,
    List<Difference> differences,
    Optional<Location> location,
    Optional<String> canvas) {
  /** Copies the list. */
  public Drift {
    differences = List.copyOf(differences);
  }

  /**
   * One property that differs: what the cloud has is neither what was applied last nor the same by
   * the type's own measure.
   *
   * @param path which
   * @param actual what the cloud has
   * @param applied what was applied last; of an observed object, what is declared
   * @param declared what the blueprint declares today; empty where it declares no such property any
   *     more
   * @param sensitive whether either is secret
   * @param location where it is declared
   */
  public record Difference(
      ValuePath path,
      Value actual,
      Value applied,
      Optional<Value> declared,
      boolean sensitive,
      Optional<Location> location) {}

  /**
   * What a repair says.
   *
   * @param today what is declared today of a resource, and what it would change
   */
  static Drift of(Change repair, Today today) {
    boolean missing = repair.reason().kind() == Reason.Kind.MISSING;
    List<Difference> differences =
        missing
            ? List.of()
            : repair.attributes().stream()
                .filter(attribute -> !isOutput(repair, attribute))
                .map(
                    attribute ->
                        new Difference(
                            attribute.path(),
                            attribute.before(),
                            attribute.after(),
                            today.declared(repair.address(), attribute.path(), attribute.after()),
                            attribute.sensitive(),
                            today.location(repair.address(), attribute.path())))
                .toList();
    return new Drift(
        repair.address(),
        repair.type(),
        missing,
        false,
        differences,
        repair.location(),
        repair.canvas());
  }

  private static boolean isOutput(Change repair, AttributeChange attribute) {
    String head = attribute.path().head();
    return repair.outputs().entries().containsKey(head)
        && !repair.planned().entries().containsKey(head);
  }
}
