package dev.ashlar;

import dev.ashlar.observation.Repeated;
import dev.ashlar.value.Address;
import java.time.Instant;
import java.util.Optional;

/** A look that is made again, as an embedder hears of it. */
record LookingAgain(
    Instant at,
    Address address,
    String configuration,
    Optional<String> endpoint,
    int attempt,
    String detail)
    implements Waiting {

  static Waiting of(Repeated look) {
    return new LookingAgain(
        look.at(),
        look.address(),
        look.endpoint().name(),
        look.endpoint().address(),
        look.attempt(),
        look.failure().detail());
  }

  @Override
  public String toString() {
    return "waiting for "
        + configuration
        + endpoint.map(address -> " (" + address + ")").orElse("")
        + ": "
        + detail
        + ", attempt "
        + attempt;
  }
}
