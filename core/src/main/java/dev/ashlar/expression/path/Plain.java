package dev.ashlar.expression.path;

import dev.ashlar.expression.ReservedWords;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the expressions that need no CEL: paths of names and constant indexes, and constants. What
 * it does not recognise may still be CEL; what it recognises means the same there.
 */
public final class Plain {
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]{0,999})(\\.[0-9]{1,999})?([eE][+-]?[0-9]{1,3})?");
  private static final Pattern TEXT =
      Pattern.compile("\"([^\"\\\\\\n\\r]*+)\"|'([^'\\\\\\n\\r]*+)'");
  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

  private final String text;
  private int at;

  private Plain(String text) {
    this.text = text;
  }

  /** The constant that the text is; empty where it is something else. */
  public static Optional<Value> constant(String text) {
    String bare = text.strip();
    if (bare.equals("true") || bare.equals("false")) {
      return Optional.of(Value.of(bare.equals("true")));
    }
    if (bare.equals("null")) {
      return Optional.of(Value.NULL);
    }
    if (bare.isEmpty()) {
      return Optional.empty();
    }
    char first = bare.charAt(0);
    if (first == '"' || first == '\'') {
      Matcher quoted = TEXT.matcher(bare);
      return quoted.matches() ? Optional.of(Value.of(content(quoted))) : Optional.empty();
    }
    if ((first == '-' || first >= '0' && first <= '9') && NUMBER.matcher(bare).matches()) {
      return Optional.of(Value.of(new BigDecimal(bare)));
    }
    return Optional.empty();
  }

  /** The path that the text is; empty where it is something else. */
  public static Optional<Path> path(String text) {
    return new Plain(text).path();
  }

  private Optional<Path> path() {
    skip();
    int start = at;
    String root = name();
    if (root == null || ReservedWords.isTaken(root)) {
      return Optional.empty();
    }
    int offset = offset(start);
    List<Path.Step> steps = new ArrayList<>(2);
    for (skip(); at < text.length(); skip()) {
      Path.Step step = step();
      if (step == null) {
        return Optional.empty();
      }
      steps.add(step);
    }
    return Optional.of(new Path(root, false, steps, offset));
  }

  private Path.@Nullable Step step() {
    char c = text.charAt(at);
    at++;
    skip();
    int start = at;
    if (c == '.') {
      String name = name();
      return name == null || ReservedWords.LANGUAGE.contains(name)
          ? null
          : new Path.Step(new ValuePath.Key(name), false, offset(start));
    }
    if (c != '[') {
      return null;
    }
    ValuePath.Step inner;
    Matcher quoted = TEXT.matcher(text).region(at, text.length());
    if (quoted.lookingAt()) {
      at = quoted.end();
      inner = new ValuePath.Key(content(quoted));
    } else {
      String index = token(INDEX);
      if (index == null) {
        return null;
      }
      inner = new ValuePath.Index(Integer.parseInt(index));
    }
    skip();
    if (at == text.length() || text.charAt(at) != ']') {
      return null;
    }
    at++;
    return new Path.Step(inner, false, offset(start));
  }

  private static String content(Matcher quoted) {
    return quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
  }

  private @Nullable String name() {
    int start = at;
    while (at < text.length() && isNamePart(text.charAt(at), at > start)) {
      at++;
    }
    return at == start ? null : text.substring(start, at);
  }

  private static boolean isNamePart(char c, boolean inside) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c == '_'
        || inside && c >= '0' && c <= '9';
  }

  private @Nullable String token(Pattern pattern) {
    Matcher token = pattern.matcher(text).region(at, text.length());
    if (!token.lookingAt()) {
      return null;
    }
    at = token.end();
    return token.group();
  }

  private void skip() {
    while (at < text.length() && " \t\n\r\f".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  private int offset(int position) {
    return text.codePointCount(0, position);
  }
}
