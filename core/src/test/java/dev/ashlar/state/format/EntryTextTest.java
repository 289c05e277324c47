package dev.ashlar.state.format;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.ObjectId;
import dev.ashlar.state.Samples;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.StateProblems;
import dev.ashlar.state.secret.TestKeyrings;
import dev.ashlar.testing.Golden;
import dev.ashlar.value.Address;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTextTest {
  private static final List<JournalEntry> ALL =
      List.of(
          Samples.runBegan(1),
          Samples.creating(Samples.database()),
          new JournalEntry.OperationProgressed(
              "db[\"eu#1\"]#2/create", "canary-token", Optional.of("db-1"), Samples.AT),
          Samples.created(Samples.database()),
          new JournalEntry.OperationBegan(
              "old#1/delete",
              new ObjectId(Address.of("old"), 1),
              Operation.DELETE,
              "key-2",
              3,
              Optional.empty(),
              Samples.AT),
          new JournalEntry.OperationEnded(
              "old#1/delete",
              false,
              List.of(
                  new JournalEntry.Remove(new ObjectId(Address.of("old"), 1)),
                  new JournalEntry.Put(Samples.queue("queue"))),
              Samples.AT),
          Samples.runEnded(),
          new JournalEntry.RunEnded("failed", Optional.empty(), Samples.AT));

  private final EntryText text = new EntryText(TestKeyrings.of(Samples.STAGING, 1));
  private final EntryReader reader = new EntryReader(TestKeyrings.of(Samples.STAGING, 1));

  @Test
  void entriesHaveThisTextByteForByte() {
    StringBuilder lines = new StringBuilder();
    ALL.forEach(entry -> lines.append(new String(text.write(entry), UTF_8)));

    Golden.check("state/journal.jsonl", lines.toString());
  }

  @Test
  void entriesComeBackAsTheyWere() throws FormatException {
    for (JournalEntry entry : ALL) {
      assertThat(reader.read(text.write(entry))).isEqualTo(entry);
    }
  }

  @Test
  void theFirstFormatStaysReadable() throws IOException {
    List<JournalEntry> read = new ArrayList<>();
    for (String line : Files.readAllLines(Golden.file("state/v1/journal.jsonl"))) {
      read.add(reader.read(line.getBytes(UTF_8)));
    }

    assertThat(read).isEqualTo(ALL);
  }

  @Test
  void noSecretIsReadableInAnyEntry() {
    for (JournalEntry entry : ALL) {
      assertThat(new String(text.write(entry), UTF_8))
          .doesNotContain("canary")
          .doesNotContain("hunter2");
    }
  }

  @Test
  void valuesThatEqualTheOnesBeforeThemAreWrittenOnce() {
    String line = new String(text.write(Samples.created(Samples.queue("queue"))), UTF_8);

    assertThat(line)
        .contains("\"declared\"")
        .doesNotContain("effective")
        .doesNotContain("observed");
  }

  @Test
  void aLaterVersionIsRefusedAsNewer() {
    assertRefused("{\"v\":2,\"entry\":\"run-ended\"}", StateProblems.NEWER_FORMAT.id(), "up to 1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "null",
        "{\"entry\":\"run-ended\",\"v\":1}",
        "{\"v\":0,\"entry\":\"run-ended\"}",
        "{\"v\":\"1\",\"entry\":\"run-ended\"}",
        "{\"v\":1,\"entry\":\"other\"}",
        "{\"v\":1,\"entry\":\"run-ended\"}",
        "{\"v\":1,\"entry\":\"run-ended\",\"outcome\":\"done\",\"at\":\"yesterday\"}",
        "{\"v\":1,\"entry\":\"run-ended\",\"outcome\":1,\"at\":\"2026-01-02T03:04:05Z\"}",
        "{\"v\":1,\"entry\":\"run-ended\",\"outcome\":\"a\",\"at\":\"2026-01-02T03:04:05Z\",\"x\":1}",
        "{\"v\":1,\"entry\":\"run-ended\",\"outcome\":\"a\",\"outcome\":\"a\",\"at\":\"2026-01-02T03:04:05Z\"}",
        "{\"v\":1,\"entry\":\"run-ended\",\"outcome\":\"a\",\"at\":\"2026-01-02T03:04:05Z\"} x",
        "{\"v\":1,\"entry\":\"operation-ended\",\"change\":\"a\",\"succeeded\":true,\"effects\":[{}],\"at\":\"2026-01-02T03:04:05Z\"}",
        "{\"v\":1,\"entry\":\"operation-ended\",\"change\":\"a\",\"succeeded\":true,\"effects\":[{\"remove\":\"a#0\"}],\"at\":\"2026-01-02T03:04:05Z\"}"
      })
  void whatIsNotAnEntryIsRefused(String line) {
    assertRefused(line, StateProblems.UNREADABLE.id(), "");
  }

  @Test
  void aSecretThatIsNotEncryptedIsRefused() {
    String line = new String(text.write(Samples.runEnded()), UTF_8);
    String clear = line.replaceAll("\"aes:[^\"]*\"", "\"in clear\"");

    assertThat(clear).isNotEqualTo(line);
    assertRefused(clear, StateProblems.SECRET_IN_CLEAR.id(), "outputs");
  }

  @Test
  void aCiphertextFromAnotherEnvironmentIsRefused() {
    EntryText other =
        new EntryText(TestKeyrings.of(new Environment.Id("acme", "orders-production"), 1));

    assertRefused(
        new String(other.write(Samples.runEnded()), UTF_8),
        StateProblems.SECRET_UNREADABLE.id(),
        "outputs");
  }

  @Test
  void aCiphertextUnderAnotherKeyIsRefused() {
    EntryText other = new EntryText(TestKeyrings.of(Samples.STAGING, 2));

    assertRefused(
        new String(other.write(Samples.runEnded()), UTF_8),
        StateProblems.SECRET_UNREADABLE.id(),
        "outputs");
  }

  @Test
  void aCiphertextThatMovedToAnotherAddressOrIncarnationOrPathIsRefused() {
    String line = new String(text.write(Samples.created(Samples.database())), UTF_8);

    for (String moved :
        List.of(
            line.replace("\"id\":\"db[\\\"eu#1\\\"]#2\"", "\"id\":\"db[\\\"us\\\"]#2\""),
            line.replace("\"id\":\"db[\\\"eu#1\\\"]#2\"", "\"id\":\"db[\\\"eu#1\\\"]#3\""),
            line.replace("\"Tags\":[{", "\"Tags\":[{},{"),
            line.replace("\"Tags\":", "\"Togs\":"),
            line.replace("\"Token\":", "\"Takon\":"))) {
      assertThat(moved).isNotEqualTo(line);
      assertRefused(moved, StateProblems.SECRET_UNREADABLE.id(), "");
    }
  }

  @Test
  void anObjectThatMovesByAPlanIsEncryptedForItsNewPlace() throws FormatException {
    StateObject moved = Samples.database().withAddress(new ObjectId(Address.of("elsewhere"), 2));

    assertThat(reader.read(text.write(Samples.created(moved)))).isEqualTo(Samples.created(moved));
  }

  @Test
  void noRefusalQuotesWhatWasRead() {
    assertThatThrownBy(() -> reader.read("{\"v\":1,\"entry\":\"canary\",\"canary".getBytes(UTF_8)))
        .hasMessageNotContaining("canary");
    assertThatThrownBy(() -> reader.read("{\"v\":1 canary".getBytes(UTF_8)))
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }

  @Test
  void aStateThatNobodyWroteHasNoOrigin() {
    assertThat(State.empty(Samples.STAGING, "").origin()).isEqualTo(State.Origin.NONE);
  }

  private void assertRefused(String line, String code, String hint) {
    assertThatThrownBy(() -> reader.read(line.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            FormatException.class,
            refused -> {
              assertThat(refused.code().id()).isEqualTo(code);
              assertThat(refused.getMessage()).contains(hint);
            });
  }
}
