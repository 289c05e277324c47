package dev.ashlar.plan.object;

import dev.ashlar.state.StateObject.Home;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether two places where objects live are the same. */
final class Homes {
  private Homes() {}

  /** Whether an object would live elsewhere: what is not known yet does not count. */
  static boolean differ(Home old, Home now) {
    if (!old.provider().equals(now.provider())) {
      return true;
    }
    for (Map.Entry<String, Value> entry : now.scope().entries().entrySet()) {
      if (entry.getValue().isKnown() && !entry.getValue().equals(old.scope().get(entry.getKey()))) {
        return true;
      }
    }
    return old.scope().entries().keySet().stream()
        .anyMatch(name -> !now.scope().entries().containsKey(name));
  }

  /** A place in words: {@code aws (region eu-west-1)}. */
  static String text(Home home) {
    return home.scope().entries().isEmpty()
        ? "provider " + home.provider()
        : home.scope().entries().entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", ", "provider " + home.provider() + " (", ")"));
  }
}
