package dev.ashlar.connector.problem;

import dev.ashlar.diagnostic.Code;
import java.util.List;

/** The kinds of problems with providers and connectors. */
public final class ConnectorProblems {
  /** A provider was listed and could not be loaded. */
  public static final Code BROKEN_PROVIDER =
      Code.error(
          "connector.broken-provider",
          "A provider cannot be loaded",
          "A jar on the class path or module path lists a provider that cannot be loaded or does"
              + " not describe itself. The other providers work. Replace the jar, or remove it.");

  /** Two providers have one name. */
  public static final Code DUPLICATE_PROVIDER =
      Code.error(
          "connector.duplicate-provider",
          "Two providers have the same name",
          "A blueprint could not say which of the two it means, so neither is used. Remove one of"
              + " the two jars or registrations.");

  /** Two providers own the same types. */
  public static final Code OVERLAPPING_NAMESPACES =
      Code.error(
          "connector.overlapping-namespaces",
          "Two providers claim the same types",
          "Every resource type belongs to exactly one provider, so neither of the two is used."
              + " Remove one of the two jars or registrations.");

  /** No provider owns a type. */
  public static final Code NO_PROVIDER =
      Code.error(
          "connector.no-provider",
          "No provider has this resource type",
          "The type's name starts with nothing that a registered provider owns. Correct the name,"
              + " or add the jar of the provider.");

  /** A provider does not know a type. */
  public static final Code UNKNOWN_TYPE =
      Code.error(
          "connector.unknown-type",
          "The provider does not know this resource type",
          "A provider owns types with such names, but has none of this name. Correct the name, or"
              + " update the provider.");

  /** A schema cannot be read. */
  public static final Code BROKEN_SCHEMA =
      Code.error(
          "connector.broken-schema",
          "A resource type's schema cannot be read",
          "The provider lists the type and fails to give its schema. This is a defect of the"
              + " provider: report it to its author.");

  /** A provider cannot be opened. */
  public static final Code CANNOT_OPEN =
      Code.error(
          "connector.cannot-open",
          "A provider cannot be opened",
          "The provider refuses its configuration, or fails on it. Check what the blueprint says"
              + " under providers.");

  /** A provider has no connector for a type of its own. */
  public static final Code NO_CONNECTOR =
      Code.error(
          "connector.no-connector",
          "A provider has no connector for a type",
          "The provider lists the type and cannot work with it. This is a defect of the provider:"
              + " report it to its author.");

  /** A connector did not keep the contract. */
  public static final Code BROKEN_CONTRACT =
      Code.error(
          "connector.broken-contract",
          "A connector breaks its contract",
          "What the connector answered cannot be used, so the operation counts as failed and the"
              + " state stays as it was. This is a defect of the connector: report it to its"
              + " author.");

  /** A connector threw an exception that its provider does not explain. */
  public static final Code UNEXPLAINED_EXCEPTION =
      Code.error(
          "connector.unexplained-exception",
          "A connector failed without an explanation",
          "The connector threw an exception to which its provider gives no meaning. The outcome of"
              + " a change is then not known and is looked up before anything else is done.");

  /** A connector did not answer. */
  public static final Code NO_ANSWER =
      Code.error(
          "connector.no-answer",
          "A connector did not answer in time",
          "The operation may still take effect. It is looked up before anything else is done with"
              + " the resource.");

  /** A connector answered more than once. */
  public static final Code SECOND_ANSWER =
      Code.warning(
          "connector.second-answer",
          "A connector answered again",
          "Only the first answer to an operation counts; every later one is ignored. This is a"
              + " defect of the connector: report it to its author.");

  /** A connector answered after its time was over. */
  public static final Code LATE_ANSWER =
      Code.warning(
          "connector.late-answer",
          "A connector answered too late",
          "The operation already counted as unanswered. A longer timeout of the type would have"
              + " waited for it.");

  private ConnectorProblems() {}

  /** All of them. */
  public static List<Code> all() {
    return List.of(
        BROKEN_PROVIDER,
        DUPLICATE_PROVIDER,
        OVERLAPPING_NAMESPACES,
        NO_PROVIDER,
        UNKNOWN_TYPE,
        BROKEN_SCHEMA,
        CANNOT_OPEN,
        NO_CONNECTOR,
        BROKEN_CONTRACT,
        UNEXPLAINED_EXCEPTION,
        NO_ANSWER,
        SECOND_ANSWER,
        LATE_ANSWER);
  }
}
