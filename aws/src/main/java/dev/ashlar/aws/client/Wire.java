package dev.ashlar.aws.client;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.http.async.SdkAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.nio.netty.SdkEventLoopGroup;

/**
 * The threads and connections of one session: all clients share them, and nothing of them is left
 * after {@link #close}.
 */
final class Wire implements AutoCloseable {
  private static final int THREADS = 2;
  private static final int CONNECTIONS = 256;

  /** Connections say goodbye on these threads. */
  private static final long QUIET = 100;

  private static final long LONGEST = 2_000;
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** Credentials that a program or a server gives are asked for by one thread at a time. */
  private final ExecutorService credentials;

  private final ScheduledExecutorService timers;
  private final SdkEventLoopGroup loops;
  private final SdkAsyncHttpClient http;

  Wire() {
    ThreadFactory threads = daemons();
    credentials = Executors.newSingleThreadExecutor(threads);
    timers = Executors.newSingleThreadScheduledExecutor(threads);
    loops = SdkEventLoopGroup.builder().numberOfThreads(THREADS).threadFactory(threads).build();
    http =
        NettyNioAsyncHttpClient.builder()
            .eventLoopGroup(loops)
            .maxConcurrency(CONNECTIONS)
            .maxPendingConnectionAcquires(Integer.MAX_VALUE)
            .connectionAcquisitionTimeout(Duration.ofMinutes(5))
            .connectionTimeout(CONNECT)
            .build();
  }

  private static ThreadFactory daemons() {
    AtomicInteger number = new AtomicInteger();
    return task -> {
      Thread thread = new Thread(task, "ashlar-aws-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    };
  }

  ExecutorService credentials() {
    return credentials;
  }

  ScheduledExecutorService timers() {
    return timers;
  }

  SdkAsyncHttpClient http() {
    return http;
  }

  @Override
  public void close() {
    http.close();
    timers.shutdownNow();
    credentials.shutdownNow();
    var unused =
        loops
            .eventLoopGroup()
            .shutdownGracefully(QUIET, LONGEST, TimeUnit.MILLISECONDS)
            .awaitUninterruptibly(5, TimeUnit.SECONDS);
  }
}
