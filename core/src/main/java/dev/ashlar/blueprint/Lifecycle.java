package dev.ashlar.blueprint;

import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Optional;

/**
 * How a resource is treated when it changes or goes away.
 *
 * @param preventDestroy a boolean term: whether deleting or replacing it is refused
 * @param createBeforeDestroy whether a replacement is made before the old one goes; empty where the
 *     blueprint does not say
 * @param ignoreChanges properties whose changes are left alone
 * @param onRemove what becomes of the object when its declaration goes
 * @param ownership whose the object is
 * @since 0.1
 */
public record Lifecycle(
    Optional<Term> preventDestroy,
    Optional<Boolean> createBeforeDestroy,
    List<ValuePath> ignoreChanges,
    OnRemove onRemove,
    Ownership ownership) {

  /** Nothing special. */
  public static final Lifecycle DEFAULT =
      new Lifecycle(
          Optional.empty(), Optional.empty(), List.of(), OnRemove.DELETE, Ownership.MANAGE);

  /** Copies the list. */
  public Lifecycle {
    ignoreChanges = List.copyOf(ignoreChanges);
  }

  /** What becomes of the object when its declaration goes. */
  public enum OnRemove {
    /** It is deleted. */
    DELETE,
    /** It stays in the cloud and is forgotten. */
    RETAIN
  }

  /** Whose the object is. */
  public enum Ownership {
    /** This environment's: created, changed and deleted by it. */
    MANAGE,
    /** Somebody else's: only looked at. */
    OBSERVE,
    /** Found by its identity and taken over, if it exists; else created. */
    ADOPT
  }
}
