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
 * @param differences what differs
 * @param location where it is declared
 * @param canvas the canvas element that it came from
 * @since 0.1
 */
public record Drift(
    Address address,
    String type,
    boolean missing,
    List<Difference> differences,
    Optional<Location> location,
    Optional<String> canvas) {
  /** Copies the list. */
  public Drift {
    differences = List.copyOf(differences);
  }

  /**
   * One property that differs.
   *
   * @param path which
   * @param actual what the cloud has
   * @param applied what was applied last
   * @param sensitive whether either is secret
   * @param location where it is declared
   */
  public record Difference(
      ValuePath path,
      Value actual,
      Value applied,
      boolean sensitive,
      Optional<Location> location) {}

  static Drift of(Change repair) {
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
                            attribute.sensitive(),
                            attribute.location()))
                .toList();
    return new Drift(
        repair.address(), repair.type(), missing, differences, repair.location(), repair.canvas());
  }

  private static boolean isOutput(Change repair, AttributeChange attribute) {
    String head = attribute.path().head();
    return repair.outputs().entries().containsKey(head)
        && !repair.planned().entries().containsKey(head);
  }
}
