package dev.ashlar.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.execution.Events;
import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.state.ObjectId;
import dev.ashlar.value.Address;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private static final Instant NOW = Instant.EPOCH;

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final ProgressBar bar =
      new ProgressBar(new PrintStream(screen, true, UTF_8), 4, new EventText(true, 3));

  private static Change create(String address) {
    return Change.builder(
            new ObjectId(Address.parse(address).orElseThrow(), 1), "memory::Value", Action.CREATE)
        .build();
  }

  /** What a person sees on the last line, without colours. */
  private String lastLine() {
    String[] frames = screen.toString(UTF_8).split("\r\u001B\\[K");
    return frames[frames.length - 1].replaceAll("\u001B\\[[0-9;]*m", "").strip();
  }

  @Test
  void showsHowFarWhatAndHowLong() {
    bar.take(Events.started(NOW, create("net")));
    bar.take(Events.progress(NOW, 1, 4, Optional.of(Duration.ofSeconds(125))));
    assertThat(lastLine())
        .isEqualTo("━".repeat(7) + "─".repeat(21) + " 1/4 · about 2 min left · net");
  }

  @Test
  void saysNothingOfTimeWhenAllIsDone() {
    bar.take(Events.progress(NOW, 4, 4, Optional.of(Duration.ofSeconds(1))));
    assertThat(lastLine()).isEqualTo("━".repeat(28) + " 4/4");
  }

  @Test
  void aLineNeverGrowsUntilItWraps() {
    for (int i = 0; i < 50; i++) {
      bar.take(Events.started(NOW, create("uploads[\"" + "long".repeat(40) + i + "\"]")));
    }
    bar.take(Events.progress(NOW, 3, 4, Optional.of(Duration.ofSeconds(80))));
    assertThat(lastLine()).hasSizeLessThan(80).contains("3/4 · about 80 s left").endsWith("…");
  }
}
