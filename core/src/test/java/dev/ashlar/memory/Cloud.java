package dev.ashlar.memory;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.Requests;
import dev.ashlar.connector.call.Answer;
import dev.ashlar.connector.call.BatchItem;
import dev.ashlar.connector.call.Call;
import dev.ashlar.connector.call.ConnectorCalls;
import dev.ashlar.connector.call.Found;
import dev.ashlar.connector.call.Observed;
import dev.ashlar.connector.call.Prior;
import dev.ashlar.connector.discovery.Providers;
import dev.ashlar.connector.session.OpenConnector;
import dev.ashlar.connector.session.Sessions;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/** A cloud as the engine sees it: through the contained calls, on virtual time. */
final class Cloud {
  private static final AtomicLong KEYS = new AtomicLong();

  final VirtualTime time;
  private final Sessions sessions;
  private final ConnectorCalls calls;

  Cloud(VirtualTime time, Provider... providers) {
    this.time = time;
    this.sessions = new Sessions(Providers.of(providers));
    this.calls =
        new ConnectorCalls(
            time,
            time,
            note -> {
              throw new AssertionError(note.toString());
            });
  }

  /** On a time of its own. */
  static Cloud of(MemoryCloud memory) {
    return on(VirtualTime.create(), memory);
  }

  static Cloud on(VirtualTime time, MemoryCloud memory) {
    return new Cloud(time, memory.providers().toArray(Provider[]::new));
  }

  static MapValue map(Object... keysAndValues) {
    MapValue map = MapValue.EMPTY;
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map = map.with((String) keysAndValues[i], value(keysAndValues[i + 1]));
    }
    return map;
  }

  private static Value value(Object plain) {
    if (plain instanceof Value value) {
      return value;
    }
    if (plain instanceof Integer number) {
      return Value.of(number);
    }
    if (plain instanceof Boolean bool) {
      return Value.of(bool);
    }
    if (plain instanceof List<?> list) {
      return Value.list(list.stream().map(Cloud::value).toList());
    }
    return Value.of((String) plain);
  }

  OpenConnector<?, ?> connector(String type) {
    return connector(MapValue.EMPTY, type);
  }

  OpenConnector<?, ?> connector(MapValue configuration, String type) {
    return sessions.connector(configuration, type).orThrow();
  }

  /** Every call has a key of its own, unless a test gives one. */
  private Requests.Envelope envelope(String key) {
    return new Requests.Envelope(Address.of("test"), Bytes.EMPTY, Duration.ofHours(2), key);
  }

  String key() {
    return "key-" + KEYS.incrementAndGet();
  }

  /** Makes an object and waits until it is ready. */
  Answer create(String type, MapValue spec) {
    return finished(type, Operation.CREATE, spec, answer(tryCreate(type, spec, key())));
  }

  String id(String type, MapValue spec) {
    return create(type, spec).id().orElseThrow();
  }

  Call<Answer> tryCreate(String type, MapValue spec, String key) {
    return join(calls.create(connector(type), envelope(key), spec));
  }

  /** Makes objects of these names, all under way at once; in the order of the answers. */
  List<String> createAtOnce(String type, List<String> names) {
    List<String> answered = new ArrayList<>();
    CompletableFuture<?>[] all =
        names.stream()
            .map(name -> calls.create(connector(type), envelope(key()), map("Name", name)))
            .map(call -> call.thenAccept(done -> answered.add(answer(done).id().orElseThrow())))
            .toArray(CompletableFuture<?>[]::new);
    join(CompletableFuture.allOf(all));
    return answered;
  }

  Failure refused(String type, MapValue spec) {
    return tryCreate(type, spec, key()).failure().orElseThrow();
  }

  Call<Answer> tryUpdate(String type, String id, MapValue spec) {
    return tryUpdate(type, id, spec, Optional.empty(), key());
  }

  Call<Answer> tryUpdate(
      String type, String id, MapValue spec, Optional<String> version, String key) {
    Observed observed =
        read(type, id).orElseGet(() -> new Observed(id, spec, MapValue.EMPTY, Optional.empty()));
    Prior prior = new Prior(id, observed.properties(), observed.outputs(), version);
    return join(calls.update(connector(type), envelope(key), spec, prior, Set.of()));
  }

  Answer update(String type, String id, MapValue spec) {
    return finished(type, Operation.UPDATE, spec, answer(tryUpdate(type, id, spec)));
  }

  Call<Answer> tryDelete(String type, String id) {
    Prior prior = new Prior(id, MapValue.EMPTY, MapValue.EMPTY, Optional.empty());
    return join(calls.delete(connector(type), envelope(key()), prior));
  }

  void delete(String type, String id) {
    finished(type, Operation.DELETE, MapValue.EMPTY, answer(tryDelete(type, id)));
  }

  Call<Answer> tryResume(String type, String token, Operation operation) {
    return join(
        calls.resume(
            connector(type), envelope(""), token, operation, MapValue.EMPTY, Optional.empty()));
  }

  private Answer finished(String type, Operation operation, MapValue spec, Answer first) {
    Answer answer = first;
    while (!answer.isFinal()) {
      pass(answer.delay());
      answer = answer(tryResume(type, answer.token().orElseThrow(), operation));
    }
    return answer;
  }

  void pass(Duration duration) {
    CompletableFuture<Boolean> passed = new CompletableFuture<>();
    time.schedule(duration, () -> passed.complete(true));
    join(passed);
  }

  Optional<Observed> read(String type, String id) {
    return read(MapValue.EMPTY, type, id);
  }

  Optional<Observed> read(MapValue configuration, String type, String id) {
    return answer(
        join(calls.read(connector(configuration, type), envelope(""), id, Optional.empty())));
  }

  Found find(String type, MapValue spec, String key, Value mark) {
    return find(type, spec, key, mark, Instant.EPOCH);
  }

  Found find(String type, MapValue spec, String key, Value mark, Instant since) {
    return answer(join(calls.find(connector(type), envelope(key), spec, mark, since)));
  }

  List<Observed> search(String type, MapValue where, int limit) {
    return answer(join(calls.search(connector(type), envelope(""), where, limit)));
  }

  static <T> T answer(Call<T> call) {
    return call.answer()
        .orElseThrow(
            () -> new AssertionError(call.failure().orElseThrow() + " " + call.diagnostics()));
  }

  private <T> T join(CompletableFuture<T> future) {
    return time.run(future);
  }

  void close() {
    sessions.close();
  }

  Map<String, Optional<Observed>> readAll(String type, List<String> ids) {
    List<BatchItem> items =
        ids.stream().map(id -> new BatchItem(envelope(""), id, Optional.empty())).toList();
    Map<String, Optional<Observed>> all = new TreeMap<>();
    answer(join(calls.readAll(connector(type), items)))
        .objects()
        .forEach((id, call) -> all.put(id, answer(call)));
    return all;
  }
}
