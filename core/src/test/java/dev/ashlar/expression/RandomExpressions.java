package dev.ashlar.expression;

import java.util.List;
import java.util.Random;

/**
 * Random well-typed expressions over the names {@code s t} (texts), {@code i} (whole), {@code b}
 * (boolean), {@code l} (texts), {@code m} (map of texts).
 */
final class RandomExpressions {
  private final Random random;

  RandomExpressions(long seed) {
    this.random = new Random(seed);
  }

  String text(int depth) {
    if (depth == 0) {
      return pick("s", "t", "'k'", "''", "m.k", "m['u']", "l[0]");
    }
    return switch (random.nextInt(8)) {
      case 0 -> "(" + text(depth - 1) + " + " + text(depth - 1) + ")";
      case 1 -> "(" + bool(depth - 1) + " ? " + text(depth - 1) + " : " + text(depth - 1) + ")";
      case 2 -> "join(" + list(depth - 1) + ", '-')";
      case 3 -> "upper(" + text(depth - 1) + ")";
      case 4 -> "string(" + number(depth - 1) + ")";
      case 5 -> "coalesce(" + text(depth - 1) + ", " + text(depth - 1) + ")";
      case 6 -> "m[?" + text(depth - 1) + "].orValue(" + text(depth - 1) + ")";
      default -> list(depth - 1) + "[" + number(depth - 1) + "]";
    };
  }

  String bool(int depth) {
    if (depth == 0) {
      return pick("b", "true", "false", "has(m.k)", "has(m.q)");
    }
    return switch (random.nextInt(7)) {
      case 0 -> "(" + text(depth - 1) + " == " + text(depth - 1) + ")";
      case 1 -> "(" + bool(depth - 1) + " && " + bool(depth - 1) + ")";
      case 2 -> "(" + bool(depth - 1) + " || " + bool(depth - 1) + ")";
      case 3 -> "!" + bool(depth - 1);
      case 4 -> "(" + text(depth - 1) + " in " + list(depth - 1) + ")";
      case 5 -> list(depth - 1) + ".exists(x, x == " + text(depth - 1) + ")";
      default -> "(" + number(depth - 1) + " < " + number(depth - 1) + ")";
    };
  }

  String number(int depth) {
    if (depth == 0) {
      return pick("i", "0", "1", "2");
    }
    return switch (random.nextInt(4)) {
      case 0 -> "(" + number(depth - 1) + " + " + number(depth - 1) + ")";
      case 1 -> "size(" + list(depth - 1) + ")";
      case 2 -> "size(" + text(depth - 1) + ")";
      default -> "(" + number(depth - 1) + " / " + number(depth - 1) + ")";
    };
  }

  String list(int depth) {
    if (depth == 0) {
      return pick("l", "['a', 'b']", "[s]", "m.map(k, k)");
    }
    return switch (random.nextInt(6)) {
      case 0 -> "[" + text(depth - 1) + ", " + text(depth - 1) + "]";
      case 1 -> list(depth - 1) + ".map(x, x + " + text(depth - 1) + ")";
      case 2 -> list(depth - 1) + ".filter(x, x != " + text(depth - 1) + ")";
      case 3 -> "(" + list(depth - 1) + " + " + list(depth - 1) + ")";
      case 4 -> "sort(" + list(depth - 1) + ")";
      default -> "distinct(" + list(depth - 1) + ")";
    };
  }

  /** An expression of any type. */
  String any(int depth) {
    return switch (random.nextInt(4)) {
      case 0 -> text(depth);
      case 1 -> bool(depth);
      case 2 -> number(depth);
      default -> list(depth);
    };
  }

  String pick(String... choices) {
    return List.of(choices).get(random.nextInt(choices.length));
  }

  boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }
}
