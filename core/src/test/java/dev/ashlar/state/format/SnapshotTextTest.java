package dev.ashlar.state.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.Samples;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateProblems;
import dev.ashlar.state.secret.TestKeyrings;
import dev.ashlar.testing.Golden;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  private String write(State state) {
    return new String(
        new SnapshotText(TestKeyrings.of(Samples.STAGING, 1)).write(state).toArray(), UTF_8);
  }

  private State read(String snapshot) throws FormatException {
    return read(Samples.STAGING, snapshot);
  }

  private static State read(Environment.Id environment, String snapshot) throws FormatException {
    return new SnapshotReader(TestKeyrings.of(Samples.STAGING, 1))
        .read(environment, Bytes.of(snapshot.getBytes(UTF_8)))
        .build();
  }

  @Test
  void aStateHasThisTextByteForByte() {
    Golden.check("state/snapshot.jsonl", write(STATE));
  }

  @Test
  void howTheLastRunEndedComesBack() throws FormatException {
    State ended = STATE.toBuilder().apply(Samples.runEnded()).build();

    assertThat(read(write(ended)).lastRun())
        .contains(new State.LastRun(Samples.runEnded().outcome(), Samples.runEnded().at()));
    assertThat(read(write(STATE)).lastRun()).isEmpty();
  }

  @Test
  void aStateComesBackAsItWas() throws FormatException {
    assertThat(read(write(STATE))).isEqualTo(STATE);
    State empty = State.empty(Samples.STAGING, "7f3a");
    assertThat(read(write(empty))).isEqualTo(empty);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void everyFormatThatEverWasStaysReadable(String format) throws IOException {
    assertThat(read(Files.readString(Golden.file("state/" + format + "/snapshot.jsonl"))))
        .isEqualTo(STATE);
  }

  @Test
  void noSecretIsReadable() {
    assertThat(write(STATE)).doesNotContain("canary").doesNotContain("hunter2");
  }

  @Test
  void anotherEnvironmentsSnapshotIsRefused() {
    assertThatThrownBy(() -> read(new Environment.Id("acme", "payments"), write(STATE)))
        .isInstanceOfSatisfying(
            FormatException.class,
            e -> assertThat(e.code()).isEqualTo(StateProblems.WRONG_ENVIRONMENT));
  }

  @Test
  void aLaterVersionIsRefusedAsNewer() {
    assertRefused(write(STATE).replace("{\"v\":2,", "{\"v\":7,"), StateProblems.NEWER_FORMAT.id());
  }

  @Test
  void aLargeStateIsReadInAStreamAndSharesWhatComesAgain() throws FormatException {
    State.Builder builder = State.builder(Samples.STAGING, "").apply(Samples.runBegan(1));
    for (int i = 0; i < 2_000; i++) {
      builder.put(Samples.queue("q" + i));
    }
    State state = builder.build();

    State read = read(write(state));

    assertThat(read).isEqualTo(state);
    assertThat(read.current().keySet()).containsExactlyElementsOf(state.current().keySet());
    StateObject one = read.at(Address.of("q1")).orElseThrow();
    StateObject two = read.at(Address.of("q1999")).orElseThrow();
    assertThat(two.home()).isSameAs(one.home());
    assertThat(two.values().outputs()).isSameAs(one.values().outputs());
    assertThat(one.values().observed()).isSameAs(one.values().declared());
  }

  @Test
  void aStateThatIsCutAnywhereIsRefused() {
    String whole = write(STATE);

    for (int length = 0; length < whole.length(); length += 7) {
      assertRefused(whole.substring(0, length), StateProblems.UNREADABLE.id());
    }
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
