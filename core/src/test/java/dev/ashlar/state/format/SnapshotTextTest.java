package dev.ashlar.state.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.Samples;
import dev.ashlar.state.State;
import dev.ashlar.state.StateProblems;
import dev.ashlar.state.secret.TestKeyrings;
import dev.ashlar.testing.Golden;
import dev.ashlar.value.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SnapshotTextTest {
  private static final State STATE =
      State.builder(Samples.STAGING, "")
          .apply(Samples.runBegan(4))
          .apply(Samples.created(Samples.queue(Address.of("queue"), 1)))
          .apply(Samples.creating(Samples.queue(Address.of("queue"), 2)))
          .apply(
              new JournalEntry.OperationProgressed(
                  "queue#2/create", "canary-token", Optional.empty(), Samples.AT))
          .apply(Samples.created(Samples.database()))
          .apply(Samples.runEnded())
          .apply(Samples.runBegan(5))
          .build();

  private final SnapshotText text = new SnapshotText(TestKeyrings.of(Samples.STAGING, 1));
  private final SnapshotReader reader = new SnapshotReader(TestKeyrings.of(Samples.STAGING, 1));

  private String write(State state) {
    return new String(text.write(state), UTF_8);
  }

  private State read(String snapshot) throws FormatException {
    return reader.read(Samples.STAGING, snapshot.getBytes(UTF_8)).build();
  }

  @Test
  void aStateHasThisTextByteForByte() {
    Golden.check("state/snapshot.jsonl", write(STATE));
  }

  @Test
  void aStateComesBackAsItWas() throws FormatException {
    assertThat(read(write(STATE))).isEqualTo(STATE);
    State empty = State.empty(Samples.STAGING, "7f3a");
    assertThat(read(write(empty))).isEqualTo(empty);
  }

  @Test
  void theFirstFormatStaysReadable() throws IOException {
    assertThat(read(Files.readString(Golden.file("state/v1/snapshot.jsonl")))).isEqualTo(STATE);
  }

  @Test
  void noSecretIsReadable() {
    assertThat(write(STATE)).doesNotContain("canary").doesNotContain("hunter2");
  }

  @Test
  void anotherEnvironmentsSnapshotIsRefused() {
    assertThatThrownBy(
            () -> reader.read(new Environment.Id("acme", "payments"), write(STATE).getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            FormatException.class,
            e -> assertThat(e.code()).isEqualTo(StateProblems.WRONG_ENVIRONMENT));
  }

  @Test
  void aLaterVersionIsRefusedAsNewer() {
    assertRefused(write(STATE).replace("{\"v\":1,", "{\"v\":7,"), StateProblems.NEWER_FORMAT.id());
  }

  @Test
  void linesTooFewTooManyOrTwiceAreRefused() {
    String snapshot = write(STATE);
    String[] lines = snapshot.split("(?<=\n)");

    assertRefused(snapshot.substring(0, snapshot.length() - 1), StateProblems.UNREADABLE.id());
    assertRefused(
        snapshot.substring(0, snapshot.length() - lines[lines.length - 1].length()),
        StateProblems.UNREADABLE.id());
    assertRefused(snapshot + lines[1], StateProblems.UNREADABLE.id());
    assertRefused(
        lines[0] + lines[1] + lines[1] + lines[3] + lines[4], StateProblems.UNREADABLE.id());
    assertRefused("", StateProblems.UNREADABLE.id());
  }

  private void assertRefused(String snapshot, String code) {
    assertThatThrownBy(() -> read(snapshot))
        .isInstanceOfSatisfying(
            FormatException.class, e -> assertThat(e.code().id()).isEqualTo(code));
  }
}
