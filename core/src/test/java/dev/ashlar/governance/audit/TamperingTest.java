package dev.ashlar.governance.audit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.AuditLog;
import dev.ashlar.governance.AuditTrail;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is done to a log is seen: everything in a small one, by chance in a large one. */
class TamperingTest {
  private final Book book = new Book(AuditLog.inMemory()).plans(5);
  private final byte[] log = book.content().bytes().toArray();

  private void isSeen(String what, byte[] altered) {
    assertThat(book.withKeys(altered).isIntact()).as("with keys: %s", what).isFalse();
    assertThat(book.withoutKeys(altered).isIntact()).as("without keys: %s", what).isFalse();
  }

  @Test
  void aLogThatNobodyTouchedIsIntact() {
    assertThat(book.withKeys(log).findings()).isEmpty();
    assertThat(book.withoutKeys(log).findings()).isEmpty();
    assertThat(book.trail().entries()).hasSize(5);
  }

  @Test
  void eachByteThatIsFlippedIsSeen() {
    for (int at = 0; at < log.length; at++) {
      for (int bit = 0; bit < 8; bit += 5) {
        byte[] altered = log.clone();
        altered[at] ^= (byte) (1 << bit);
        isSeen("bit " + bit + " of byte " + at, altered);
      }
    }
  }

  @Test
  void eachByteThatIsTakenOutIsSeen() {
    for (int at = 0; at < log.length; at++) {
      byte[] altered = new byte[log.length - 1];
      System.arraycopy(log, 0, altered, 0, at);
      System.arraycopy(log, at + 1, altered, at, log.length - at - 1);
      isSeen("without byte " + at, altered);
    }
  }

  @Test
  void eachTruncationIsSeen() {
    for (int length = 0; length < log.length; length++) {
      isSeen("cut at " + length, Arrays.copyOf(log, length));
    }
  }

  @Test
  void eachLineThatIsRemovedIsSeen() {
    for (int at = 0; at < 5; at++) {
      List<String> lines = Book.lines(log);
      lines.remove(at);
      isSeen("without line " + at, Book.bytes(lines));
    }
  }

  @Test
  void eachLineThatIsRepeatedAnywhereIsSeen() {
    for (int at = 0; at < 5; at++) {
      for (int to = 0; to <= 5; to++) {
        List<String> lines = Book.lines(log);
        lines.add(to, lines.get(at));
        isSeen("line " + at + " again before " + to, Book.bytes(lines));
      }
    }
  }

  @Test
  void eachTwoLinesThatChangePlacesAreSeen() {
    for (int one = 0; one < 5; one++) {
      for (int other = one + 1; other < 5; other++) {
        List<String> lines = Book.lines(log);
        Collections.swap(lines, one, other);
        isSeen("lines " + one + " and " + other + " in each other's places", Book.bytes(lines));
      }
    }
  }

  @Test
  void eachByteThatIsAppendedIsSeenButTheOneThatACrashCouldLeave() {
    for (int added = 0; added < 256; added++) {
      byte[] altered = Arrays.copyOf(log, log.length + 1);
      altered[log.length] = (byte) added;
      if (added == '{') {
        assertThat(book.withKeys(altered).findings())
            .extracting(Diagnostic::kind)
            .containsExactly(AuditProblems.TORN);
      } else {
        isSeen("byte " + added + " appended", altered);
      }
    }
  }

  @Test
  void anEntryThatWasWrittenWithOtherKeysIsSeen() {
    Book forger = book.reopenedWith(Book.key(99));
    forger.plan("mallory");
    AuditTrail trail = book.trail();
    assertThat(trail.findings()).extracting(Diagnostic::kind).contains(AuditProblems.ALTERED);
  }

  @Test
  void anEntryBehindTheHeadIsProvenByKeysOnly() {
    AuditLog.Content before = book.content();
    book.plan("alice");
    AuditLog.Content mixed = new AuditLog.Content(book.content().bytes(), before.head());
    assertThat(Trails.withKeys(Book.PRODUCTION, mixed, List.of(), book.key()).findings())
        .extracting(Diagnostic::kind)
        .containsExactly(AuditProblems.BEHIND);
    assertThat(AuditTrail.read(Book.PRODUCTION, mixed, List.of()).findings())
        .extracting(Diagnostic::kind)
        .containsExactly(AuditProblems.UNPROVEN);
  }

  @Test
  void aLogOfAnotherEnvironmentIsSeen() {
    AuditTrail trail =
        AuditTrail.read(
            new dev.ashlar.blueprint.Environment.Id("acme", "staging"), book.content(), List.of());
    assertThat(trail.isIntact()).isFalse();
  }

  @Test
  void eachByteOfTheHeadThatIsFlippedIsSeenByWhoHasTheKeys() {
    byte[] head = book.content().head().toArray();
    for (int at = 0; at < head.length; at++) {
      byte[] altered = head.clone();
      altered[at] ^= 1;
      AuditLog.Content content =
          new AuditLog.Content(book.content().bytes(), dev.ashlar.value.Bytes.of(altered));
      assertThat(Trails.withKeys(Book.PRODUCTION, content, List.of(), book.key()).isIntact())
          .as("byte %s", at)
          .isFalse();
    }
  }

  @Test
  void whateverIsDoneByChanceToALargeLogIsSeen() {
    Book large = new Book(AuditLog.inMemory()).plans(1_500);
    byte[] whole = large.content().bytes().toArray();
    long seed = Long.getLong("audit.seed", 20261124);
    Random random = new Random(seed);
    for (int round = 0; round < 60; round++) {
      byte[] altered = byChance(whole, random);
      assertThat(large.withKeys(altered).isIntact())
          .as("-Daudit.seed=%s, round %s", seed, round)
          .isFalse();
      assertThat(large.withoutKeys(altered).isIntact())
          .as("-Daudit.seed=%s, round %s, without keys", seed, round)
          .isFalse();
    }
  }

  private static byte[] byChance(byte[] log, Random random) {
    List<String> lines = Book.lines(log);
    int at = random.nextInt(lines.size());
    switch (random.nextInt(5)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(random.nextInt(lines.size() + 1), lines.get(at));
      case 2 -> Collections.swap(lines, at, (at + 1 + random.nextInt(100)) % lines.size());
      case 3 -> {
        String line = lines.get(at);
        lines.set(at, line.replace("alice", "mallo"));
      }
      default -> {
        byte[] altered = log.clone();
        altered[random.nextInt(log.length)] ^= (byte) (1 << random.nextInt(8));
        return altered;
      }
    }
    return Book.bytes(lines);
  }

  @Test
  void aLineThatIsLongerThanItWasIsSeen() {
    List<String> lines = Book.lines(log);
    lines.set(2, lines.get(2).replace("\"data\":{", "\"data\":{\"x\":\"y\","));
    isSeen("a field more", Book.bytes(lines));
    assertThat(new String(log, UTF_8)).contains("\"data\":{");
  }
}
