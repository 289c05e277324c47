package dev.ashlar.aws.cloudcontrol;

import dev.ashlar.aws.client.ServiceFailures;
import dev.ashlar.connector.Failure;
import dev.ashlar.schema.Operation;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What it means that a handler failed. A handler that made something before it failed names it; one
 * that names nothing made nothing.
 */
final class HandlerFailures {
  /** The handler could not, just now. */
  private static final Set<String> PASSING =
      Set.of("Throttling", "InternalFailure", "ServiceInternalError", "NetworkFailure");

  /** It may have happened all the same. */
  private static final Set<String> OPEN = Set.of("ServiceTimeout", "NotStabilized");

  private HandlerFailures() {}

  /** Whether the same request may be made anew, under another token. */
  static boolean isPassing(String code) {
    return PASSING.contains(code);
  }

  /**
   * The failure.
   *
   * @param id what the handler says that it made; empty for none
   * @param said what it said, secrets taken out
   */
  static Failure of(Operation operation, String code, Optional<String> id, String said) {
    String detail = ServiceFailures.detail(code, said);
    boolean open = PASSING.contains(code) || OPEN.contains(code);
    if (operation == Operation.CREATE && id.isPresent() && !code.equals("AlreadyExists")) {
      return (open ? Failure.conflict(detail) : known(operation, code, said, detail))
          .withId(id.get());
    }
    return open ? Failure.inDoubt(detail) : known(operation, code, said, detail);
  }

  private static Failure known(Operation operation, String code, String said, String detail) {
    String action = "cloudformation:" + word(operation) + "Resource";
    @Nullable Failure failure = ServiceFailures.of(code, action, said);
    return failure == null || failure.kind() == Failure.Kind.THROTTLED
        ? Failure.invalid(detail)
        : failure;
  }

  private static String word(Operation operation) {
    return switch (operation) {
      case CREATE -> "Create";
      case UPDATE -> "Update";
      case DELETE -> "Delete";
      case READ, LIST -> "Get";
    };
  }
}
