package dev.ashlar.aws.service;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists that come in pages. */
public final class Pages {
  private static final int MOST = 10_000;

  private Pages() {}

  /** Asks for a page. */
  public interface Call<R> {
    /** The page after the one that told this token; null for the first. */
    CompletableFuture<R> page(@Nullable String token);
  }

  /**
   * All items of all pages.
   *
   * @param items what is on a page
   * @param next a page's token for the next one; null or empty on the last
   */
  public static <R, T> CompletableFuture<List<T>> all(
      Call<R> call, Function<R, ? extends Collection<? extends T>> items, Token<R> next) {
    return from(null, call, items, next, new ArrayList<>(), 0);
  }

  /** Where a page has the token of the next one. */
  public interface Token<R> {
    /** The token; null or empty on the last page. */
    @Nullable String of(R page);
  }

  private static <R, T> CompletableFuture<List<T>> from(
      @Nullable String token,
      Call<R> call,
      Function<R, ? extends Collection<? extends T>> items,
      Token<R> next,
      List<T> so,
      int page) {
    return call.page(token)
        .thenCompose(
            told -> {
              so.addAll(items.apply(told));
              String further = next.of(told);
              return further == null || further.isEmpty() || page == MOST
                  ? CompletableFuture.completedFuture(List.copyOf(so))
                  : from(further, call, items, next, so, page + 1);
            });
  }
}
