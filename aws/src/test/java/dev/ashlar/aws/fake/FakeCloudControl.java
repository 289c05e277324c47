package dev.ashlar.aws.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ashlar.aws.fake.Mischief.Mishap;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Cloud Control on the loopback: the JSON 1.0 wire that the SDKs speak, requests with tokens that
 * end only when they were asked after, and handlers that hold to the registry's schemas.
 */
public final class FakeCloudControl implements AutoCloseable {
  private static final String TARGET = "CloudApiService.";

  private final Mischief mischief = new Mischief();
  private final Handlers handlers = new Handlers(mischief);
  private final List<String> calls = new CopyOnWriteArrayList<>();
  private final List<RuntimeException> troubles = new CopyOnWriteArrayList<>();
  private final HttpServer server;
  private final ExecutorService executor = Executors.newFixedThreadPool(4);

  private FakeCloudControl() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(executor);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Starts one. */
  public static FakeCloudControl start() {
    try {
      return new FakeCloudControl();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its address. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What is to go wrong. */
  public Mischief mischief() {
    return mischief;
  }

  /** The calls so far, by action. */
  public List<String> calls() {
    return List.copyOf(calls);
  }

  /** What the fake itself did wrong. */
  public List<RuntimeException> troubles() {
    return List.copyOf(troubles);
  }

  /** The objects of a type: identifiers and whole models, write-only properties included. */
  public SortedMap<String, ObjectNode> objects(String type) {
    return handlers.objects(type);
  }

  /** Changes an object behind everybody's back. */
  public void tamper(String type, String id, String pointer, JsonNode value) {
    handlers.tamper(type, id, pointer, value);
  }

  /** Another request on an object is under way until further notice. */
  public void occupy(String type, String id) {
    handlers.occupy(type, id);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
      byte[] body = exchange.getRequestBody().readAllBytes();
      if (target == null || !target.startsWith(TARGET)) {
        answer(exchange, 404, error("UnknownOperationException", "no such action"));
        return;
      }
      String action = target.substring(TARGET.length());
      calls.add(action);
      String signed = exchange.getRequestHeaders().getFirst("Authorization");
      if (signed == null || !signed.startsWith("AWS4-HMAC-SHA256 Credential=")) {
        answer(exchange, 403, error("MissingAuthenticationTokenException", "not signed"));
        return;
      }
      act(exchange, action, RegistryType.MAPPER.readTree(body));
    }
  }

  private void act(HttpExchange exchange, String action, JsonNode input) throws IOException {
    Optional<Mishap> mishap = mischief.next(action);
    if (mishap.orElse(null) instanceof Mishap.Refused refused) {
      answer(exchange, refused.status(), error(refused.code(), refused.message()));
      return;
    }
    JsonNode output;
    try {
      output = handlers.act(action, input);
    } catch (FakeException e) {
      answer(exchange, 400, error(e.code(), String.valueOf(e.getMessage())));
      return;
    } catch (RuntimeException e) {
      answer(exchange, 500, error("HandlerInternalFailureException", e.toString()));
      troubles.add(e);
      return;
    }
    if (mishap.orElse(null) instanceof Mishap.LostAnswer) {
      return; // closed without a word
    }
    answer(exchange, 200, output);
  }

  private static ObjectNode error(String code, String message) {
    return RegistryType.MAPPER
        .createObjectNode()
        .put("__type", "com.amazonaws.cloudapiservice#" + code)
        .put("Message", message);
  }

  private static void answer(HttpExchange exchange, int status, JsonNode body) throws IOException {
    byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
    exchange.sendResponseHeaders(status, bytes.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
