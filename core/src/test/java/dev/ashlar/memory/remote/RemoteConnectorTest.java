package dev.ashlar.memory.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.connector.BatchReadable;
import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Findable;
import dev.ashlar.connector.OperationFailedException;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Requests;
import dev.ashlar.connector.Requests.Envelope;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.Resumable;
import dev.ashlar.connector.Searchable;
import dev.ashlar.memory.CloudServer;
import dev.ashlar.memory.MemoryCloud;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import dev.ashlar.value.ValuePath;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a connector answers over the wire is what the cloud's own answers. */
@Timeout(60)
class RemoteConnectorTest {
  private static final String QUEUE = "memory::Queue";
  private static final MapValue JOBS =
      MapValue.EMPTY.with("Name", Value.of("jobs")).with("Tags", tags("mine"));

  private final MemoryCloud cloud = MemoryCloud.builder().speed(0.001).build();
  private CloudServer server;

  @BeforeEach
  void serve() throws IOException {
    server = CloudServer.start(cloud, 0);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private static MapValue tags(String mark) {
    return MapValue.EMPTY.with("owner", Value.of(mark));
  }

  private static Envelope envelope(String key) {
    return new Envelope(Address.of("jobs", "a\"b"), Bytes.EMPTY, Duration.ofSeconds(30), key);
  }

  private Connector<MapValue, MapValue> remote(String type) {
    return connector(MapValue.EMPTY.with("endpoint", Value.of(server.endpoint().toString())), type);
  }

  private Connector<MapValue, MapValue> local(String type) {
    return connector(MapValue.EMPTY, type);
  }

  @SuppressWarnings("unchecked") // the simulated cloud takes maps and gives maps
  private Connector<MapValue, MapValue> connector(MapValue configuration, String type) {
    Provider.OpenRequest request = new Configured(configuration);
    return (Connector<MapValue, MapValue>) cloud.open(request).connector(type).orElseThrow();
  }

  private static <T> T get(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static void same(Object heard, Object known) {
    assertThat(heard).usingRecursiveComparison().isEqualTo(known);
  }

  private String make() {
    return get(remote(QUEUE).create(Requests.create(envelope("k"), JOBS))).id().orElseThrow();
  }

  private Reading<MapValue, MapValue> read(Connector<MapValue, MapValue> from, String id) {
    return get(from.read(Requests.read(envelope(""), id, Optional.empty())));
  }

  @Test
  void anObjectIsMadeReadChangedAndRemoved() {
    String id = make();
    Reading<MapValue, MapValue> made = read(remote(QUEUE), id);
    same(made, read(local(QUEUE), id));
    assertThat(made.spec().orElseThrow().get("Tags")).isEqualTo(tags("mine"));

    MapValue slower = made.spec().orElseThrow().with("VisibilityTimeout", Value.of(7));
    Result<MapValue> updated =
        get(
            remote(QUEUE)
                .update(
                    Requests.update(
                        envelope("u"),
                        id,
                        slower,
                        made.spec().orElseThrow(),
                        made.outputs().orElseThrow(),
                        Set.of(ValuePath.of("VisibilityTimeout")),
                        made.version())));
    assertThat(updated.state()).isEqualTo(Result.State.DONE);
    assertThat(read(local(QUEUE), id).spec().orElseThrow().get("VisibilityTimeout"))
        .isEqualTo(Value.of(7));

    Result<MapValue> deleted = get(remote(QUEUE).delete(delete(id, Optional.empty())));
    assertThat(deleted.state()).isEqualTo(Result.State.DELETED);
    assertThat(read(remote(QUEUE), id).isFound()).isFalse();
  }

  private static Connector.DeleteRequest<MapValue, MapValue> delete(
      String id, Optional<String> version) {
    return Requests.delete(envelope("d"), id, JOBS, MapValue.EMPTY, version);
  }

  @Test
  void theSameKeyMakesNothingTwice() {
    same(
        get(remote(QUEUE).create(Requests.create(envelope("k"), JOBS))),
        get(remote(QUEUE).create(Requests.create(envelope("k"), JOBS))));
    assertThat(cloud.objects()).hasSize(1);
  }

  @Test
  void aVersionGuardsAWrite() {
    String id = make();

    assertThatThrownBy(() -> get(remote(QUEUE).delete(delete(id, Optional.of("99")))))
        .isInstanceOf(CompletionException.class)
        .cause()
        .isInstanceOf(OperationFailedException.class)
        .hasMessageStartingWith("CONFLICT");
    assertThat(cloud.objects()).hasSize(1);
  }

  @Test
  void whatTakesLongIsAskedForAgainWithItsToken() {
    MapValue orders =
        MapValue.EMPTY
            .with("Engine", Value.of("MYSQL"))
            .with("Name", Value.of("orders"))
            .with("AdminPassword", Value.secret(Value.of("correct horse")));
    Connector<MapValue, MapValue> remote = remote("memory::Database");
    Result<MapValue> begun = get(remote.create(Requests.create(envelope("k"), orders)));
    assertThat(begun.state()).isEqualTo(Result.State.IN_PROGRESS);
    assertThat(begun.id()).contains("orders");
    assertThat(begun.delay()).isPositive();

    assertThat(remote)
        .isInstanceOfSatisfying(
            RemoteConnector.class,
            connector -> {
              Result<MapValue> still =
                  get(connector.resume(resume(begun.token().orElseThrow(), orders)));
              assertThat(still.token()).isEqualTo(begun.token());
            });
  }

  private static Resumable.ResumeRequest<MapValue> resume(String token, MapValue spec) {
    return Requests.resume(envelope("k"), token, Operation.CREATE, spec, Optional.of("orders"));
  }

  @Test
  void manyAreReadAtOnceAndFoundByWhatIsKnown() {
    String id = make();
    RemoteFindingConnector remote = (RemoteFindingConnector) remote(QUEUE);

    same(
        get(remote.readAll(reads(id, "none"))),
        get(((BatchReadable<MapValue, MapValue>) local(QUEUE)).readAll(reads(id, "none"))));
    Searchable.SearchRequest search =
        Requests.search(envelope(""), MapValue.EMPTY.with("Name", Value.of("jobs")), 5);
    same(
        get(remote.search(search)),
        get(((Searchable<MapValue, MapValue>) local(QUEUE)).search(search)));
    for (Findable.FindRequest<MapValue> find :
        List.of(find("k", Value.NULL), find("other", Value.of("mine")), find("x", tags("no")))) {
      same(get(remote.find(find)), get(((Findable<MapValue, MapValue>) local(QUEUE)).find(find)));
    }
    assertThat(get(remote.find(find("k", Value.NULL))).objects()).hasSize(1);
  }

  private static BatchReadable.BatchReadRequest<MapValue, MapValue> reads(String... ids) {
    return Requests.readAll(
        Arrays.stream(ids)
            .map(id -> Requests.<MapValue, MapValue>read(envelope(""), id, Optional.empty()))
            .toList());
  }

  private static Findable.FindRequest<MapValue> find(String key, Value mark) {
    return Requests.find(envelope(key), JOBS, mark, Instant.EPOCH);
  }

  @Test
  void whatIsNotVisibleYetIsAskedForLater() {
    RemoteFindingConnector groups = (RemoteFindingConnector) remote("memory::SecurityGroup");
    Findable.Finding<MapValue, MapValue> finding =
        get(
            groups.find(
                Requests.find(envelope("k"), MapValue.EMPTY, Value.of("mine"), Instant.now())));

    assertThat(finding.answer()).isEqualTo(Findable.Finding.Answer.NOT_YET);
    assertThat(finding.delay()).isBetween(Duration.ofMillis(1), Duration.ofSeconds(5));
  }

  @Test
  void typesPromiseTheSame() {
    for (String type : cloud.catalog().types()) {
      Connector<MapValue, MapValue> here = local(type);
      Connector<MapValue, MapValue> there = remote(type);
      assertThat(there.type().schema()).isSameAs(here.type().schema());
      assertThat(there instanceof Findable).as(type).isEqualTo(here instanceof Findable);
    }
  }

  @Test
  void aServerThatIsGoneHasDoneNothing() {
    Connector<MapValue, MapValue> remote = remote(QUEUE);
    server.close();

    assertThat(
            remote
                .create(Requests.create(envelope("k"), JOBS))
                .handle((done, thrown) -> classified(thrown))
                .toCompletableFuture()
                .join())
        .startsWith("TEMPORARY: the simulated cloud at http://127.0.0.1:");
  }

  private String classified(Throwable thrown) {
    return ProviderSession.explain(
            RemoteSession.open(
                cloud.catalog(), MapValue.EMPTY.with("endpoint", Value.of("http://127.0.0.1:9"))),
            thrown)
        .toString();
  }
}
