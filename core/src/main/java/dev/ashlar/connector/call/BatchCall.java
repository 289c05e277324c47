package dev.ashlar.connector.call;

import dev.ashlar.connector.BatchReadable;
import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Requests;
import dev.ashlar.connector.session.OpenConnector;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Many reads in one call; each object is judged by itself.
 *
 * @param on the connector
 * @param connector the same, with its power to read many
 * @param items what to read
 */
record BatchCall<S, O>(
    OpenConnector<S, O> on, BatchReadable<S, O> connector, List<BatchItem> items) {

  CompletableFuture<Call<BatchAnswer>> start(ConnectorCalls calls) {
    return calls.<Map<String, Reading<S, O>>, BatchAnswer>look(
        on,
        items.get(0).envelope(),
        "read",
        () -> connector.readAll(Requests.readAll(items.stream().map(this::request).toList())),
        this::judge);
  }

  private Connector.ReadRequest<S, O> request(BatchItem item) {
    return Requests.read(
        item.envelope(), item.id(), item.spec().map(spec -> ConnectorCalls.spec(on, spec)));
  }

  private BatchAnswer judge(@Nullable Map<String, Reading<S, O>> readings) {
    if (readings == null) {
      throw new Breach("answered null");
    }
    Map<String, Call<Optional<Observed>>> objects = new HashMap<>();
    for (BatchItem item : items) {
      if (readings.containsKey(item.id())) {
        objects.put(item.id(), judge(item, readings.get(item.id())));
      }
    }
    return new BatchAnswer(objects);
  }

  private Call<Optional<Observed>> judge(BatchItem item, @Nullable Reading<S, O> reading) {
    try {
      return new Call.Answered<>(new ReadingCheck<>(on).checked(reading));
    } catch (Breach breach) {
      return new Verdicts(on, item.envelope().address(), "read", false, note -> {}).broken(breach);
    }
  }
}
