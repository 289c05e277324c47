package dev.ashlar.plan;

import dev.ashlar.value.ValuePath;
import java.util.List;
import java.util.Locale;

/**
 * Why a change is planned.
 *
 * @param kind the kind of reason
 * @param paths the properties that caused it, if it was properties
 * @param causes other addresses, names or words that caused it: what it waits for, what it replaces
 * @since 0.1
 */
public record Reason(Kind kind, List<ValuePath> paths, List<String> causes) {
  /** Copies the lists. */
  public Reason {
    paths = List.copyOf(paths);
    causes = List.copyOf(causes);
  }

  /** A reason that needs nothing more. */
  public static Reason of(Kind kind) {
    return new Reason(kind, List.of(), List.of());
  }

  /** A reason that lies in properties. */
  public static Reason of(Kind kind, List<ValuePath> paths) {
    return new Reason(kind, paths, List.of());
  }

  /** The kinds of reason. Will grow. */
  public enum Kind {
    /** It is declared and does not exist. */
    DECLARED,
    /** It was recorded and is not in the cloud any more. */
    MISSING,
    /** Declared properties changed. */
    CHANGED,
    /** The cloud differs from what was applied. */
    DRIFTED,
    /** A property changed that cannot be changed in place. */
    IMMUTABLE_CHANGED,
    /** A property that cannot be changed in place has a value that is not known yet. */
    IMMUTABLE_UNKNOWN,
    /** Another type is declared at this address. */
    TYPE_CHANGED,
    /** It would live elsewhere: another provider or scope. */
    PROVIDER_CHANGED,
    /** Its last operation failed half way. */
    TAINTED,
    /** Somebody asked for it. */
    REQUESTED,
    /** Its declaration is gone. */
    REMOVED,
    /** Its {@code when} is false. */
    SWITCHED_OFF,
    /** Its key is not in {@code forEach} any more. */
    KEY_REMOVED,
    /** Another object took its place in this plan. */
    REPLACED,
    /** Another object took its place in an earlier run. */
    DEPOSED,
    /** The environment is destroyed. */
    DESTROYED,
    /** A {@code moved} entry says so. */
    MOVED,
    /** Only life cycle or dependencies changed. */
    LIFECYCLE_CHANGED,
    /** What is looked for was not known while planning. */
    LOOKUP,
    /** Its {@code when} is not known yet. */
    WHEN_UNKNOWN,
    /** The keys of its {@code forEach} are not known yet. */
    KEYS_UNKNOWN,
    /** Something that it depends on is deferred. */
    WAITS,
    /** It exists and its ownership says to take it over. */
    ADOPTED,
    /** Its declaration is gone and it is to stay. */
    RETAINED,
    /** A run that ended before its time had begun it. */
    INTERRUPTED,
    /** A rollback leads back to before there was this change of it. */
    ROLLED_BACK;

    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /** The word in documents: {@code immutable-changed}. */
    public String text() {
      return text;
    }
  }
}
