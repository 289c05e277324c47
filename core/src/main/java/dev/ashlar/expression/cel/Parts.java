package dev.ashlar.expression.cel;

import dev.ashlar.cel.common.ast.CelExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds and names parts of parsed expressions. */
final class Parts {
  private static final Pattern OPERATOR = Pattern.compile("[_!-]?_?([^_a-zA-Z@]+)_?");

  private Parts() {}

  /** The part of a number; null if there is none. */
  static @Nullable CelExpr find(CelExpr whole, long id) {
    if (whole.id() == id) {
      return whole;
    }
    for (CelExpr part : of(whole)) {
      CelExpr found = find(part, id);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** The direct parts of an expression. */
  static List<CelExpr> of(CelExpr whole) {
    List<CelExpr> parts = new ArrayList<>();
    switch (whole.getKind()) {
      case SELECT -> parts.add(whole.select().operand());
      case CALL -> {
        whole.call().target().ifPresent(parts::add);
        parts.addAll(whole.call().args());
      }
      case LIST -> parts.addAll(whole.list().elements());
      case MAP ->
          whole
              .map()
              .entries()
              .forEach(
                  entry -> {
                    parts.add(entry.key());
                    parts.add(entry.value());
                  });
      case COMPREHENSION -> {
        CelExpr.CelComprehension loop = whole.comprehension();
        parts.addAll(
            List.of(
                loop.iterRange(),
                loop.accuInit(),
                loop.loopCondition(),
                loop.loopStep(),
                loop.result()));
      }
      default -> {}
    }
    return parts;
  }

  /** What a person calls the function or operator of a call. */
  static String name(@Nullable CelExpr part) {
    if (part == null || part.getKind() != CelExpr.ExprKind.Kind.CALL) {
      return "This expression";
    }
    String function = part.call().function();
    Matcher operator = OPERATOR.matcher(function);
    return switch (function) {
      case Operators.CONDITIONAL -> "The condition";
      case Operators.INDEX, Operators.OPTIONAL_INDEX -> "The index";
      case Operators.OPTIONAL_SELECT -> "\".?\"";
      case Operators.IN -> "\"in\"";
      case Operators.MERGE -> "merge()";
      case Operators.APPEND, Operators.GATHERED, Operators.SORTED -> "The loop";
      case "!_" -> "\"!\"";
      case "-_" -> "\"-\"";
      default -> operator.matches() ? "\"" + operator.group(1) + "\"" : function + "()";
    };
  }
}
