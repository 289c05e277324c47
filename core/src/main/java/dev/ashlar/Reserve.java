package dev.ashlar;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The executor that an embedder gave, and one thread for what it refuses: what has begun must be
 * brought to an end, recorded and told of, whatever becomes of the executor meanwhile. One whose
 * queue is full for a moment stops nothing. The thread starts with the first refusal, and goes when
 * there is nothing for it to do.
 */
final class Reserve implements Executor, AutoCloseable {
  private final Executor given;
  private final Workers workers = new Workers("ashlar-reserve-");
  private final AtomicInteger refusals = new AtomicInteger();
  private final ThreadPoolExecutor reserve;
  private volatile Runnable onRefusal = () -> {};

  Reserve(Executor given) {
    this.given = given;
    this.reserve =
        new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), workers);
    reserve.allowCoreThreadTimeOut(true);
  }

  /**
   * Does this after every refusal that is for good, on the reserve thread; it must not ask for more
   * each time.
   */
  void onRefusal(Runnable action) {
    onRefusal = action;
  }

  /** How often the executor has refused a task for good so far. */
  int refusals() {
    return refusals.get();
  }

  @Override
  public void execute(Runnable task) {
    try {
      given.execute(task);
    } catch (RejectedExecutionException refused) {
      reserve.execute(task);
      if (isForGood()) {
        refusals.incrementAndGet();
        reserve.execute(onRefusal);
      }
    }
  }

  /** A full queue empties again; who was shut down never works again. */
  private boolean isForGood() {
    return given instanceof ExecutorService service && service.isShutdown();
  }

  @Override
  public void close() {
    reserve.shutdownNow();
    workers.join();
  }
}
