package dev.ashlar.governance.audit;

import dev.ashlar.blueprint.Environment;
import dev.ashlar.governance.AuditAnchor;
import dev.ashlar.governance.AuditEntry;
import dev.ashlar.governance.AuditLog;
import dev.ashlar.governance.AuditTrail;
import dev.ashlar.value.Bytes;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Writes into logs: one entry after the other in each, whoever else writes there. */
public final class Ledger {
  /** Others may be quicker so often. */
  private static final int TRIES = 1_000;

  private final AuditLog log;
  private final InstantSource clock;
  private final Map<Environment.Id, Kept> kept = new ConcurrentHashMap<>();

  /** What is known of a log, and the last that was asked of it. */
  private static final class Kept {
    private CompletableFuture<Optional<Resuming>> turn =
        CompletableFuture.completedFuture(Optional.empty());
  }

  /** Writes into these logs. */
  public Ledger(AuditLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /** Whether anything is kept. */
  public boolean isKept() {
    return log != NoLog.INSTANCE;
  }

  /** Adds an entry; it is durable when the future completes. */
  public CompletableFuture<Void> append(Environment.Id environment, AuditKey key, Deed deed) {
    return inTurn(
        environment, known -> add(environment, key, deed, known, 0).thenApply(Optional::of));
  }

  private interface Work {
    CompletableFuture<Optional<Resuming>> on(Optional<Resuming> known);
  }

  private CompletableFuture<Void> inTurn(Environment.Id environment, Work work) {
    Kept of = kept.computeIfAbsent(environment, id -> new Kept());
    CompletableFuture<Optional<Resuming>> next;
    synchronized (of) {
      next = of.turn.exceptionally(failure -> Optional.empty()).thenCompose(work::on);
      of.turn = next;
    }
    return next.thenAccept(done -> {});
  }

  private CompletableFuture<Resuming> add(
      Environment.Id environment, AuditKey key, Deed deed, Optional<Resuming> known, int attempt) {
    if (attempt == TRIES) {
      return CompletableFuture.failedFuture(new IOException("others write all the time"));
    }
    return known
        .map(CompletableFuture::completedFuture)
        .orElseGet(() -> resuming(environment, key))
        .thenCompose(from -> add(environment, key, deed, from, attempt));
  }

  private CompletableFuture<Resuming> resuming(Environment.Id environment, AuditKey key) {
    return call(() -> log.position(environment).toCompletableFuture())
        .thenCompose(
            position -> {
              Optional<Resuming> quick = Resuming.quickly(position, key);
              if (quick.isPresent()) {
                return CompletableFuture.completedFuture(quick.get());
              }
              return position.length() == 0 && position.head().size() == 0
                  ? begun(environment, key)
                  : log.read(environment)
                      .toCompletableFuture()
                      .thenApply(content -> Resuming.of(environment, content, key));
            });
  }

  /** A log has a head before it has an entry: one without was tampered with. */
  private CompletableFuture<Resuming> begun(Environment.Id environment, AuditKey key) {
    AuditLog.Addition nothing = new AuditLog.Addition(0, Bytes.EMPTY, Head.NONE.write(key));
    return log.replace(environment, nothing)
        .toCompletableFuture()
        .thenApply(done -> new Resuming(0, 0, EntryLine.NONE, "", ""));
  }

  private CompletableFuture<Resuming> add(
      Environment.Id environment, AuditKey key, Deed deed, Resuming from, int attempt) {
    Instant now = clock.instant();
    byte[] before = found(environment, key, deed.principal(), from, now);
    long number = from.number() + 1;
    String previous = from.last();
    if (before.length > 0) {
      previous = Trails.digest(Resumptions.line(before));
      number++;
    }
    byte[] line = EntryLine.write(environment, number, now, previous, deed, key);
    byte[] all = Resumptions.joined(before, line);
    Resuming after = new Resuming(from.length() + all.length, number, Trails.digest(line), "", "");
    Head head = new Head(after.length(), after.number(), after.last());
    AuditLog.Addition addition =
        new AuditLog.Addition(from.length(), Bytes.of(all), head.write(key));
    return call(() -> log.append(environment, addition).toCompletableFuture())
        .thenCompose(
            done ->
                done
                    ? CompletableFuture.completedFuture(after)
                    : add(environment, key, deed, Optional.empty(), attempt + 1));
  }

  /** The entry that says how the log was found, where it was not as it had been left. */
  private static byte[] found(
      Environment.Id environment, AuditKey key, String principal, Resuming from, Instant now) {
    return from.found().isEmpty() && from.torn().isEmpty()
        ? new byte[0]
        : Resumptions.of(environment, key, principal, from, now);
  }

  /** The log as it is, and whether it is as it was written. */
  public CompletableFuture<AuditTrail> trail(
      Environment.Id environment, AuditKey key, List<AuditAnchor> anchors) {
    return call(() -> log.read(environment).toCompletableFuture())
        .thenApply(content -> Trails.withKeys(environment, content, anchors, key));
  }

  /** Signs where the log stands; empty where it is not intact, or has nothing in it. */
  public CompletableFuture<Optional<AuditAnchor>> anchor(Environment.Id environment, AuditKey key) {
    return call(() -> log.read(environment).toCompletableFuture())
        .thenApply(
            content -> {
              Walk walk = Walk.of(environment, content.bytes().toArray(), Optional.of(key));
              if (!Trails.withKeys(environment, content, List.of(), key).isIntact()
                  || walk.number() == 0) {
                return Optional.empty();
              }
              AnchorSigning signing = AnchorSigning.of(key);
              return Optional.of(
                  signing.sign(
                      new AuditAnchor(
                          environment,
                          walk.number(),
                          walk.last(),
                          clock.instant(),
                          signing.publicKey(),
                          "")));
            });
  }

  /**
   * Takes out the entries from before a moment, never the last one. A log that is not intact stays.
   *
   * @return the trail as it was before; its findings say why nothing was done, where nothing was
   */
  public CompletableFuture<AuditTrail> prune(
      Environment.Id environment, AuditKey key, String principal, Instant before) {
    CompletableFuture<AuditTrail> found = new CompletableFuture<>();
    return inTurn(
            environment,
            known ->
                call(() -> log.read(environment).toCompletableFuture())
                    .thenCompose(
                        content -> {
                          AuditTrail trail = Trails.withKeys(environment, content, List.of(), key);
                          found.complete(trail);
                          return trail.isIntact()
                              ? pruned(environment, key, principal, before, content)
                              : CompletableFuture.completedFuture(Optional.empty());
                        }))
        .thenCompose(done -> found);
  }

  private CompletableFuture<Optional<Resuming>> pruned(
      Environment.Id environment,
      AuditKey key,
      String principal,
      Instant before,
      AuditLog.Content content) {
    byte[] text = content.bytes().toArray();
    Walk walk = Walk.of(environment, text, Optional.of(key));
    long through = 0;
    for (AuditEntry entry : walk.entries()) {
      if (entry.at().isBefore(before)
          && entry.kind() != AuditEntry.Kind.LOG_PRUNED
          && entry.number() < walk.number()) {
        through = entry.number();
      }
    }
    if (through == 0 || walk.tail().length > 0) {
      return CompletableFuture.completedFuture(Optional.empty());
    }
    String last = walk.digest(through).orElseThrow();
    Deed deed =
        new Deed(
            principal, AuditEntry.Kind.LOG_PRUNED, "", out -> out.writeStringField("last", last));
    byte[] mark = EntryLine.write(environment, through, clock.instant(), EntryLine.NONE, deed, key);
    byte[] rest = Trails.after(text, through, mark);
    Head head = new Head(rest.length, walk.number(), walk.last());
    return log.replace(
            environment, new AuditLog.Addition(text.length, Bytes.of(rest), head.write(key)))
        .toCompletableFuture()
        .thenApply(done -> Optional.empty());
  }

  private static <T> CompletableFuture<T> call(Supplier<CompletableFuture<T>> call) {
    try {
      return call.get();
    } catch (RuntimeException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
