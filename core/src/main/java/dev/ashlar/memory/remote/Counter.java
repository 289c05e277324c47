package dev.ashlar.memory.remote;

import dev.ashlar.connector.BatchReadable;
import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Findable;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.connector.Requests;
import dev.ashlar.connector.Resumable;
import dev.ashlar.connector.Searchable;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value.MapValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Asks the cloud what a message asks for. Safe for every thread. */
final class Counter {
  private static final int MOST_SESSIONS = 64;

  private final Provider provider;
  private final Map<MapValue, ProviderSession> sessions = new LinkedHashMap<>(16, 0.75f, true);

  Counter(Provider provider) {
    this.provider = provider;
  }

  /**
   * What the cloud answers, a failure included.
   *
   * @throws MalformedMessageException if the message is none of ours
   * @throws dev.ashlar.connector.OperationFailedException if there is no cloud
   */
  CompletableFuture<MapValue> serve(Message message) {
    ResourceSchema schema = schema(message);
    ProviderSession session = session(message.map("configuration").without(RemoteSession.ENDPOINT));
    return ask(connector(session, schema.type()), new RequestForm(message))
        .toCompletableFuture()
        .exceptionally(thrown -> FailureForm.of(ProviderSession.explain(session, thrown)));
  }

  /** The type; both sides must mean the same by it. */
  private ResourceSchema schema(Message message) {
    String type = message.text("type");
    if (!provider.catalog().types().contains(type)) {
      throw new MalformedMessageException("this cloud has no such type");
    }
    ResourceSchema schema = provider.catalog().schema(type).orElseThrow();
    if (!schema.digest().equals(message.text("schema"))) {
      throw new MalformedMessageException(
          "this cloud has another schema of " + type + ": the versions of the two sides differ");
    }
    return schema;
  }

  /** A session holds nothing open; those that were used last are kept. */
  private synchronized ProviderSession session(MapValue configuration) {
    ProviderSession session = sessions.get(configuration);
    if (session == null) {
      session = provider.open(new Configured(configuration));
      sessions.put(configuration, session);
      if (sessions.size() > MOST_SESSIONS) {
        sessions.remove(sessions.keySet().iterator().next());
      }
    }
    return session;
  }

  @SuppressWarnings("unchecked") // the simulated cloud takes maps and gives maps
  private static Connector<MapValue, MapValue> connector(ProviderSession session, String type) {
    return (Connector<MapValue, MapValue>) session.connector(type).orElseThrow();
  }

  private static CompletionStage<MapValue> ask(
      Connector<MapValue, MapValue> connector, RequestForm request) {
    return switch (request.operation()) {
      case "create" -> connector.create(request.create()).thenApply(AnswerForm::of);
      case "update" -> connector.update(request.update()).thenApply(AnswerForm::of);
      case "delete" -> connector.delete(request.delete()).thenApply(AnswerForm::of);
      case "read" -> connector.read(request.read()).thenApply(AnswerForm::of);
      case "resume" ->
          connector instanceof Resumable<MapValue, MapValue> resumable
              ? resumable.resume(request.resume()).thenApply(AnswerForm::of)
              : none();
      case "read-all" ->
          connector instanceof BatchReadable<MapValue, MapValue> batch
              ? batch
                  .readAll(Requests.readAll(request.reads(batch.batchLimit())))
                  .thenApply(AnswerForm::of)
              : none();
      case "search" ->
          connector instanceof Searchable<MapValue, MapValue> searchable
              ? searchable.search(request.search()).thenApply(AnswerForm::of)
              : none();
      case "find" ->
          connector instanceof Findable<MapValue, MapValue> findable
              ? findable.find(request.find()).thenApply(AnswerForm::of)
              : none();
      default -> none();
    };
  }

  private static CompletionStage<MapValue> none() {
    throw Message.wrong("operation", "one that this type has");
  }
}
