package dev.ashlar.memory.remote;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.OperationFailedException;
import dev.ashlar.connector.Provider;
import dev.ashlar.value.Value.MapValue;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.concurrent.Executor;

/**
 * Takes requests over HTTP: one message in, one message out. What is not understood is refused with
 * a status and a typed failure; a client that is gone is forgotten.
 */
public final class CloudHandler implements HttpHandler {
  /** Where messages are sent to. */
  public static final String PATH = "/v1/operations";

  static final String JSON = "application/json";

  /** No message of a connector comes near this. */
  private static final int MOST_BYTES = 16 << 20;

  private static final int DONE = 200;
  private static final int MALFORMED = 400;
  private static final int NOT_THERE = 404;
  private static final int NOT_THIS_WAY = 405;
  private static final int TOO_LARGE = 413;
  private static final int NOT_JSON = 415;
  private static final int BROKEN = 500;

  private final Counter counter;
  private final Executor executor;

  /**
   * A handler.
   *
   * @param provider the cloud
   * @param executor where answers are written
   */
  public CloudHandler(Provider provider, Executor executor) {
    this.counter = new Counter(provider);
    this.executor = executor;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    if (!exchange.getRequestURI().getPath().equals(PATH)) {
      refuse(exchange, NOT_THERE, "there is nothing at this path");
    } else if (!exchange.getRequestMethod().equals("POST")) {
      refuse(exchange, NOT_THIS_WAY, "messages are posted");
    } else if (!isJson(exchange.getRequestHeaders().getFirst("Content-Type"))) {
      // A browser sends this type only where it was allowed to, and nobody allows it.
      refuse(exchange, NOT_JSON, "messages are " + JSON);
    } else {
      byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
      if (body.length > MOST_BYTES) {
        refuse(exchange, TOO_LARGE, "a message has at most " + MOST_BYTES + " bytes");
      } else {
        serve(exchange, body);
      }
    }
  }

  private static boolean isJson(String contentType) {
    return contentType != null && contentType.toLowerCase(Locale.ROOT).startsWith(JSON);
  }

  private void serve(HttpExchange exchange, byte[] body) {
    try {
      var unused =
          counter
              .serve(Wire.read(body))
              .whenCompleteAsync(
                  (answer, bug) -> {
                    if (bug == null) {
                      reply(exchange, DONE, answer);
                    } else {
                      refuse(exchange, BROKEN, "the simulated cloud has a defect");
                    }
                  },
                  executor);
    } catch (MalformedMessageException e) {
      refuse(exchange, MALFORMED, e.detail());
    } catch (OperationFailedException e) {
      reply(exchange, DONE, FailureForm.of(e.failure()));
    }
  }

  private static void refuse(HttpExchange exchange, int status, String why) {
    Failure failure = status == BROKEN ? Failure.inDoubt(why) : Failure.invalid(why);
    reply(exchange, status, FailureForm.of(failure));
  }

  private static void reply(HttpExchange exchange, int status, MapValue answer) {
    byte[] bytes = Wire.write(answer);
    exchange.getResponseHeaders().set("Content-Type", JSON);
    try (exchange;
        OutputStream out = exchange.getResponseBody()) {
      exchange.sendResponseHeaders(status, bytes.length);
      out.write(bytes);
    } catch (IOException gone) {
      // Nobody hears the answer: what was done is done.
      return;
    }
  }
}
