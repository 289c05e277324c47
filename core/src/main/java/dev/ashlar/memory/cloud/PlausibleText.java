package dev.ashlar.memory.cloud;

import dev.ashlar.schema.Constraints;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/**
 * Texts as a real cloud might give them, guessed from the attribute's name.
 *
 * @param values what numbers and digits are drawn from
 * @param place the attribute's place in the object
 */
record PlausibleText(Plausible values, String place) {

  /** A text that fits, if any of the usual ones does. */
  String of(String name, Constraints constraints) {
    String guess = guess(name.toLowerCase(Locale.ROOT));
    String digits = values.digits(place);
    return Stream.of(
            guess, digits.substring(0, 12), digits, digits.substring(0, 4), "a", "A", "1", "a-1")
        .filter(text -> fits(text, constraints))
        .findFirst()
        .orElse(guess);
  }

  private static boolean fits(String text, Constraints constraints) {
    try {
      return constraints.minLength().map(least -> text.length() >= least).orElse(true)
          && constraints.maxLength().map(most -> text.length() <= most).orElse(true)
          && constraints.pattern().map(is -> Pattern.compile(is).matcher(text).find()).orElse(true);
    } catch (PatternSyntaxException | StackOverflowError e) {
      return false;
    }
  }

  private String guess(String name) {
    List<String> words = words();
    String service = words.get(Math.max(0, words.size() - 2));
    String kind = words.get(words.size() - 1);
    String id = values.id();
    if (name.endsWith("arn")) {
      String realm = words.size() > 2 ? words.get(0) + ":" + service : words.get(0);
      return "arn:" + realm + ":local-1:000000000000:" + kind + "/" + id;
    }
    if (name.endsWith("url") || name.endsWith("uri")) {
      return "https://" + host(kind);
    }
    if (name.endsWith("endpoint") || name.contains("domain") || name.contains("host")) {
      return host(kind);
    }
    if (name.endsWith("address") || name.endsWith("ip")) {
      return "10." + byteAt(0) + "." + byteAt(1) + "." + byteAt(2);
    }
    if (name.equals("id") || name.equals(kind + "id") || name.equals("name")) {
      return id;
    }
    if (name.endsWith("status") || name.endsWith("state")) {
      return "available";
    }
    if (name.endsWith("at") || name.endsWith("time") || name.endsWith("date")) {
      return values.now().toString();
    }
    if (name.contains("account")) {
      return "000000000000";
    }
    if (name.contains("region")) {
      return "local-1";
    }
    return name + "-" + values.digits(place).substring(0, 8);
  }

  private List<String> words() {
    String type = values.type().schema().type().toLowerCase(Locale.ROOT);
    List<String> words = Stream.of(type.split("[^a-z0-9]+")).filter(w -> !w.isEmpty()).toList();
    return words.isEmpty() ? List.of("object") : words;
  }

  private String host(String service) {
    String label = values.id().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9-]+", "-");
    return label + "." + service + ".cloud.test";
  }

  private int byteAt(int index) {
    return values.draw(place + "#" + index, 254) + 1;
  }
}
