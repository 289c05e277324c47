package dev.ashlar.expression.cel;

import com.google.common.collect.ImmutableList;
import dev.ashlar.cel.runtime.CelFunctionBinding;

/** Bodies as CEL takes them: it has separate doors for one and for two arguments. */
@SuppressWarnings("Immutable") // Of CEL's annotation: a body keeps nothing.
final class Bodies {
  private Bodies() {}

  static CelFunctionBinding binding(
      String id, ImmutableList<Class<?>> classes, Functions.Body body) {
    return switch (classes.size()) {
      case 1 -> CelFunctionBinding.from(id, classes.get(0), a -> body.apply(new Object[] {a}));
      case 2 ->
          CelFunctionBinding.from(
              id, classes.get(0), classes.get(1), (a, b) -> body.apply(new Object[] {a, b}));
      default -> CelFunctionBinding.from(id, classes, body::apply);
    };
  }
}
