package dev.ashlar.aws.emulator;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * moto, an emulator in Python: one server for all tests of a run, on a free port, found on the
 * PATH. Where there is none, tests are skipped with the reason; with {@code
 * ASHLAR_EMULATORS=required} they fail. Tests that run side by side take regions of their own.
 */
public final class Moto {
  private static final Pattern ADDRESS =
      Pattern.compile("Running on (http://127\\.0\\.0\\.1:\\d+)");

  private Moto() {}

  /** The server's address; starts it when asked for the first time. */
  public static String url() {
    Optional<String> url = Running.URL;
    if (url.isEmpty()) {
      String why = "moto_server is not on the PATH: pip install 'moto[server]' gives it";
      if ("required".equals(System.getenv("ASHLAR_EMULATORS"))) {
        Assertions.fail(why);
      }
      Assumptions.abort("skipped: " + why);
    }
    return url.orElseThrow();
  }

  /** Started by the first who asks. */
  private static final class Running {
    static final Optional<String> URL = start();

    private static Optional<String> start() {
      Process process;
      try {
        process =
            new ProcessBuilder("moto_server", "-H", "127.0.0.1", "-p", "0")
                .redirectErrorStream(true)
                .start();
      } catch (IOException e) {
        return Optional.empty();
      }
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      BufferedReader output =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      Optional<String> address =
          output
              .lines()
              .map(ADDRESS::matcher)
              .filter(Matcher::find)
              .map(m -> m.group(1))
              .findFirst();
      Thread drain = new Thread(() -> drain(process), "moto-output");
      drain.setDaemon(true);
      drain.start();
      return address;
    }

    private static void drain(Process process) {
      try {
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
