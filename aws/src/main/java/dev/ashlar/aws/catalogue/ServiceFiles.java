package dev.ashlar.aws.catalogue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The catalogue's files: an index of all names, and for each service a file with a line for each
 * type, which is its name, a tab, and what is known of it. A file is read up to the line that is
 * wanted, and nothing of it is kept.
 */
final class ServiceFiles {
  private static final String SEPARATOR = "::";
  private static final int BUFFER = 1 << 15;

  private ServiceFiles() {}

  /** The names of all types. */
  static SortedSet<String> names() {
    SortedSet<String> names = new TreeSet<>();
    var unused =
        read(
            "index",
            line -> {
              String[] words = line.split(" ", -1);
              for (int i = 1; i < words.length; i++) {
                names.add(words[0] + SEPARATOR + words[i]);
              }
              return null;
            });
    return Collections.unmodifiableSortedSet(names);
  }

  /** What the catalogue says of a type; empty where it does not know it. */
  static Optional<String> entry(String type) {
    int last = type.lastIndexOf(SEPARATOR);
    if (last < 0 || !isName(type)) {
      return Optional.empty();
    }
    String start = type.substring(last + SEPARATOR.length()) + "\t";
    return Optional.ofNullable(
        ServiceFiles.<String>read(
            type.substring(0, last).replace(SEPARATOR, ".") + ".types",
            line -> line.startsWith(start) ? line.substring(start.length()) : null));
  }

  /** The name becomes part of a path. */
  private static boolean isName(String type) {
    return type.chars()
        .allMatch(
            c -> c == ':' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9');
  }

  private static <T> @Nullable T read(String file, Function<String, @Nullable T> wanted) {
    try (InputStream in = ServiceFiles.class.getResourceAsStream(file)) {
      if (in == null) {
        return null;
      }
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8), BUFFER);
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        T found = wanted.apply(line);
        if (found != null) {
          return found;
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
