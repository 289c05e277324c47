package dev.ashlar.endtoend;

import dev.ashlar.Ashlar;
import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.connector.Result;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** An engine on real threads, with a connector that a test can hold up. */
final class Bench implements AutoCloseable {
  final Oddities odd = new Oddities();
  final Ashlar ashlar;

  /** Something reached the connector. */
  final CountDownLatch reached = new CountDownLatch(1);

  private final CompletableFuture<Result<Value.MapValue>> held = new CompletableFuture<>();

  Bench() {
    this(UnaryOperator.identity());
  }

  Bench(UnaryOperator<Ashlar.Builder> change) {
    ashlar = change.apply(Ashlar.builder().addProvider(odd)).build();
  }

  /** The creation of the thing of this name takes until {@link #release}. */
  Bench holding(String name) {
    odd.when(
        "create " + name,
        () -> {
          reached.countDown();
          return held.thenApply(
              done -> {
                odd.objects.put(name, Value.map(Map.of("Name", Value.of(name))));
                return done;
              });
        });
    return this;
  }

  void awaitReached() {
    try {
      if (!reached.await(20, TimeUnit.SECONDS)) {
        throw new AssertionError("nothing reached the connector");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  void release(String name) {
    held.complete(Result.done(name, Oddities.outputs(name)));
  }

  static Environment environment(String name, String body) {
    return Environment.of(
        name,
        Blueprint.read(
                Source.text(
                    name + ".yaml",
                    "apiVersion: ashlar.dev/v1\nkind: Blueprint\nmetadata: { name: shop, version:"
                        + " 1.0.0 }\n"
                        + body))
            .orThrow());
  }

  Workspace open(String name, String body) {
    return ashlar.open(environment(name, body));
  }

  @Override
  public void close() {
    ashlar.close();
  }
}
