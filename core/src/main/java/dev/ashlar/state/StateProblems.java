package dev.ashlar.state;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Code;
import dev.ashlar.diagnostic.Diagnostic;
import java.time.Instant;
import java.util.List;

/**
 * The problems that reading and writing states can have.
 *
 * @since 0.1
 */
public final class StateProblems {
  /** Somebody else is writing. */
  public static final Code LOCKED =
      Code.error(
          "state.locked",
          "Another run holds this environment.",
          "Only one run at a time writes to an environment, so that none undoes the other's work."
              + " Wait until it ends. A run whose process died gives way on its own: at once where"
              + " the store can tell that it died, else when its lease ends.");

  /** The right to write was lost while writing. */
  public static final Code LEASE_LOST =
      Code.error(
          "state.lease-lost",
          "Another run took this environment over.",
          "The right to write ended, because this process was paused or cut off for longer than its"
              + " lease, and another run took it. Nothing more is recorded by this one. Recover the"
              + " environment, then plan again.");

  /** The store does not answer. */
  public static final Code STORE_UNREACHABLE =
      Code.error(
          "state.store-unreachable",
          "The state store cannot be used.",
          "Reading or writing failed: the disk is full, a permission is missing, the network is"
              + " gone. What was recorded before is safe. Mend the cause and try again.");

  /** Files are not as the engine wrote them. */
  public static final Code DAMAGED =
      Code.error(
          "state.damaged",
          "The stored state was altered or truncated.",
          "A checksum or a length does not fit, so that what is stored is not what was written. It"
              + " is left untouched and nothing is guessed. Restore the environment's folder from a"
              + " backup.");

  /** A text in the store is not what this engine reads. */
  public static final Code UNREADABLE =
      Code.error(
          "state.unreadable",
          "A record in the state is not understood.",
          "The record is whole but does not follow the format. It was written by something else"
              + " than this engine. Nothing is changed; restore the environment from a backup.");

  /** Written by a later version. */
  public static final Code NEWER_FORMAT =
      Code.error(
          "state.newer-format",
          "The state is newer than this engine.",
          "A later version of the engine wrote it. Use that version or a later one; an older one"
              + " could lose what it does not know.");

  /** The records are another environment's. */
  public static final Code WRONG_ENVIRONMENT =
      Code.error(
          "state.wrong-environment",
          "The stored state belongs to another environment.",
          "The records say for which environment they are, and it is not this one: a folder was"
              + " copied or renamed. Move resources with a plan instead.");

  /** That old a serial is not there any more. */
  public static final Code SERIAL_NOT_KEPT =
      Code.error(
          "state.serial-not-kept",
          "The state of this serial is not kept.",
          "The last 20 serials can be read. Older ones are dropped when the log is compacted.");

  /** The key that opens the secrets is not there. */
  public static final Code KEY_MISSING =
      Code.error(
          "state.key-missing",
          "The key of this state is missing.",
          "Secrets in the state are encrypted. Without the key they are lost, so the state is"
              + " refused rather than used without them. Put the key back where the key service"
              + " looks for it.");

  /** The key service said no, or nothing of use. */
  public static final Code KEY_REFUSED =
      Code.error(
          "state.key-refused",
          "The key service did not give the key.",
          "The key that opens the secrets of a state is itself kept encrypted; the key service"
              + " could not open it. Check its permissions and that the key was not altered.");

  /** A ciphertext is not from here. */
  public static final Code SECRET_UNREADABLE =
      Code.error(
          "state.secret-unreadable",
          "A secret in the state cannot be decrypted.",
          "Each secret is bound to its environment, object and property. This one was altered, or"
              + " copied from another place.");

  /** Its key was dropped. */
  public static final Code SECRET_SHREDDED =
      Code.error(
          "state.secret-shredded",
          "The key of a secret in the state was forgotten.",
          "Somebody has changed the keys of this environment and had the former ones forgotten, so"
              + " that what they encrypted can never be read again: the serials from before, and"
              + " copies of them. The state as it is now can be read.");

  /** A secret that should be encrypted is not. */
  public static final Code SECRET_IN_CLEAR =
      Code.error(
          "state.secret-in-clear",
          "A secret in the state is not encrypted.",
          "The engine never writes one so: the record was edited. Restore it from a backup, and"
              + " change the secret, since it was readable.");

  /** A reference to a secret has not the form of one. */
  public static final Code SECRET_REFERENCE =
      Code.error(
          "state.secret-reference",
          "A secret reference is not SCHEME:NAME.",
          "A secret is named by where it lies: env:ORDERS_TOKEN in a variable of the process,"
              + " file:token.txt in a file.");

  /** Nothing serves the scheme of a secret reference. */
  public static final Code SECRET_SCHEME =
      Code.error(
          "state.secret-scheme",
          "Nothing serves this kind of secret.",
          "The word before the colon says where a secret lies. The engine knows env and file;"
              + " others are added by whoever embeds it.");

  /** There is no such secret. */
  public static final Code SECRET_NOT_FOUND =
      Code.error(
          "state.secret-not-found",
          "A secret is not where its reference says.",
          "Secrets are fetched at the moment of use. Set the variable, put the file there, or mend"
              + " the reference.");

  /** What lies there cannot be a secret. */
  public static final Code SECRET_UNUSABLE =
      Code.error(
          "state.secret-unusable",
          "A secret cannot be read.",
          "It is too large, is not UTF-8 text, or the process may not read it. A secret is a text"
              + " of at most 64 KiB.");

  /** Nothing can be appended after the end. */
  public static final Code JOURNAL_CLOSED =
      Code.error(
          "state.journal-closed",
          "The journal is closed.",
          "The run has ended and its records are closed. Begin another run.");

  /** Invariant 1. */
  public static final Code INCARNATION_ORDER =
      Code.error(
          "state.invariant-1",
          "A deposed object is not older than the current one.",
          "At one address objects follow each other: the current one has the highest incarnation,"
              + " and those that wait for their deletion have lower ones.");

  /** Invariant 2. */
  public static final Code IDENTITY_MISSING =
      Code.error(
          "state.invariant-2",
          "An object that exists has no identity.",
          "Without the provider's identifier an object can neither be read nor deleted. Only one"
              + " whose creation is in doubt may lack it.");

  /** Invariant 3. */
  public static final Code DEPENDENCY_UNSOUND =
      Code.error(
          "state.invariant-3",
          "A recorded dependency is not an address, or the object's own.",
          "Deletions follow the recorded dependencies backwards. A dependency may be gone already,"
              + " but it must name something else.");

  /** Invariant 4. */
  public static final Code PENDING_WITHOUT_OBJECT =
      Code.error(
          "state.invariant-4",
          "A pending operation concerns no recorded object.",
          "An operation that began and has not ended is found again by its object. Only a creation"
              + " or a reading may be without one.");

  /** Invariant 5. */
  public static final Code SERIAL_UNSOUND =
      Code.error(
          "state.invariant-5",
          "The serial or the lineage is missing.",
          "Each run that changes something raises the serial, and the first gives the environment"
              + " its lineage. Records without them cannot be told from another environment's.");

  /** Invariant 6. */
  public static final Code RUN_UNSOUND =
      Code.error(
          "state.invariant-6",
          "The open run does not belong to this state.",
          "A run that has not ended leads to the state's own serial, in its own lineage.");

  /** Invariant 7. */
  public static final Code WRITE_ONLY_KEPT =
      Code.error(
          "state.invariant-7",
          "A write-only value is kept beside its fingerprint.",
          "Of a write-only value only the keyed fingerprint is recorded, so that the value cannot"
              + " be read from the state.");

  /** Invariant 8. */
  public static final Code FINGERPRINT_UNSOUND =
      Code.error(
          "state.invariant-8",
          "A fingerprint has not the form of one.",
          "A fingerprint is keyed and starts with fp:. Anything else could be the value itself, or"
              + " a plain hash that can be guessed.");

  /** Invariant 9. */
  public static final Code SECRET_MISPLACED =
      Code.error(
          "state.invariant-9",
          "A secret stands where none belongs.",
          "Parameters are recorded with fingerprints in the place of secrets, and a provider's"
              + " scope never holds credentials.");

  /** Invariant 10. */
  public static final Code OBJECT_UNNAMED =
      Code.error(
          "state.invariant-10",
          "An object lacks its type or its provider.",
          "Without its type, provider and configuration nothing can be done with an object.");

  private StateProblems() {}

  /** Says who holds an environment. */
  public static Diagnostic locked(Environment.Id environment, String holder, Instant until) {
    return Diagnostic.of(
        LOCKED,
        "The environment \"%s\" is being written to by %s. Its lease ends at %s unless renewed. Wait for it to end, or wait longer."
            .formatted(environment, holder.isEmpty() ? "another run" : holder, until));
  }

  /** Says which serials can be read. */
  public static Diagnostic serialNotKept(
      Environment.Id environment, long serial, long oldest, long newest) {
    return Diagnostic.of(
        SERIAL_NOT_KEPT,
        "Serial %d of the environment \"%s\" cannot be read. Those from %d to %d can."
            .formatted(serial, environment, oldest, newest));
  }

  /** All of them, for explanations. */
  public static List<Code> all() {
    return List.of(
        LOCKED,
        LEASE_LOST,
        STORE_UNREACHABLE,
        DAMAGED,
        UNREADABLE,
        NEWER_FORMAT,
        WRONG_ENVIRONMENT,
        SERIAL_NOT_KEPT,
        KEY_MISSING,
        KEY_REFUSED,
        SECRET_UNREADABLE,
        SECRET_SHREDDED,
        SECRET_IN_CLEAR,
        SECRET_REFERENCE,
        SECRET_SCHEME,
        SECRET_NOT_FOUND,
        SECRET_UNUSABLE,
        JOURNAL_CLOSED,
        INCARNATION_ORDER,
        IDENTITY_MISSING,
        DEPENDENCY_UNSOUND,
        PENDING_WITHOUT_OBJECT,
        SERIAL_UNSOUND,
        RUN_UNSOUND,
        WRITE_ONLY_KEPT,
        FINGERPRINT_UNSOUND,
        SECRET_MISPLACED,
        OBJECT_UNNAMED);
  }
}
