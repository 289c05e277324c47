package dev.ashlar.blueprint.editing;

import dev.ashlar.blueprint.editing.Identifiers.Identifier;
import java.util.List;

/** Renames what expressions refer to by bare name, or behind {@code resources}. */
final class NameInExpression {
  private final String from;
  private final String to;

  NameInExpression(String from, String to) {
    this.from = from;
    this.to = to;
  }

  /** The expression with the new name. */
  String rename(String expression) {
    if (!expression.contains(from)) {
      return expression;
    }
    StringBuilder renamed = new StringBuilder();
    int copied = 0;
    List<Identifier> names = Identifiers.of(expression);
    for (int i = 0; i < names.size(); i++) {
      Identifier name = names.get(i);
      if (!name.text().equals(from) || !isReference(names, i)) {
        continue;
      }
      if (name.after() == ',' && name.before() == '(' && i > 0 && isMacro(names.get(i - 1))) {
        throw new Refused(
            "In an expression \"%s\" is also the name of a variable: rename that first."
                .formatted(from));
      }
      renamed.append(expression, copied, name.start()).append(to);
      copied = name.start() + from.length();
    }
    return renamed.append(expression, copied, expression.length()).toString();
  }

  private static boolean isReference(List<Identifier> names, int at) {
    Identifier name = names.get(at);
    if (name.after() == '(') {
      return false;
    }
    boolean behindRoot =
        at > 0 && names.get(at - 1).text().equals("resources") && names.get(at - 1).before() != '.';
    return name.before() != '.' || behindRoot;
  }

  private static boolean isMacro(Identifier name) {
    return switch (name.text()) {
      case "map",
          "filter",
          "all",
          "exists",
          "exists_one",
          "existsOne",
          "transformList",
          "transformMap",
          "sortBy",
          "bind" ->
          true;
      default -> false;
    };
  }
}
