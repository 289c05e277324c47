package dev.ashlar.memory.remote;

import dev.ashlar.connector.Failure;
import dev.ashlar.value.Value;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;

/**
 * Carries messages to a server and its answers back. Safe for every thread. The client's own thread
 * ends when nobody refers to this any more: before Java 21 it cannot be told to.
 */
final class Courier {
  private static final Duration CONNECT = Duration.ofSeconds(10);

  private final URI endpoint;
  private final HttpClient client;

  Courier(URI endpoint) {
    this.endpoint = endpoint;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT)
            .executor(ForkJoinPool.commonPool())
            .build();
  }

  /** Asks; a failure that the server tells of ends the future with it. */
  CompletableFuture<Message> ask(Value.MapValue message, Duration timeout) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .header("Content-Type", CloudHandler.JSON)
            .POST(HttpRequest.BodyPublishers.ofByteArray(Wire.write(message)));
    if (!timeout.isZero() && !timeout.isNegative()) {
      request.timeout(timeout);
    }
    return client
        .sendAsync(request.build(), HttpResponse.BodyHandlers.ofByteArray())
        .thenApply(response -> answer(response.body()));
  }

  private static Message answer(byte[] body) {
    Message answer = Wire.read(body);
    if (answer.has(FailureForm.FIELD)) {
      throw FailureForm.read(answer.message(FailureForm.FIELD)).toException();
    }
    return answer;
  }

  /** What it means that there was no answer: only what never left has certainly no effect. */
  Failure classify(Throwable thrown) {
    return thrown instanceof ConnectException || thrown instanceof HttpConnectTimeoutException
        ? Failure.temporary(
            "the simulated cloud at "
                + endpoint
                + " cannot be reached: "
                + (thrown instanceof HttpConnectTimeoutException
                    ? "it does not answer"
                    : "connection refused"))
        : Failure.inDoubt(thrown);
  }
}
