package dev.ashlar.schema;

/**
 * When two values of an attribute mean the same, though they are not equal.
 *
 * @since 0.1
 */
public sealed interface Equivalence {
  /** Only equal values mean the same. */
  Equivalence EXACT = Rule.EXACT;

  /** Texts that differ in case only mean the same. */
  Equivalence IGNORE_CASE = Rule.IGNORE_CASE;

  /** Texts that are the same JSON mean the same; a text and the value it spells, too. */
  Equivalence JSON = Rule.JSON;

  /**
   * Access policies in AWS's policy language that grant the same mean the same: order of
   * statements, one item instead of a list of one, account number instead of its root ARN.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">the
   *     grammar</a>
   */
  Equivalence POLICY_DOCUMENT = Rule.POLICY_DOCUMENT;

  /** Lists with the same items in any order mean the same. */
  Equivalence SET = Rule.SET;

  /**
   * The connector decides, by normalising in its plan refinement: for the engine itself only equal
   * values mean the same.
   */
  Equivalence CONNECTOR = Rule.CONNECTOR;

  /** Lists whose items have a key mean the same in any order; items are matched by the key. */
  static Equivalence keyedBy(String key) {
    return new KeyedList(key);
  }

  /** The rules that need nothing more. */
  enum Rule implements Equivalence {
    /** See {@link Equivalence#EXACT}. */
    EXACT,
    /** See {@link Equivalence#IGNORE_CASE}. */
    IGNORE_CASE,
    /** See {@link Equivalence#JSON}. */
    JSON,
    /** See {@link Equivalence#POLICY_DOCUMENT}. */
    POLICY_DOCUMENT,
    /** See {@link Equivalence#SET}. */
    SET,
    /** See {@link Equivalence#CONNECTOR}. */
    CONNECTOR
  }

  /**
   * See {@link #keyedBy}.
   *
   * @param key the attribute of an item that identifies it in the list
   */
  record KeyedList(String key) implements Equivalence {}
}
