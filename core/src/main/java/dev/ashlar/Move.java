package dev.ashlar;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.value.Address;
import java.util.List;
import java.util.Optional;

/**
 * That an object goes from one environment into another: planned, nothing done yet. In the cloud
 * nothing changes but the tag that says whose it is, with the next apply of the other environment.
 *
 * @param from the environment that it leaves
 * @param fromSerial the serial of its records
 * @param to the environment that it goes to
 * @param toSerial the serial of its records
 * @param address its address, before and after
 * @param type its type; empty where there is no such object
 * @param identity the provider's identifier
 * @param diagnostics why it cannot be
 * @since 0.1
 */
public record Move(
    Environment.Id from,
    long fromSerial,
    Environment.Id to,
    long toSerial,
    Address address,
    String type,
    Optional<String> identity,
    List<Diagnostic> diagnostics) {
  /** Copies the list. */
  public Move {
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether it cannot be. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
