package dev.ashlar.state.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.schema.Operation;
import dev.ashlar.state.JournalEntry;
import dev.ashlar.state.Samples;
import dev.ashlar.state.State;
import dev.ashlar.state.StateObject;
import dev.ashlar.state.secret.Keyring;
import dev.ashlar.state.secret.TestKeyrings;
import dev.ashlar.value.Address;
import dev.ashlar.value.Bytes;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Any journal folds to the same state, wherever it is cut into a snapshot and a log, and also after
 * it was written and read. The seed in a test's name repeats it.
 */
class AnyJournalTest {
  private static final List<Address> ADDRESSES =
      List.of(
          Address.of("a"),
          Address.of("b", "x"),
          Address.of("b", "y#2\"/"),
          Address.parse("net[\"é\"]/subnet[\"1\"]").orElseThrow());

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void foldsToTheSameStateHoweverItIsCutAndWritten(long seed) throws FormatException {
    List<JournalEntry> journal = journal(new Random(seed));
    State whole = fold(State.builder(Samples.STAGING, ""), journal);

    for (int cut = 0; cut <= journal.size(); cut += 3) {
      State before = fold(State.builder(Samples.STAGING, ""), journal.subList(0, cut));
      Keyring keys = TestKeyrings.of(Samples.STAGING, 1);
      State.Builder read =
          new SnapshotReader(keys).read(Samples.STAGING, new SnapshotText(keys).write(before));
      assertThat(read.build()).isEqualTo(before);
      List<JournalEntry> rest = new ArrayList<>();
      EntryText text = new EntryText(keys);
      EntryReader reader = new EntryReader(keys);
      for (JournalEntry entry : journal.subList(cut, journal.size())) {
        rest.add(reader.read(text.write(entry).toArray()));
      }
      assertThat(fold(read, rest)).as("cut at %d", cut).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34, 35})
  void takingInTheLastEntriesAgainChangesNothing(long seed) {
    List<JournalEntry> journal = journal(new Random(seed));
    State whole = fold(State.builder(Samples.STAGING, ""), journal);
    JournalEntry last = journal.get(journal.size() - 1);

    assertThat(fold(whole.toBuilder(), List.of(last, last))).isEqualTo(whole);
  }

  private static State fold(State.Builder state, List<JournalEntry> entries) {
    entries.forEach(state::apply);
    return state.build();
  }

  private static List<JournalEntry> journal(Random random) {
    List<JournalEntry> entries = new ArrayList<>(List.of(Samples.runBegan(1)));
    for (int i = 0; i < 30; i++) {
      StateObject object = object(random);
      String change = object.id() + "/" + random.nextInt(2);
      switch (random.nextInt(7)) {
        case 0 ->
            entries.add(
                new JournalEntry.OperationBegan(
                    change,
                    object.id(),
                    Operation.values()[random.nextInt(Operation.values().length)],
                    "key",
                    1,
                    random.nextBoolean() ? Optional.of(object) : Optional.empty(),
                    Samples.AT));
        case 1 ->
            entries.add(
                new JournalEntry.OperationProgressed(
                    change, "token" + i, Optional.empty(), Samples.AT));
        case 2, 3 ->
            entries.add(
                new JournalEntry.OperationEnded(
                    change,
                    random.nextBoolean(),
                    List.of(new JournalEntry.Put(object)),
                    Samples.AT,
                    random.nextBoolean(),
                    random.nextBoolean()));
        case 4 ->
            entries.add(
                new JournalEntry.OperationEnded(
                    change, true, List.of(new JournalEntry.Remove(object.id())), Samples.AT));
        case 5 ->
            entries.add(
                new JournalEntry.RunEnded(
                    "done", Optional.of(Value.map(Map.of("o", value(random, 2)))), Samples.AT));
        default -> entries.add(Samples.runBegan(2 + i));
      }
    }
    return entries;
  }

  private static StateObject object(Random random) {
    Address address = ADDRESSES.get(random.nextInt(ADDRESSES.size()));
    StateObject queue = Samples.queue(address, 1 + random.nextInt(3));
    Value.MapValue declared = Value.map(Map.of("p", value(random, 3), "$q", value(random, 1)));
    StateObject object =
        new StateObject(
            queue.id(),
            random.nextInt(4) == 0,
            queue.type(),
            queue.home(),
            queue.schema(),
            StateObject.Status.values()[random.nextInt(3)],
            random.nextBoolean() ? Optional.of("id") : Optional.empty(),
            new StateObject.Values(
                declared,
                random.nextBoolean() ? declared : Value.map(Map.of("e", value(random, 2))),
                random.nextBoolean() ? declared : Value.MapValue.EMPTY,
                Value.map(Map.of("o", value(random, 1)))),
            new TreeMap<>(),
            random.nextBoolean() ? Bytes.EMPTY : Bytes.of(new byte[] {1, 0, -1}),
            random.nextBoolean() ? List.of() : List.of("a", "b[\"x\"]"),
            queue.lifecycle(),
            random.nextBoolean() ? Optional.empty() : Optional.of("node"));
    return object;
  }

  private static Value value(Random random, int depth) {
    int kind = random.nextInt(depth > 0 ? 10 : 6);
    return switch (kind) {
      case 0 -> Value.NULL;
      case 1 -> Value.of(random.nextBoolean());
      case 2 ->
          Value.of(new BigDecimal(random.nextInt()).scaleByPowerOfTen(random.nextInt(40) - 20));
      case 3 -> Value.of("text \u0001 \" \\ é 🜁 $" + random.nextInt(100));
      case 4 -> Value.unknown(ValueType.listOf(ValueType.STRING));
      case 5 -> Value.secret(Value.unknown(ValueType.STRING));
      case 6 -> Value.secret(value(random, depth - 1));
      case 7 -> Value.list(value(random, depth - 1), value(random, depth - 1));
      case 8 ->
          Value.map(Map.of("$secret", value(random, depth - 1), "x", value(random, depth - 1)));
      default ->
          Value.map(Map.of("a", value(random, depth - 1), "$unknown", value(random, depth - 1)));
    };
  }
}
