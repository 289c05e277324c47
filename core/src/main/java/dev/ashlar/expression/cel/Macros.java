package dev.ashlar.expression.cel;

import com.google.common.collect.ImmutableList;
import dev.ashlar.cel.common.ast.CelExpr;
import dev.ashlar.cel.common.ast.CelExpr.ExprKind.Kind;
import dev.ashlar.cel.parser.CelMacro;
import dev.ashlar.cel.parser.CelMacroExprFactory;
import dev.ashlar.cel.parser.CelStandardMacro;
import java.util.List;
import java.util.Optional;

/**
 * Macros in place of CEL's: {@code has} that knows unknowns, {@code map} and {@code filter} in
 * linear time and in the order of keys; and functions of any number of arguments.
 */
final class Macros {
  /** CEL's own that stay. */
  static final ImmutableList<CelStandardMacro> STANDARD =
      ImmutableList.of(
          CelStandardMacro.ALL,
          CelStandardMacro.EXISTS,
          CelStandardMacro.EXISTS_ONE,
          CelStandardMacro.EXISTS_ONE_NEW);

  /** Ours. */
  static final ImmutableList<CelMacro> OWN =
      ImmutableList.of(
          CelMacro.newGlobalMacro("has", 1, Macros::has),
          CelMacro.newReceiverMacro("map", 2, (f, target, args) -> map(f, target, args, false)),
          CelMacro.newReceiverMacro("map", 3, (f, target, args) -> map(f, target, args, true)),
          CelMacro.newReceiverMacro("filter", 2, Macros::filter),
          CelMacro.newReceiverMacro(
              "optMap", 2, (f, target, args) -> optional(f, target, args, Operators.ONLY)),
          CelMacro.newReceiverMacro(
              "optFlatMap", 2, (f, target, args) -> optional(f, target, args, Operators.FLAT)),
          CelMacro.newGlobalVarArgMacro("merge", Macros::merge),
          CelMacro.newGlobalVarArgMacro("coalesce", Macros::coalesce));

  /** The names of functions that are macros, for "did you mean". */
  static final ImmutableList<String> NAMES =
      ImmutableList.of(
          "has",
          "all",
          "exists",
          "exists_one",
          "map",
          "filter",
          "merge",
          "coalesce",
          "optMap",
          "optFlatMap");

  private Macros() {}

  private static Optional<CelExpr> has(
      CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
    CelExpr argument = arguments.get(0);
    CelExpr read;
    if (argument.getKind() == Kind.SELECT) {
      read =
          factory.newGlobalCall(
              Operators.OPTIONAL_SELECT,
              argument.select().operand(),
              factory.newStringLiteral(argument.select().field()));
    } else if (argument.getKind() == Kind.CALL
        && argument.call().function().equals(Operators.INDEX)) {
      read = factory.newGlobalCall(Operators.OPTIONAL_INDEX, argument.call().args());
    } else {
      return Optional.of(factory.reportError("has() takes a.b or a[b]"));
    }
    return Optional.of(factory.newReceiverCall("hasValue", read));
  }

  private static Optional<CelExpr> map(
      CelMacroExprFactory factory, CelExpr target, List<CelExpr> arguments, boolean filtered) {
    CelExpr step = append(factory, arguments.get(filtered ? 2 : 1));
    if (filtered) {
      step =
          factory.newGlobalCall(Operators.CONDITIONAL, arguments.get(1), step, gathered(factory));
    }
    return gather(factory, target, arguments.get(0), step);
  }

  private static Optional<CelExpr> filter(
      CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
    CelExpr item = arguments.get(0);
    CelExpr step =
        factory.newGlobalCall(
            Operators.CONDITIONAL,
            arguments.get(1),
            append(factory, factory.copy(item)),
            gathered(factory));
    return gather(factory, target, item, step);
  }

  private static Optional<CelExpr> gather(
      CelMacroExprFactory factory, CelExpr target, CelExpr item, CelExpr step) {
    if (item.getKind() != Kind.IDENT || item.ident().name().startsWith(".")) {
      return Optional.of(factory.reportError("the first argument must be a simple name"));
    }
    CelExpr range = factory.newGlobalCall(Operators.SORTED, target);
    return Optional.of(fold(factory, item.ident().name(), range, step));
  }

  private static CelExpr fold(
      CelMacroExprFactory factory, String item, CelExpr range, CelExpr step) {
    return factory.fold(
        item,
        range,
        factory.getAccumulatorVarName(),
        factory.newGlobalCall(Operators.GATHER),
        factory.newBoolLiteral(true),
        step,
        factory.newGlobalCall(Operators.GATHERED, gathered(factory)));
  }

  /**
   * CEL's own evaluates the optional twice, and so doubles the expression with every one in a
   * chain.
   */
  private static Optional<CelExpr> optional(
      CelMacroExprFactory factory, CelExpr target, List<CelExpr> arguments, String then) {
    CelExpr item = arguments.get(0);
    if (item.getKind() != Kind.IDENT || item.ident().name().startsWith(".")) {
      return Optional.of(factory.reportError("the first argument must be a simple name"));
    }
    CelExpr items = factory.newGlobalCall(Operators.ITEMS, target);
    CelExpr step = append(factory, arguments.get(1));
    return Optional.of(
        factory.newGlobalCall(then, fold(factory, item.ident().name(), items, step)));
  }

  private static CelExpr append(CelMacroExprFactory factory, CelExpr item) {
    return factory.newGlobalCall(Operators.APPEND, gathered(factory), item);
  }

  private static CelExpr gathered(CelMacroExprFactory factory) {
    return factory.newIdentifier(factory.getAccumulatorVarName());
  }

  private static Optional<CelExpr> merge(
      CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
    return Optional.of(factory.newGlobalCall(Operators.MERGE, factory.newList(arguments)));
  }

  /** The first is evaluated once, and the others only if it is not set. */
  private static Optional<CelExpr> coalesce(
      CelMacroExprFactory factory, CelExpr target, ImmutableList<CelExpr> arguments) {
    if (arguments.isEmpty()) {
      return Optional.of(factory.reportError("coalesce() takes at least one argument"));
    }
    CelExpr result = arguments.get(arguments.size() - 1);
    for (int i = arguments.size() - 2; i >= 0; i--) {
      CelExpr chosen =
          factory.newGlobalCall(
              Operators.CONDITIONAL,
              factory.newGlobalCall(Operators.IS_SET, factory.newIdentifier(Operators.FIRST)),
              factory.newIdentifier(Operators.FIRST),
              result);
      result =
          factory.newGlobalCall(
              Operators.INDEX,
              fold(
                  factory,
                  Operators.FIRST,
                  factory.newList(arguments.get(i)),
                  append(factory, chosen)),
              factory.newIntLiteral(0));
    }
    return Optional.of(result);
  }
}
