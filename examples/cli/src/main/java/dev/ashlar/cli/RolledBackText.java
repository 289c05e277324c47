package dev.ashlar.cli;

import dev.ashlar.execution.Outcome;
import dev.ashlar.value.Address;
import java.util.List;
import java.util.stream.Collectors;

/** What a rollback has come to, for a person. */
final class RolledBackText {
  private RolledBackText() {}

  static String of(Outcome.Rollback undone) {
    StringBuilder text = new StringBuilder();
    if (!undone.complete()) {
      text.append("Not as before: ").append(names(undone.notRestored())).append(".\n");
    } else if (undone.recreated().isEmpty()) {
      text.append("Rolled back: everything is as it was.\n");
    } else {
      text.append("Rolled back: everything is declared as it was.\n");
    }
    if (!undone.recreated().isEmpty()) {
      text.append("Made anew, without what was in the old ones: ")
          .append(names(undone.recreated()))
          .append(".\n");
    }
    return text.toString();
  }

  private static String names(List<Address> addresses) {
    return addresses.stream().map(Address::toString).collect(Collectors.joining(", "));
  }
}
