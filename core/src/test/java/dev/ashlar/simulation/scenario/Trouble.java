package dev.ashlar.simulation.scenario;

import dev.ashlar.connector.Failure;
import dev.ashlar.memory.Fault;
import dev.ashlar.schema.Operation;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** What can go wrong with the call of a change, or with the writing about it. */
public enum Trouble {
  NONE("none", () -> Fault.outage().times(0)),
  LOST_RESPONSE("lost-response", Fault::lostResponse),
  TIMEOUT_BEFORE("timeout-before-effect", Fault::timeoutBeforeEffect),
  TIMEOUT_AFTER("timeout-after-effect", Fault::timeoutAfterEffect),
  LATE_EFFECT("late-effect", () -> Fault.lateEffect(Duration.ofSeconds(5))),
  SILENCE("silence", Fault::silence),
  SILENCE_AFTER("silence-after-effect", Fault::silenceAfterEffect),
  THROTTLING("throttling", () -> Fault.throttling(Duration.ofSeconds(1))),
  QUOTA("quota", () -> Fault.quota(0)),
  REFUSAL("refusal", () -> Fault.refusal(Failure.denied("sim:all", "not today"))),
  OUTAGE("outage", Fault::outage),
  PARTIAL_UPDATE("partial-update", Fault::partialUpdate),
  PARTIAL_CREATE("partial-create", Fault::partialCreate),
  LATE_FAILURE("late-failure", () -> Fault.lateFailure(Duration.ofSeconds(10))),
  LONG_RUNNING("long-running", () -> Fault.longRunning(Duration.ofSeconds(20), 3)),
  SLOW_ANSWERS("slow-answers", () -> Fault.slowAnswers(Duration.ofSeconds(2))),
  DISORDER("disorder", () -> Fault.disorder(Duration.ofSeconds(2))),
  DUPLICATE("duplicate", () -> Fault.duplicate(Duration.ofMillis(500))),
  EVENTUAL_READS("eventual-reads", () -> Fault.eventualReads(Duration.ofSeconds(15))),
  EVENTUAL_LISTS("eventual-lists", () -> Fault.eventualLists(Duration.ofSeconds(15))),
  STALE("stale", () -> Fault.stale(Duration.ofSeconds(15))),
  DISK_FULL("disk-full", () -> Fault.outage().times(0)),
  FLUSH_FAILED("flush-failed", () -> Fault.outage().times(0));

  private final String text;
  private final Supplier<Fault> fault;

  Trouble(String text, Supplier<Fault> fault) {
    this.text = text;
    this.fault = fault;
  }

  /** In words. */
  public String text() {
    return text;
  }

  /** Whether it is the cloud's, not the disk's. */
  public boolean isOfTheCloud() {
    return this != NONE && this != DISK_FULL && this != FLUSH_FAILED;
  }

  /** The fault, for one resource. */
  public Fault on(String address, Operation operation, int times) {
    return fault.get().on("*", operation).onResource(address).times(times);
  }

  /** Whether it can befall an operation. */
  public boolean befalls(Operation operation) {
    return switch (this) {
      case NONE, DISK_FULL, FLUSH_FAILED -> false;
      case QUOTA, PARTIAL_CREATE -> operation == Operation.CREATE;
      case PARTIAL_UPDATE -> operation == Operation.UPDATE;
      case STALE -> operation == Operation.READ || operation == Operation.LIST;
      case LATE_EFFECT, LATE_FAILURE, LONG_RUNNING, DUPLICATE, EVENTUAL_READS, EVENTUAL_LISTS ->
          operation != Operation.READ && operation != Operation.LIST;
      default -> true;
    };
  }

  /** The trouble that a fault's name in a report stands for. */
  public static Optional<Trouble> named(String fault) {
    return Arrays.stream(values()).filter(each -> each.text().equals(fault)).findFirst();
  }
}
