package dev.ashlar.memory;

import com.sun.net.httpserver.HttpServer;
import dev.ashlar.memory.remote.CloudHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves a simulated cloud to other processes of this machine. An environment uses it that
 * configures the provider {@code memory} with its {@link #endpoint}; everything else is the same as
 * with a cloud of the own process. Whoever can reach the port can use the cloud: it is for tests.
 *
 * <p>With a cloud that {@linkplain MemoryCloud.Builder#keepingRecords keeps records}, an effect is
 * on the disk before it is answered. An engine that is killed in between does not disturb the
 * server.
 *
 * <p>Set the system property {@code sun.net.httpserver.nodelay} to {@code true} at the start of a
 * process that serves: without it, the JDK's server holds each answer back for a moment; and {@code
 * sun.net.httpserver.maxReqTime} to some seconds, so that clients that begin a message and never
 * end it keep no thread.
 *
 * @since 0.1
 */
public final class CloudServer implements AutoCloseable {
  /** More wait their turn: changes are made one after the other in any case. */
  private static final int THREADS = 16;

  private static final int BACKLOG = 256;

  private final HttpServer server;
  private final ExecutorService executor;

  private CloudServer(HttpServer server, ExecutorService executor) {
    this.server = server;
    this.executor = executor;
  }

  /**
   * Starts to serve a cloud's own types, on the loopback interface only.
   *
   * @param port the port; 0 for any that is free
   * @throws IOException if the port cannot be had
   */
  public static CloudServer start(MemoryCloud cloud, int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
    ExecutorService executor =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "ashlar-cloud");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(executor);
    server.createContext("/", new CloudHandler(cloud, executor));
    server.start();
    return new CloudServer(server, executor);
  }

  /** Where it is: what the provider's configuration wants as its {@code endpoint}. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Stops at once. Who waits for an answer sees the connection break. */
  @Override
  public void close() {
    server.stop(0);
    executor.shutdownNow();
  }
}
