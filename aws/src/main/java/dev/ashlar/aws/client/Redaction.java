package dev.ashlar.aws.client;

import dev.ashlar.value.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a service says, without the secrets that it was sent. */
public final class Redaction {
  private static final int LONGEST = 600;
  private static final int SHORTEST_SECRET = 3;

  private final List<String> secrets = new ArrayList<>();

  private Redaction() {}

  /** Takes out the secrets of these values. */
  public static Redaction of(Value... sent) {
    Redaction redaction = new Redaction();
    for (Value value : sent) {
      redaction.collect(value, false);
    }
    redaction.secrets.sort(Comparator.comparingInt(String::length).reversed());
    return redaction;
  }

  private void collect(Value value, boolean secret) {
    if (value instanceof Value.SecretValue hidden) {
      collect(hidden.content(), true);
    } else if (value instanceof Value.MapValue map) {
      map.entries().values().forEach(part -> collect(part, secret));
    } else if (value instanceof Value.ListValue list) {
      list.items().forEach(part -> collect(part, secret));
    } else if (secret
        && (value instanceof Value.TextValue || value instanceof Value.NumberValue)
        && value.toString().length() >= SHORTEST_SECRET) {
      secrets.add(value.toString());
    }
  }

  /** The words, in one line of bounded length. */
  public String clean(@Nullable String said) {
    if (said == null) {
      return "";
    }
    String text = said;
    for (String secret : secrets) {
      text = text.replace(secret, "(secret)");
    }
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
  }
}
