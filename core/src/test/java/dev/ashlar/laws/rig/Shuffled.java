package dev.ashlar.laws.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executor;

/** An executor that runs what it is given in another order, from a seed. */
public final class Shuffled implements Executor {
  private final Executor executor;
  private final Random random;
  private final List<Runnable> waiting = new ArrayList<>();

  /** On the thread of another executor. */
  public Shuffled(Executor executor, Random random) {
    this.executor = executor;
    this.random = random;
  }

  @Override
  public synchronized void execute(Runnable task) {
    waiting.add(task);
    executor.execute(() -> next().run());
  }

  private synchronized Runnable next() {
    return waiting.remove(random.nextInt(waiting.size()));
  }
}
