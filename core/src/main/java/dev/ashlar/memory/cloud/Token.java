package dev.ashlar.memory.cloud;

import dev.ashlar.schema.Operation;
import java.util.Locale;
import java.util.Optional;

/**
 * What an operation under way is asked about with.
 *
 * @param operation what is under way
 * @param id the object
 */
record Token(Operation operation, String id) {

  static Optional<Token> parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      return Optional.empty();
    }
    for (Operation operation : Operation.values()) {
      if (word(operation).equals(text.substring(0, colon))) {
        return Optional.of(new Token(operation, text.substring(colon + 1)));
      }
    }
    return Optional.empty();
  }

  private static String word(Operation operation) {
    return operation.name().toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return word(operation) + ":" + id;
  }
}
