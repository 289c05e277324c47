package dev.ashlar.aws.service;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Calls one after the other: most services take no two changes of one object at once. */
public final class Chain {
  private Chain() {}

  /** Does this for each, in order; stops at the first that fails. */
  public static <T> CompletableFuture<Void> each(
      List<T> items, Function<T, ? extends CompletableFuture<?>> call) {
    CompletableFuture<Void> so = CompletableFuture.completedFuture(null);
    for (T item : items) {
      so = so.thenCompose(done -> call.apply(item).thenAccept(ended -> {}));
    }
    return so;
  }
}
