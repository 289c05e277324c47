package dev.ashlar.schema.export;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.regex.Pattern;

/** What a form writes beside a field, and how names go into URIs. */
final class Titles {
  /** Before a capital that follows a small letter, or that starts a word after an acronym. */
  private static final Pattern WORD =
      Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[_. -]+");

  private Titles() {}

  /** {@code VisibilityTimeout} and {@code visibility_timeout} are "Visibility timeout". */
  static String of(String name) {
    StringBuilder title = new StringBuilder();
    for (String word : WORD.split(name, -1)) {
      if (word.isEmpty()) {
        continue;
      }
      boolean acronym = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
      if (title.isEmpty()) {
        title.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
      } else {
        title.append(' ').append(acronym ? word : word.toLowerCase(Locale.ROOT));
      }
    }
    return title.isEmpty() ? name : title.toString();
  }

  /** A pointer, without its first slash, as the fragment of a URI holds it. */
  static String escaped(String pointer) {
    try {
      return new URI(null, null, null, pointer.substring(1)).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("not a name", e);
    }
  }
}
