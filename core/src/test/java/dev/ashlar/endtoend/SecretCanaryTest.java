package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Thousands of lives full of secrets, none of which is found in anything that is written or said.
 * One again: {@code -Dcanary.seed=N -Dcanary.runs=1}.
 */
class SecretCanaryTest {
  private static final long SEED = Long.getLong("canary.seed", 7_000_000L);
  private static final int RUNS = Integer.getInteger("canary.runs", 500);

  @Test
  void noSecretIsFoundInAnythingThatIsWrittenOrSaid() {
    Map<String, Integer> deeds = new ConcurrentHashMap<>();
    LongAdder looked = new LongAdder();
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream out = System.out;
    PrintStream err = System.err;
    PrintStream caught = new PrintStream(printed, true, StandardCharsets.UTF_8);
    System.setOut(caught);
    System.setErr(caught);
    try {
      LongStream.range(SEED, SEED + RUNS)
          .parallel()
          .forEach(
              seed -> {
                CanaryScan scan = new CanaryLife(seed, UnaryOperator.identity(), deeds).live();
                Optional<String> found = scan.found();
                looked.add(scan.size());
                assertThat(found).as("-Dcanary.seed=%s -Dcanary.runs=1", seed).isEmpty();
              });
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
    CanaryScan streams = new CanaryScan();
    streams.see(printed.toString(StandardCharsets.UTF_8));
    assertThat(streams.found()).as("what was printed").isEmpty();
    assertThat(looked.sum()).isGreaterThan(RUNS * 10_000L);
    if (RUNS >= 2_000) {
      for (String deed :
          new String[] {
            "plan", "Succeeded", "Failed", "crash or failure", "drift", "import", "rollback"
          }) {
        assertThat(deeds.getOrDefault(deed, 0))
            .as("%s of %s", deed, deeds)
            .isGreaterThan(RUNS / 40);
      }
    }
  }

  @Test
  void aLeakThatIsPlantedIsFoundHoweverItIsDressed() {
    for (UnaryOperator<String> dress : dresses()) {
      for (String before : List.of("", "x", "xy")) {
        String planted = dress.apply(before + CanaryScan.CANARY + " 123");
        CanaryScan scan = new CanaryLife(SEED, text -> text + planted, new TreeMap<>()).live();
        assertThat(scan.found()).as(planted).isPresent();
      }
    }
  }

  private static List<UnaryOperator<String>> dresses() {
    return List.of(
        text -> text,
        text -> text.replace("\"", "\\\""),
        text -> text.replace("\"", "\\\"").replace("\u00e9", "\\u00e9"),
        text -> URLEncoder.encode(text, StandardCharsets.UTF_8),
        text -> Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)),
        text -> Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
  }
}
