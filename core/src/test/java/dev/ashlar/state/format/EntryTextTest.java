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
import dev.ashlar.value.Value;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
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
    ALL.forEach(entry -> lines.append(line(entry)));

    Golden.check("state/journal.jsonl", lines.toString());
  }

  @Test
  void entriesComeBackAsTheyWere() throws FormatException {
    for (JournalEntry entry : ALL) {
      assertThat(reader.read(text.write(entry).toArray())).isEqualTo(entry);
    }
  }

  private String line(JournalEntry entry) {
    return new String(text.write(entry).toArray(), UTF_8);
  }

  @ParameterizedTest
  @ValueSource(strings = {"v1", "v2"})
  void everyFormatThatEverWasStaysReadable(String format) throws IOException {
    List<JournalEntry> read = new ArrayList<>();
    for (String line : Files.readAllLines(Golden.file("state/" + format + "/journal.jsonl"))) {
      read.add(reader.read(line.getBytes(UTF_8)));
    }

    assertThat(read).isEqualTo(ALL);
  }

  @Test
  void noSecretIsReadableInAnyEntry() {
    for (JournalEntry entry : ALL) {
      assertThat(line(entry)).doesNotContain("canary").doesNotContain("hunter2");
    }
  }

  @Test
  void valuesThatEqualTheOnesBeforeThemAreWrittenOnce() {
    String line = line(Samples.created(Samples.queue("queue")));

    assertThat(line)
        .contains("\"declared\"")
        .doesNotContain("effective")
        .doesNotContain("observed");
  }

  @Test
  void theEndOfAnOperationDoesNotTellAgainWhatItsBeginTold() throws FormatException {
    String begin = line(Samples.creating(Samples.database()));
    String end = line(Samples.created(Samples.database()));

    assertThat(begin).contains("\"declared\"", "\"effective\"", "\"type\"");
    assertThat(end)
        .contains("\"as\":", "\"kind\":0")
        .doesNotContain("declared", "effective", "\"type\"");
    var unused = reader.read(begin.getBytes(UTF_8));
    assertThat(reader.read(end.getBytes(UTF_8))).isEqualTo(Samples.created(Samples.database()));
  }

  @Test
  void anEndWithOtherValuesThanItsBeginTellsThem() throws FormatException {
    StateObject other =
        Samples.database()
            .withValues(
                new StateObject.Values(
                    Samples.queue("queue").values().declared(),
                    Samples.database().values().effective(),
                    Samples.database().values().observed(),
                    Samples.database().values().outputs()));
    var unused = reader.read(text.write(Samples.creating(Samples.database())).toArray());

    assertThat(reader.read(text.write(Samples.created(other)).toArray()))
        .isEqualTo(Samples.created(other));
  }

  @Test
  void aSecondWriterCountsItsKindsAnew() throws FormatException {
    EntryText second = new EntryText(TestKeyrings.of(Samples.STAGING, 1));

    for (JournalEntry entry : ALL) {
      assertThat(reader.read(text.write(entry).toArray())).isEqualTo(entry);
    }
    for (JournalEntry entry :
        List.of(Samples.created(Samples.queue("q")), ALL.get(1), ALL.get(3))) {
      assertThat(reader.read(second.write(entry).toArray())).isEqualTo(entry);
    }
  }

  @Test
  void anEntryThatCannotBeWrittenLeavesNothingBehind() throws FormatException {
    AtomicBoolean broken = new AtomicBoolean(true);
    EntryText breaking = new EntryText(new BreakingSealer(broken));

    assertThatThrownBy(() -> breaking.write(Samples.runEnded()))
        .isInstanceOf(IllegalStateException.class);
    broken.set(false);

    assertThat(reader.read(breaking.write(Samples.runBegan(1)).toArray()))
        .isEqualTo(Samples.runBegan(1));
  }

  /** Seals nothing while it is broken. */
  private record BreakingSealer(AtomicBoolean broken) implements Sealer {
    @Override
    public String seal(Place place, Value content) {
      if (broken.get()) {
        throw new IllegalStateException("no key");
      }
      return TestKeyrings.of(Samples.STAGING, 1).seal(place, content);
    }

    @Override
    public String sealBytes(Place place, byte[] clear) {
      throw new IllegalStateException("no key");
    }

    @Override
    public boolean recognizes(String text) {
      return false;
    }

    @Override
    public Value open(Place place, String cipher) throws UnopenableException {
      throw new UnopenableException();
    }

    @Override
    public byte[] openBytes(Place place, String cipher) throws UnopenableException {
      throw new UnopenableException();
    }
  }

  @Test
  void objectsOfOneKindShareIt() throws FormatException {
    StateObject one = put(Samples.created(Samples.queue("one")));
    StateObject two = put(Samples.created(Samples.queue("two")));

    assertThat(two.home()).isSameAs(one.home());
    assertThat(two.schema()).isSameAs(one.schema());
    assertThat(two.type()).isSameAs(one.type());
  }

  private StateObject put(JournalEntry.OperationEnded ended) throws FormatException {
    JournalEntry.OperationEnded read =
        (JournalEntry.OperationEnded) reader.read(text.write(ended).toArray());
    return ((JournalEntry.Put) read.effects().get(0)).object();
  }

  @Test
  void aKindOrABeginThatWasNotReadIsRefused() {
    var unused = text.write(Samples.creating(Samples.database()));
    String end = line(Samples.created(Samples.database()));

    assertRefused(end, StateProblems.UNREADABLE.id(), "");
    assertRefused(end.replace("\"kind\":0", "\"kind\":-1"), StateProblems.UNREADABLE.id(), "kind");
  }

  @Test
  void aLaterVersionIsRefusedAsNewer() {
    assertRefused("{\"v\":3,\"entry\":\"run-ended\"}", StateProblems.NEWER_FORMAT.id(), "up to 2");
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
        "{\"v\":1,\"entry\":\"run-ended\",\"outcome\":\"a\",\"at\":\"2026-01-02T03:04:05Z\",\"at\":\"2026-01-02T03:04:05Z\"}",
        "{\"v\":2,\"entry\":\"run-began\",\"origin\":{\"flags\":{\"a\":true,\"a\":true}}}",
        "{\"v\":2,\"entry\":\"operation-ended\",\"change\":\"a\",\"succeeded\":true,\"effects\":[{\"put\":{\"id\":\"a#1\",\"id\":\"a#1\"}}]}",
        "{\"v\":1,\"entry\":\"operation-ended\",\"change\":\"a\",\"succeeded\":true,\"effects\":[{\"remove\":\"a#01\"}],\"at\":\"2026-01-02T03:04:05Z\"}",
        "{\"v\":1,\"entry\":\"operation-ended\",\"change\":\"a\",\"succeeded\":true,\"effects\":[{\"remove\":\"a#1234567890\"}],\"at\":\"2026-01-02T03:04:05Z\"}",
        "{\"v\":1,\"entry\":\"operation-ended\",\"change\":\"a\",\"succeeded\":true,\"effects\":[{\"remove\":\"a#0\"}],\"at\":\"2026-01-02T03:04:05Z\"}"
      })
  void whatIsNotAnEntryIsRefused(String line) {
    assertRefused(line, StateProblems.UNREADABLE.id(), "");
  }

  @Test
  void aSecretThatIsNotEncryptedIsRefused() {
    String line = line(Samples.runEnded());
    String clear = line.replaceAll("\"aes:[^\"]*\"", "\"in clear\"");

    assertThat(clear).isNotEqualTo(line);
    assertRefused(clear, StateProblems.SECRET_IN_CLEAR.id(), "outputs");
  }

  @Test
  void aCiphertextFromAnotherEnvironmentIsRefused() {
    EntryText other =
        new EntryText(TestKeyrings.of(new Environment.Id("acme", "orders-production"), 1));

    assertRefused(
        new String(other.write(Samples.runEnded()).toArray(), UTF_8),
        StateProblems.SECRET_UNREADABLE.id(),
        "outputs");
  }

  @Test
  void aCiphertextUnderAnotherKeyIsRefused() {
    EntryText other = new EntryText(TestKeyrings.of(Samples.STAGING, 2));

    assertRefused(
        new String(other.write(Samples.runEnded()).toArray(), UTF_8),
        StateProblems.SECRET_UNREADABLE.id(),
        "outputs");
  }

  @Test
  void aCiphertextThatMovedToAnotherAddressOrIncarnationOrPathIsRefused() {
    String line = line(Samples.created(Samples.database()));

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

    assertThat(reader.read(text.write(Samples.created(moved)).toArray()))
        .isEqualTo(Samples.created(moved));
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
