package dev.ashlar.cli;

import dev.ashlar.memory.CloudServer;
import dev.ashlar.memory.Fault;
import dev.ashlar.memory.MemoryCloud;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The simulated cloud in a process of its own. */
@CommandLine.Command(
    name = "cloud",
    description = "Run the simulated cloud in a process of its own.",
    subcommands = CloudCommand.Serve.class)
final class CloudCommand extends Command {
  @Override
  Report run() {
    return Report.usage("ashlar cloud wants serve.");
  }

  /** Serves until the process ends. */
  @CommandLine.Command(
      name = "serve",
      description =
          "Serve the simulated cloud of DIR on this machine, until the process is interrupted.")
  static final class Serve extends Command {
    private static final int LAST_PORT = 65_535;

    @Option(
        names = "--port",
        paramLabel = "N",
        description = "Where to listen; 0 for any port that is free (default: 8420).")
    private int port = 8420;

    @Option(
        names = "--delay",
        paramLabel = "MILLIS",
        description = "How long answers are held back at most, by chance (default: 0).")
    private int delay;

    @Option(
        names = "--seed",
        paramLabel = "N",
        description = "What delays and identifiers are drawn from (default: 1).")
    private long seed = 1;

    @Override
    Report run() {
      if (port < 0 || port > LAST_PORT) {
        return Report.usage("--port wants 0 to " + LAST_PORT + ", not " + port + ".");
      }
      if (delay < 0) {
        return Report.usage("--delay wants 0 or more, not " + delay + ".");
      }
      // The JDK's server would hold every answer back until the last one was acknowledged.
      System.setProperty("sun.net.httpserver.nodelay", "true");
      // A client that begins a message and never ends it would hold a thread for ever.
      System.setProperty("sun.net.httpserver.maxReqTime", "10");
      try {
        return serving(CloudServer.start(cloud(), port));
      } catch (IOException e) {
        return Report.refused("The port " + port + " cannot be had: choose another one.");
      }
    }

    private MemoryCloud cloud() {
      MemoryCloud.Builder cloud =
          MemoryCloud.builder()
              .file(options().state().resolve("memory.json"))
              .keepingRecords()
              .seed(seed);
      return delay == 0
          ? cloud.build()
          : cloud.faults(Fault.slowAnswers(Duration.ofMillis(delay))).build();
    }

    private static Report serving(CloudServer server) {
      String endpoint = server.endpoint().toString();
      return Report.of(
          Exit.DONE,
          out -> {
            out.writeStartObject();
            out.writeStringField("endpoint", endpoint);
            out.writeEndObject();
          },
          endpoint + "\n");
    }

    /** Until somebody ends the process. */
    @Override
    void goOn() {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
