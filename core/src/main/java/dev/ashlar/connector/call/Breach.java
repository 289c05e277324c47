package dev.ashlar.connector.call;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How a connector broke its contract; thrown and caught within this package. */
final class Breach extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String how;
  private final @Nullable String id;

  /**
   * A breach.
   *
   * @param how the rest of a sentence whose subject is the connector
   */
  Breach(String how) {
    this(how, Optional.empty());
  }

  /** A breach by an answer that names an object all the same. */
  Breach(String how, Optional<String> id) {
    super(how, null, false, false);
    this.how = how;
    this.id = id.orElse(null);
  }

  String how() {
    return how;
  }

  Optional<String> id() {
    return Optional.ofNullable(id);
  }
}
