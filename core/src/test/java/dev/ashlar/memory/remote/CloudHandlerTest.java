package dev.ashlar.memory.remote;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.memory.CloudServer;
import dev.ashlar.memory.Fault;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever sends something else than our messages hears why, and harms nobody. */
@Timeout(60)
class CloudHandlerTest {
  private final MemoryCloud cloud =
      MemoryCloud.builder().faults(Fault.slowAnswers(Duration.ofMillis(20))).build();
  private final HttpClient client = HttpClient.newHttpClient();
  private CloudServer server;

  @BeforeEach
  void serve() throws IOException {
    server = CloudServer.start(cloud, 0);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(server.endpoint() + path))
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    return client.sendAsync(request.build(), HttpResponse.BodyHandlers.ofString()).join();
  }

  private HttpResponse<String> post(byte[] body) {
    return send(request(CloudHandler.PATH).POST(BodyPublishers.ofByteArray(body)));
  }

  private MapValue create(String name) {
    return MapValue.EMPTY
        .with("operation", Value.of("create"))
        .with("type", Value.of("memory::Queue"))
        .with("schema", Value.of(cloud.catalog().schema("memory::Queue").orElseThrow().digest()))
        .with("configuration", MapValue.EMPTY)
        .with("address", Value.of("jobs"))
        .with("timeout", Value.of("PT1M"))
        .with("key", Value.of("k-" + name))
        .with("spec", MapValue.EMPTY.with("Name", Value.of(name)));
  }

  @Test
  void aMessageIsAnswered() {
    HttpResponse<String> answer = post(Wire.write(create("jobs")));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("\"state\":\"done\"").contains("\"id\":\"jobs\"");
  }

  @Test
  void whatIsNoMessageIsRefusedWithItsStatus() {
    byte[] message = Wire.write(create("jobs"));

    assertThat(send(request("/").POST(BodyPublishers.ofByteArray(message))).statusCode())
        .isEqualTo(404);
    assertThat(send(request(CloudHandler.PATH).GET()).statusCode()).isEqualTo(405);
    assertThat(
            send(HttpRequest.newBuilder(URI.create(server.endpoint() + CloudHandler.PATH))
                    .header("Content-Type", "text/plain")
                    .POST(BodyPublishers.ofByteArray(message)))
                .statusCode())
        .isEqualTo(415);
    assertThat(post(new byte[(16 << 20) + 1]).statusCode()).isEqualTo(413);
    assertThat(cloud.objects()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "1",
        "{} {}",
        "{\"operation\":\"create\"}",
        "{\"type\":7}",
        "{\"type\":\"memory::None\"}",
        "{\"type\":\"memory::Queue\",\"schema\":\"other\"}",
        "{\"$secret\":\"{}\"}",
        "{\"type\":{\"$secret\":\"memory::Queue\"}}",
        "{\"type\":{\"$unknown\":\"none\"}}",
        "\u0000",
        "{\"type\":1e999999999}"
      })
  void aMalformedMessageIsRefusedAndSaysWhy(String body) {
    HttpResponse<String> answer = post(body.getBytes(UTF_8));

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("\"kind\":\"invalid\"");
  }

  @Test
  void everyFieldThatLacksOrIsWrongIsRefused() {
    MapValue message = create("jobs");
    for (String field : message.entries().keySet()) {
      for (MapValue wrong : List.of(message.without(field), message.with(field, Value.of(0)))) {
        assertThat(post(Wire.write(wrong)).statusCode()).as("%s", wrong).isEqualTo(400);
      }
    }
    assertThat(cloud.objects()).isEmpty();
  }

  @Test
  void aMessageThatNestsWithoutEndIsRefused() {
    assertThat(post(("{\"type\":" + "[".repeat(1_000_000)).getBytes(UTF_8)).statusCode())
        .isEqualTo(400);
  }

  @Test
  void aClientThatVanishesDisturbsNobodyAndWhatItAskedForIsDone() throws IOException {
    for (int i = 0; i < 40; i++) {
      byte[] body = Wire.write(create("jobs-" + i));
      int sent = i % 2 == 0 ? body.length : i;
      try (Socket socket =
          new Socket(InetAddress.getLoopbackAddress(), server.endpoint().getPort())) {
        String head =
            "POST "
                + CloudHandler.PATH
                + " HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length
                + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(UTF_8));
        socket.getOutputStream().write(body, 0, sent);
        socket.setSoLinger(i % 4 == 0, 0);
      }
    }

    assertThat(post(Wire.write(create("last"))).statusCode()).isEqualTo(200);
    assertThat(cloud.objects()).extracting("id").contains("last", "jobs-2");
    assertThat(cloud.objects()).extracting("id").doesNotContain("jobs-1", "jobs-39");
  }

  @Test
  void twoSidesThatMeanDifferentThingsByATypeDoNotTalk() {
    HttpResponse<String> answer =
        post(Wire.write(create("jobs").with("schema", Value.of("0".repeat(64)))));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("the versions of the two sides differ");
  }

  @Test
  void onlyThisMachineCanReachIt() throws IOException {
    InetAddress own = InetAddress.getLocalHost();
    assertThat(server.endpoint().getHost()).isEqualTo("127.0.0.1");
    if (!own.isLoopbackAddress()) {
      try (Socket socket = new Socket()) {
        assertThat(socket.isConnected()).isFalse();
        assertThatThrownBy(
                () ->
                    socket.connect(new InetSocketAddress(own, server.endpoint().getPort()), 2_000))
            .isInstanceOf(IOException.class);
      }
    }
  }
}
