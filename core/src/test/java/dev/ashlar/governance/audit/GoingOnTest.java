package dev.ashlar.governance.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Diagnostic;
import dev.ashlar.governance.AuditAnchor;
import dev.ashlar.governance.AuditEntry;
import dev.ashlar.governance.AuditLog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A log that is gone on with: after a crash, after tampering, by several, after pruning. */
class GoingOnTest {
  @TempDir private Path folder;

  private Path file(String ending) {
    return folder.resolve("acme+production" + ending);
  }

  private Book book() {
    return new Book(AuditLog.directory(folder));
  }

  private void cut(int bytes) throws IOException {
    byte[] log = Files.readAllBytes(file(".jsonl"));
    Files.write(file(".jsonl"), Arrays.copyOf(log, log.length - bytes));
  }

  @Test
  void anEntryThatAKillCutOffIsToldAsThatAndFollowed() throws IOException {
    Book book = book().plans(2);
    byte[] head = Files.readAllBytes(file(".head"));
    byte[] whole = Files.readAllBytes(file(".jsonl"));
    book.plan("bob");
    int last = Files.readAllBytes(file(".jsonl")).length - whole.length;
    for (int written = 1; written < last; written++) {
      if (written > 40 && written < last - 3) {
        continue;
      }
      Files.write(file(".head"), head);
      cut(last - written);
      assertThat(book.trail().findings())
          .extracting(Diagnostic::kind)
          .as("%s bytes written", written)
          .containsExactly(AuditProblems.TORN);
      book.reopened().plan("carol");
      assertThat(book.trail().findings())
          .extracting(Diagnostic::kind)
          .containsExactly(AuditProblems.TORN);
      assertThat(book.trail().entries())
          .extracting(AuditEntry::kind)
          .endsWith(AuditEntry.Kind.LOG_RESUMED, AuditEntry.Kind.PLAN_MADE);
      Files.write(file(".jsonl"), whole);
      Files.write(file(".head"), head);
      book.reopened().plan("bob");
    }
  }

  @Test
  void theHeadThatACrashLeftBehindIsBroughtUpToDate() throws IOException {
    Book book = book().plan("alice");
    byte[] head = Files.readAllBytes(file(".head"));
    book.plan("bob");
    Files.write(file(".head"), head);
    assertThat(book.trail().isIntact()).isTrue();
    book.reopened().plan("carol");
    assertThat(book.trail().findings()).isEmpty();
    assertThat(book.trail().entries()).hasSize(3);
  }

  @Test
  void entriesThatWereCutOffAreNeverForgotten() throws IOException {
    Book book = book().plans(3);
    List<String> lines = Book.lines(Files.readAllBytes(file(".jsonl")));
    Files.write(file(".jsonl"), Book.bytes(lines.subList(0, 2)));
    book.reopened().plan("bob");
    assertThat(book.trail().findings())
        .extracting(Diagnostic::kind)
        .containsExactly(AuditProblems.SHORTENED);
  }

  @Test
  void aHeadThatWasRemovedIsNeverForgotten() throws IOException {
    Book book = book().plans(3);
    Files.delete(file(".head"));
    assertThat(book.trail().isIntact()).isFalse();
    book.reopened().plan("bob");
    assertThat(book.trail().findings())
        .extracting(Diagnostic::kind)
        .containsExactly(AuditProblems.HEAD);
  }

  @Test
  void severalWritersShareALog() {
    Book book = book();
    List<Book> writers = List.of(book, book.reopened(), book.reopened());
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (int round = 0; round < 10; round++) {
      for (Book writer : writers) {
        all.add(
            writer
                .ledger()
                .append(
                    Book.PRODUCTION,
                    writer.key(),
                    new Deed("alice", AuditEntry.Kind.APPLY_BEGAN, "", out -> {})));
      }
    }
    all.forEach(CompletableFuture::join);
    assertThat(book.trail().findings()).isEmpty();
    assertThat(book.trail().entries()).hasSize(30);
  }

  @Test
  void aLogLiesInAFileThatOnlyItsOwnerReads() throws IOException {
    book().plan("alice");
    assertThat(Files.getPosixFilePermissions(file(".jsonl"))).hasSize(2);
  }

  @Test
  void anAnchorShowsThatAWholeLogWasPutBack() throws IOException {
    Book book = book().plans(2);
    byte[] log = Files.readAllBytes(file(".jsonl"));
    byte[] head = Files.readAllBytes(file(".head"));
    book.plan("mallory");
    AuditAnchor anchor = AuditAnchor.read(book.anchor().toJson()).orElseThrow();
    book.plan("alice");
    assertThat(book.trail(anchor).findings()).isEmpty();

    Files.write(file(".jsonl"), log);
    Files.write(file(".head"), head);
    assertThat(book.trail().findings()).isEmpty();
    assertThat(book.trail(anchor).findings())
        .extracting(Diagnostic::kind)
        .containsExactly(AuditProblems.SHORTENED);
    book.reopened().plans(5);
    assertThat(book.trail(anchor).findings())
        .extracting(Diagnostic::kind)
        .containsExactly(AuditProblems.ANCHOR);
  }

  @Test
  void anAnchorThatWasAlteredIsRefused() {
    Book book = book().plans(3);
    AuditAnchor anchor = book.anchor();
    AuditAnchor altered =
        new AuditAnchor(
            anchor.environment(), 2, anchor.last(), anchor.at(), anchor.key(), anchor.signature());
    assertThat(book.trail(altered).findings())
        .extracting(Diagnostic::kind)
        .containsExactly(AuditProblems.ANCHOR);
  }

  @Test
  void aPrunedLogVerifiesAndSaysWhoPrunedIt() {
    Book book = book().plans(6);
    AuditAnchor old = book.anchor();
    book.plans(2);
    AuditAnchor late = book.anchor();
    book.ledger().prune(Book.PRODUCTION, book.key(), "olga", Book.minute(7)).join();
    assertThat(book.trail().findings()).isEmpty();
    AuditEntry first = book.trail().entries().get(0);
    assertThat(first.kind()).isEqualTo(AuditEntry.Kind.LOG_PRUNED);
    assertThat(first.principal()).isEqualTo("olga");
    assertThat(first.number()).isGreaterThanOrEqualTo(6);
    assertThat(book.trail(late).findings()).isEmpty();
    book.plan("alice");
    assertThat(book.trail(late).findings()).isEmpty();
    assertThat(book.trail(old).isIntact()).isTrue();
  }

  @Test
  void eachByteOfAPrunedLogThatIsFlippedIsSeen() {
    Book book = book().plans(5);
    book.ledger().prune(Book.PRODUCTION, book.key(), "olga", Book.minute(3)).join();
    byte[] log = book.content().bytes().toArray();
    for (int at = 0; at < log.length; at++) {
      byte[] altered = log.clone();
      altered[at] ^= 1;
      assertThat(book.withKeys(altered).isIntact()).as("byte %s", at).isFalse();
    }
  }

  @Test
  void whatIsNotIntactIsNotPruned() throws IOException {
    Book book = book().plans(5);
    byte[] log = Files.readAllBytes(file(".jsonl"));
    log[30] ^= 1;
    Files.write(file(".jsonl"), log);
    book.ledger().prune(Book.PRODUCTION, book.key(), "mallory", Book.minute(100)).join();
    assertThat(Files.readAllBytes(file(".jsonl"))).isEqualTo(log);
  }
}
