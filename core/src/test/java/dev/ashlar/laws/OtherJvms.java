package dev.ashlar.laws;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * JVMs on this machine: those that {@code -Dlaws.javaHomes} or the variable {@code JAVA_HOMES}
 * name, and those beside the one that runs.
 */
final class OtherJvms {
  private OtherJvms() {}

  /** Homes by feature version, this one's left out; of 17 or later. */
  static SortedMap<Integer, Path> found() {
    SortedMap<Integer, Path> homes = new TreeMap<>();
    for (Path home : candidates()) {
      int version = version(home);
      if (version >= 17 && version != Runtime.version().feature()) {
        homes.putIfAbsent(version, home);
      }
    }
    return homes;
  }

  private static List<Path> candidates() {
    List<Path> candidates = new ArrayList<>();
    String variable = System.getenv("JAVA_HOMES");
    String named = System.getProperty("laws.javaHomes", variable == null ? "" : variable);
    for (String home : named.split(java.io.File.pathSeparator)) {
      if (!home.isEmpty()) {
        candidates.add(Path.of(home));
      }
    }
    Path parent = Path.of(System.getProperty("java.home")).getParent();
    if (parent != null) {
      try (Stream<Path> beside = Files.list(parent)) {
        beside.sorted().forEach(candidates::add);
      } catch (IOException e) {
        return candidates;
      }
    }
    return candidates;
  }

  private static int version(Path home) {
    Path release = home.resolve("release");
    if (!Files.isExecutable(home.resolve("bin").resolve("java")) || !Files.exists(release)) {
      return 0;
    }
    Properties properties = new Properties();
    try (InputStream in = Files.newInputStream(release)) {
      properties.load(in);
      String version = properties.getProperty("JAVA_VERSION", "0").replace("\"", "");
      return Runtime.Version.parse(version).feature();
    } catch (IOException | IllegalArgumentException e) {
      return 0;
    }
  }

  /** Runs a class of the tests in a JVM of its own and gives what it printed. */
  static String run(Path home, List<String> options, Class<?> main, String... arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("bin").resolve("java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    Path errors = Files.createTempFile("laws", ".err");
    Process process = new ProcessBuilder(command).redirectError(errors.toFile()).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean ended = process.waitFor(120, TimeUnit.SECONDS);
    if (!ended || process.exitValue() != 0) {
      process.destroyForcibly();
      throw new IOException(home + " did not end well: " + Files.readString(errors));
    }
    Files.delete(errors);
    return out;
  }
}
