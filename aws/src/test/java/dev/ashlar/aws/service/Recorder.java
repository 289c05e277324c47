package dev.ashlar.aws.service;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Says yes to every call of every service, and keeps what it was sent. */
final class Recorder implements AutoCloseable {
  /** Everything that some call needs to see before it goes on. */
  private static final String ANSWER =
      """
      {"Table": {"TableName": "it", "TableStatus": "ACTIVE", "TableArn": "arn:it"},
       "logGroups": [{"logGroupName": "it", "arn": "arn:it"}],
       "KeyMetadata": {"KeyId": "it", "KeyState": "Enabled"}, "tags": {}}\
      """;

  private final Queue<String> sent = new ConcurrentLinkedQueue<>();
  private final HttpServer server;

  Recorder() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    boolean form = type.contains("form");
    sent.add(
        exchange.getRequestURI()
            + " "
            + exchange.getRequestHeaders().values()
            + " "
            + (form ? URLDecoder.decode(body, StandardCharsets.UTF_8) : body));
    byte[] answer = (type.contains("json") ? ANSWER : "<answer/>").getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(200, answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  /** Whether a text was sent, whatever stands for its punctuation, and in whatever case. */
  boolean wasSent(String text) {
    String wanted = bare(text);
    return sent.stream().anyMatch(call -> bare(call).contains(wanted));
  }

  private static String bare(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  void forget() {
    sent.clear();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
