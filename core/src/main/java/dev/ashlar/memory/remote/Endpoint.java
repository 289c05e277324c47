package dev.ashlar.memory.remote;

import dev.ashlar.connector.Failure;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;

/** Where a server of the simulated cloud is: on this machine, for secrets cross in clear. */
final class Endpoint {
  private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]", "localhost");

  private Endpoint() {}

  /**
   * The address.
   *
   * @throws dev.ashlar.connector.OperationFailedException if it is none, or of another machine
   */
  static URI of(String text) {
    try {
      URI uri = new URI(text);
      if ("http".equals(uri.getScheme())
          && uri.getHost() != null
          && LOOPBACK.contains(uri.getHost())
          && uri.getPort() > 0
          && uri.getRawUserInfo() == null
          && uri.getRawQuery() == null
          && uri.getRawFragment() == null
          && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"))) {
        return new URI("http://" + uri.getRawAuthority() + CloudHandler.PATH);
      }
    } catch (URISyntaxException e) {
      // It is none: see below.
    }
    throw Failure.invalid(
            "its endpoint is not that of a simulated cloud on this machine, like"
                + " http://127.0.0.1:8420")
        .toException();
  }
}
