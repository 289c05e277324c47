package dev.ashlar.simulation.life;

import dev.ashlar.plan.Change;
import dev.ashlar.plan.ReplaceOrder;

/** What is done to an object, as the coverage counts it: a replacement in either order. */
enum Deed {
  CREATE,
  UPDATE,
  REPLACE_OLD_FIRST,
  REPLACE_NEW_FIRST,
  REPLACE_IF_CHANGED,
  DELETE,
  READ,
  ADOPT,
  FORGET,
  MOVE,
  RECORD,
  DEFERRED,
  NOTHING;

  static Deed of(Change change) {
    return switch (change.action()) {
      case CREATE -> CREATE;
      case UPDATE -> UPDATE;
      case REPLACE ->
          change.order().filter(order -> order == ReplaceOrder.CREATE_THEN_DELETE).isPresent()
              ? REPLACE_NEW_FIRST
              : REPLACE_OLD_FIRST;
      case REPLACE_IF_CHANGED -> REPLACE_IF_CHANGED;
      case DELETE -> DELETE;
      case READ -> READ;
      case ADOPT -> ADOPT;
      case FORGET -> FORGET;
      case MOVE -> MOVE;
      case RECORD -> RECORD;
      case DEFERRED -> DEFERRED;
      case NO_OP -> NOTHING;
    };
  }

  /** Whether a cloud is asked to change something. */
  boolean calls() {
    return switch (this) {
      case CREATE, UPDATE, REPLACE_OLD_FIRST, REPLACE_NEW_FIRST, REPLACE_IF_CHANGED, DELETE -> true;
      default -> false;
    };
  }
}
