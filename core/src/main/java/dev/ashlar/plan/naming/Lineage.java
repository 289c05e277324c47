package dev.ashlar.plan.naming;

import dev.ashlar.state.ObjectId;
import dev.ashlar.value.digest.Sha256;

/**
 * The symbol that stands, in a plan and its digest, for what tells the objects of equally named
 * environments apart. Applying binds it, once for each incarnation of an object.
 */
final class Lineage {
  /** The symbol. */
  static final String SYMBOL = "{lineage}";

  /** How long a bound symbol is in a name. */
  static final int NAME_LENGTH = 8;

  private static final int MARK_LENGTH = 32;

  private Lineage() {}

  /** What the symbol stands for in a name: lower-case hexadecimal digits. */
  static String name(String lineage, ObjectId object) {
    return digest(lineage, object).substring(0, NAME_LENGTH);
  }

  /** What the symbol stands for in a mark of ownership: lower-case hexadecimal digits. */
  static String mark(String lineage, ObjectId object) {
    return digest(lineage, object).substring(0, MARK_LENGTH);
  }

  private static String digest(String lineage, ObjectId object) {
    return Sha256.of(lineage + "\n" + object);
  }
}
