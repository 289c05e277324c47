package dev.ashlar.quickstart;

import dev.ashlar.Ashlar;
import dev.ashlar.memory.MemoryCloud;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * From a drawn canvas to a living environment: plan, apply, change, drift, and the end. Everything
 * happens in the in-memory cloud; no account, no network, nothing on disk.
 */
public final class Quickstart {
  private Quickstart() {}

  /** Tells the whole story on standard output. */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    run(new Narrator(out, isTerminal()), MemoryCloud.builder().speed(2_000).build());
  }

  /** From Java 22 on there is a console in a pipe, too; plain text is what NO_COLOR is for. */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    return System.console() != null && System.getenv("NO_COLOR") == null;
  }

  /** Tells the whole story of a cloud; its operations take minutes, seen through a time lapse. */
  static void run(Narrator narrator, MemoryCloud cloud) {
    try (Ashlar ashlar = Ashlar.builder().addProvider(cloud).build()) {
      new Story(narrator, cloud, ashlar).tell();
    }
  }
}
