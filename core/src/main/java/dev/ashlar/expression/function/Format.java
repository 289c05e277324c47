package dev.ashlar.expression.function;

import dev.ashlar.value.Value;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * {@code format("%s-%03d", [name, 7])}: %s anything but lists, maps and null, %d whole numbers, %x
 * %X %o %b those in other bases, %f numbers with six or the given count of decimals, %% itself. A
 * width pads with spaces, or zeros where it begins with one.
 */
public final class Format {
  private static final Pattern VERB =
      Pattern.compile(
          "%(?<zero>0?)(?<width>[1-9][0-9]{0,2})?(?:\\.(?<precision>[0-9]{1,2}))?(?<verb>.)");

  private Format() {}

  /** The text with the values in place of the verbs. */
  public static String format(String pattern, List<Value> values, int limit) {
    StringBuilder text = new StringBuilder();
    Matcher verb = VERB.matcher(pattern);
    int from = 0;
    int next = 0;
    for (int at = pattern.indexOf('%'); at >= 0; at = pattern.indexOf('%', from)) {
      text.append(pattern, from, at);
      if (!verb.find(at) || verb.start() != at) {
        throw Refusal.argument(
            "format() was given a \"%\" without a verb: write \"%%\" for itself.");
      }
      from = verb.end();
      if (verb.group("verb").equals("%")) {
        text.append('%');
      } else {
        if (next == values.size()) {
          throw Refusal.argument("format() was given fewer values than its pattern has verbs.");
        }
        pad(text, verb, one(verb, values.get(next)));
        next++;
      }
      if (text.length() > limit) {
        throw Refusal.size(limit);
      }
    }
    if (next < values.size()) {
      throw Refusal.argument("format() was given more values than its pattern has verbs.");
    }
    return text.append(pattern, from, pattern.length()).toString();
  }

  private static String one(Matcher verb, Value value) {
    return switch (verb.group("verb")) {
      case "s" -> Lists.text("format", value);
      case "d" -> whole(value).toString();
      case "x" -> whole(value).toString(16);
      case "X" -> whole(value).toString(16).toUpperCase(Locale.ROOT);
      case "o" -> whole(value).toString(8);
      case "b" -> whole(value).toString(2);
      case "f" -> decimals(value, verb.group("precision"));
      default -> throw Refusal.argument("format() knows the verbs %s %d %x %X %o %b %f and %%.");
    };
  }

  private static BigInteger whole(Value value) {
    if (value instanceof Value.NumberValue number && number.isInteger()) {
      return number.number().toBigInteger();
    }
    throw Refusal.argument("format() needs a whole number for %d, %x, %X, %o and %b.");
  }

  private static String decimals(Value value, @Nullable String precision) {
    if (value instanceof Value.NumberValue number) {
      int digits = precision == null ? 6 : Integer.parseInt(precision);
      BigDecimal rounded = number.number().setScale(digits, RoundingMode.HALF_EVEN);
      return rounded.toPlainString();
    }
    throw Refusal.argument("format() needs a number for %f.");
  }

  private static void pad(StringBuilder text, Matcher verb, String part) {
    String width = verb.group("width");
    int missing = width == null ? 0 : Integer.parseInt(width) - part.length();
    boolean zeros = !verb.group("zero").isEmpty() && !verb.group("verb").equals("s");
    if (missing <= 0) {
      text.append(part);
    } else if (zeros && part.startsWith("-")) {
      text.append('-').append("0".repeat(missing)).append(part, 1, part.length());
    } else {
      text.append((zeros ? "0" : " ").repeat(missing)).append(part);
    }
  }
}
