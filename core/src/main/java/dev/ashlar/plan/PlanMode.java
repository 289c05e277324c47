package dev.ashlar.plan;

import dev.ashlar.value.Address;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * What to plan for. Withers return copies.
 *
 * @since 0.1
 */
public final class PlanMode {
  /** The purposes of a plan. */
  public enum Purpose {
    /** Make it as declared, and correct drift. */
    APPLY,
    /** Delete everything. */
    DESTROY,
    /** Correct drift only, on the inputs last applied. */
    REPAIR,
    /** Record drift as wanted. */
    ACCEPT,
    /** Undo: make it as it was when the run of an earlier serial had ended. */
    ROLLBACK;

    /** The word in documents. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Purpose purpose = Purpose.APPLY;
  private boolean refresh = true;
  private Set<Address> targets = Set.of();
  private Set<Address> excluded = Set.of();
  private Set<Address> replaced = Set.of();
  private Set<Address> providerChanges = Set.of();
  private Map<Address, String> adopted = Map.of();
  private Optional<String> follows = Optional.empty();
  private OptionalLong to = OptionalLong.empty();

  private PlanMode() {}

  /** Make it as declared. */
  public static PlanMode apply() {
    return new PlanMode();
  }

  /** A plan for a purpose. */
  public static PlanMode of(Purpose purpose) {
    return new PlanMode().with(mode -> mode.purpose = purpose);
  }

  /** Undo the last run that changed something. */
  public static PlanMode rollback() {
    return of(Purpose.ROLLBACK);
  }

  private PlanMode with(Consumer<PlanMode> change) {
    PlanMode copy = new PlanMode();
    copy.purpose = purpose;
    copy.refresh = refresh;
    copy.targets = targets;
    copy.excluded = excluded;
    copy.replaced = replaced;
    copy.providerChanges = providerChanges;
    copy.adopted = adopted;
    copy.follows = follows;
    copy.to = to;
    change.accept(copy);
    return copy;
  }

  /** The same, planned from the state alone. */
  public PlanMode withoutRefresh() {
    return with(mode -> mode.refresh = false);
  }

  /** The same, for these addresses and what they depend on only. */
  public PlanMode targeting(Set<Address> addresses) {
    return with(mode -> mode.targets = new TreeSet<>(addresses));
  }

  /** The same, without these addresses and what depends on them. */
  public PlanMode excluding(Set<Address> addresses) {
    return with(mode -> mode.excluded = new TreeSet<>(addresses));
  }

  /** The same, replacing these objects whatever has changed. */
  public PlanMode replacing(Set<Address> addresses) {
    return with(mode -> mode.replaced = new TreeSet<>(addresses));
  }

  /** The same, allowing these objects to move to another provider or scope. */
  public PlanMode allowingProviderChange(Set<Address> addresses) {
    return with(mode -> mode.providerChanges = new TreeSet<>(addresses));
  }

  /** The same, taking over objects that exist, by address and provider's identifier. */
  public PlanMode adopting(Map<Address, String> identities) {
    return with(mode -> mode.adopted = new TreeMap<>(identities));
  }

  /** The same, as the next round after the plan of this digest. */
  public PlanMode following(String digest) {
    return with(mode -> mode.follows = Optional.of(digest));
  }

  /** The same, for a rollback: back to how it was when the run of this serial had ended. */
  public PlanMode to(long serial) {
    return with(mode -> mode.to = OptionalLong.of(serial));
  }

  /** The serial that a rollback leads back to; empty for the last one that was another. */
  public OptionalLong to() {
    return to;
  }

  /** The digest of the plan before, in a sequence of rounds. */
  public Optional<String> follows() {
    return follows;
  }

  /** The purpose. */
  public Purpose purpose() {
    return purpose;
  }

  /** Whether the cloud is asked how recorded objects are. */
  public boolean refresh() {
    return refresh;
  }

  /** Addresses to which the plan is limited; empty for no limit. */
  public Set<Address> targets() {
    return targets;
  }

  /** Addresses that are left out. */
  public Set<Address> excluded() {
    return excluded;
  }

  /** Objects that are replaced whatever has changed. */
  public Set<Address> replaced() {
    return replaced;
  }

  /** Objects that may move to another provider or scope. */
  public Set<Address> providerChanges() {
    return providerChanges;
  }

  /** Objects to take over. */
  public Map<Address, String> adopted() {
    return adopted;
  }
}
