package dev.ashlar.drift;

import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.blueprint.Term;
import dev.ashlar.diagnostic.Diagnostic.Location;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.json.ValueJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The edit of the blueprint that would declare what the cloud has, so that accepted drift is not
 * planned away again. Where it cannot be made by itself, it says what to do by hand.
 *
 * @param address the resource
 * @param path the property
 * @param location where
 * @param value the new value as JSON, which is YAML as well; empty where the property goes, or
 *     where it is secret
 * @param byHand what a person has to do; empty where the edit can be made by itself
 * @since 0.1
 */
public record DocumentEdit(
    Address address,
    ValuePath path,
    Location location,
    Optional<String> value,
    Optional<String> byHand) {

  static DocumentEdit of(
      Address address, ResourceDeclaration declaration, Drift.Difference difference) {
    Spot spot = Spot.of(declaration, difference.path());
    Value actual = difference.actual();
    boolean gone = actual instanceof Value.NullValue;
    Optional<String> value =
        difference.sensitive() || gone || !actual.isKnown()
            ? Optional.empty()
            : Optional.of(ValueJson.canonical(actual));
    return new DocumentEdit(
        address,
        difference.path(),
        place(spot, gone),
        value,
        byHand(spot, difference, value, gone || value.isPresent()));
  }

  /** A whole resource that is gone. */
  static DocumentEdit gone(Address address, Location location) {
    return new DocumentEdit(
        address,
        ValuePath.ROOT,
        location,
        Optional.empty(),
        Optional.of("take the resource out: there is no such object any more"));
  }

  /** A value is replaced where it stands; a line goes, and one comes, by its key. */
  private static Location place(Spot spot, boolean gone) {
    return spot.exact() && !gone ? spot.term().place().start() : spot.location();
  }

  private static Optional<String> byHand(
      Spot spot, Drift.Difference difference, Optional<String> value, boolean said) {
    String what = value.map(text -> "write " + text).orElse("take it out");
    if (!said) {
      return Optional.of("write what the object has; it is secret, and not shown");
    }
    if (!spot.exact()) {
      return Optional.of(
          value
              .map(text -> "add " + name(difference.path()) + ": " + text)
              .orElse("nothing declares it here: look where it is computed"));
    }
    if (spot.term() instanceof Term.Computed || spot.term() instanceof Term.Text) {
      return Optional.of("it is computed: change what it is computed from, or " + what);
    }
    return spot.term() instanceof Term.Literal && value.isPresent()
        ? Optional.empty()
        : Optional.of(what);
  }

  private static String name(ValuePath path) {
    ValuePath.Step last = path.steps().get(path.steps().size() - 1);
    return last instanceof ValuePath.Key key ? key.name() : path.toString();
  }

  /**
   * The lines of a document after the edit.
   *
   * @param lines the document that the location is in
   * @return empty where the edit is to be made by hand, or the document is another one
   */
  public Optional<List<String>> in(List<String> lines) {
    if (byHand.isPresent() || location.line() > lines.size()) {
      return Optional.empty();
    }
    String line = lines.get(location.line() - 1);
    int from = line.offsetByCodePoints(0, Math.min(location.column() - 1, line.length()));
    int to = end(line, from);
    if (to <= from) {
      return Optional.empty();
    }
    List<String> edited = new ArrayList<>(lines);
    edited.set(
        location.line() - 1, line.substring(0, from) + value.orElseThrow() + line.substring(to));
    return Optional.of(edited);
  }

  /** Where a scalar of one line ends; its beginning where it has another form. */
  private static int end(String line, int from) {
    if (from >= line.length() || "|>&*!".indexOf(line.charAt(from)) >= 0) {
      return from;
    }
    char first = line.charAt(from);
    if (first == '"' || first == '\'') {
      return endOfQuoted(line, from, first);
    }
    int to = from;
    while (to < line.length() && !endsPlain(line, to)) {
      to++;
    }
    return line.substring(0, to).stripTrailing().length();
  }

  private static int endOfQuoted(String line, int from, char quote) {
    for (int at = from + 1; at < line.length(); at++) {
      if (line.charAt(at) == '\\' && quote == '"') {
        at++;
      } else if (line.charAt(at) == quote) {
        if (quote == '"' || at + 1 == line.length() || line.charAt(at + 1) != quote) {
          return at + 1;
        }
        at++;
      }
    }
    return from;
  }

  /** A comment, or the end of an entry between brackets. */
  private static boolean endsPlain(String line, int at) {
    char c = line.charAt(at);
    return ",]}".indexOf(c) >= 0 || c == '#' && Character.isWhitespace(line.charAt(at - 1));
  }

  /**
   * What a person reads: the place, the line before and after, or what to do.
   *
   * @param lines the document; empty where it is not at hand
   */
  public String diff(List<String> lines) {
    String head = location + "  " + address + (path.steps().isEmpty() ? "" : " " + path) + "\n";
    Optional<List<String>> edited = in(lines);
    if (edited.isEmpty()) {
      String what = byHand.orElseGet(() -> "write " + value.orElse("nothing"));
      return head + "  " + what + "\n";
    }
    int at = location.line() - 1;
    return head + "- " + lines.get(at) + "\n+ " + edited.get().get(at) + "\n";
  }
}
