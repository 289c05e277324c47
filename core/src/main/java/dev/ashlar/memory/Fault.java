package dev.ashlar.memory;

import dev.ashlar.connector.Failure;
import dev.ashlar.memory.fault.FaultRule;
import dev.ashlar.memory.fault.Mishap;
import dev.ashlar.memory.fault.Mishaps;
import dev.ashlar.memory.fault.RateLimit;
import dev.ashlar.memory.fault.Schedule;
import dev.ashlar.memory.fault.Scope;
import dev.ashlar.schema.Operation;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Something that goes wrong in the simulated cloud, when and how often. Made by the factories,
 * refined by the withers; given to {@link MemoryCloud.Builder#faults} or {@link MemoryCloud#fault}.
 *
 * <p>Without withers a fault strikes every call that it can strike. All faults that strike the same
 * call befall it together. Which calls a fault with a probability strikes follows from the cloud's
 * seed and the order of the calls: on {@link VirtualTime} it is the same at every run.
 *
 * <p>Immutable, but for {@link #rateLimit}, whose calls one cloud counts.
 *
 * @since 0.1
 */
public final class Fault {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);
  private static final Set<Operation> CHANGES =
      EnumSet.of(Operation.CREATE, Operation.UPDATE, Operation.DELETE);
  private static final Set<Operation> QUESTIONS = EnumSet.of(Operation.READ, Operation.LIST);

  private final FaultRule rule;

  private Fault(FaultRule rule) {
    this.rule = rule;
  }

  private static Fault of(String name, Mishap mishap, Set<Operation> operations) {
    Scope scope = Scope.EVERYTHING.operations(operations);
    return new Fault(new FaultRule(name, mishap, scope, Schedule.ALWAYS));
  }

  private static Fault anywhere(String name, Mishap mishap) {
    return of(name, mishap, EnumSet.allOf(Operation.class));
  }

  /** The call is done, and the connection breaks when the answer should come: in doubt. */
  public static Fault lostResponse() {
    return anywhere("lost-response", Mishaps.lostResponse());
  }

  /** The call never reaches the cloud, and the connection breaks after half a minute: in doubt. */
  public static Fault timeoutBeforeEffect() {
    return timeoutBeforeEffect(TIMEOUT);
  }

  /** The call never reaches the cloud, and the connection breaks after a while: in doubt. */
  public static Fault timeoutBeforeEffect(Duration patience) {
    return anywhere("timeout-before-effect", Mishaps.lostRequest(positive(patience)));
  }

  /** The call is done, and the connection breaks after half a minute without answer: in doubt. */
  public static Fault timeoutAfterEffect() {
    return timeoutAfterEffect(TIMEOUT);
  }

  /** The call is done, and the connection breaks after a while without answer: in doubt. */
  public static Fault timeoutAfterEffect(Duration patience) {
    return anywhere("timeout-after-effect", Mishaps.timeoutAfterEffect(positive(patience)));
  }

  /**
   * The connection breaks at once, and the change is made later all the same. A caller that tries
   * again in between needs an idempotency key.
   */
  public static Fault lateEffect(Duration delay) {
    return of("late-effect", Mishaps.lateEffect(positive(delay)), CHANGES);
  }

  /** Nothing is done, and nobody ever answers: the engine's own timeout ends the call. */
  public static Fault silence() {
    return anywhere("silence", Mishaps.silence(false));
  }

  /** The call is done, and nobody ever answers: the engine's own timeout ends the call. */
  public static Fault silenceAfterEffect() {
    return anywhere("silence-after-effect", Mishaps.silence(true));
  }

  /**
   * The cloud asks for fewer calls. Give it a {@link #probability}.
   *
   * @param retryAfter when to call again at the earliest
   */
  public static Fault throttling(Duration retryAfter) {
    return anywhere("throttling", Mishaps.refused(Failure.throttled(retryAfter)));
  }

  /** As {@link #rateLimit(double, int)}, with a burst of one second. */
  public static Fault rateLimit(double callsPerSecond) {
    return rateLimit(callsPerSecond, (int) Math.max(1, callsPerSecond));
  }

  /**
   * The cloud lets so many calls a second pass, for each region, service and operation, and
   * throttles the others; it says when the next one may pass. The service is what a type's name has
   * before its last part. A call that another fault, given before, refuses does not count. Give it
   * to one cloud only.
   *
   * @param burst how many calls may come at once after a rest
   */
  public static Fault rateLimit(double callsPerSecond, int burst) {
    if (!(callsPerSecond > 0) || burst < 1) {
      throw new IllegalArgumentException("a limit lets something pass");
    }
    return anywhere("rate-limit", new RateLimit(callsPerSecond, burst));
  }

  /** There may be so many objects of each type in a region; to make more is refused. */
  public static Fault quota(int most) {
    return of("quota", Mishaps.quota(most), EnumSet.of(Operation.CREATE));
  }

  /** The cloud refuses the call for this reason; nothing is done. */
  public static Fault refusal(Failure why) {
    return anywhere("refusal", Mishaps.refused(why));
  }

  /** The service is down: every call fails. Give it a time ({@link #between}). */
  public static Fault outage() {
    return anywhere(
        "outage", Mishaps.refused(Failure.temporary("the service is not available just now")));
  }

  /** Half of the attributes are changed, then the update fails and names its object. */
  public static Fault partialUpdate() {
    return of("partial-update", Mishaps.lateFailure(Duration.ZERO), EnumSet.of(Operation.UPDATE));
  }

  /** The object is there, but its creation fails, and names it. */
  public static Fault partialCreate() {
    return of("partial-create", Mishaps.lateFailure(Duration.ZERO), EnumSet.of(Operation.CREATE));
  }

  /**
   * The operation is accepted, and fails when it was under way for so long: a new object is there,
   * half of the changed attributes are changed, what was to be removed is still there.
   */
  public static Fault lateFailure(Duration after) {
    return of("late-failure", Mishaps.lateFailure(positive(after)), CHANGES);
  }

  /**
   * The operation takes so long, also where it would be done at once.
   *
   * @param looks how often the cloud wants to be asked meanwhile
   */
  public static Fault longRunning(Duration duration, int looks) {
    if (looks < 1) {
      throw new IllegalArgumentException("who never looks never knows");
    }
    return of("long-running", Mishaps.longRunning(positive(duration), looks), CHANGES);
  }

  /**
   * The call is done at once, and its answer takes any time up to the most: time enough to kill who
   * waits for it.
   */
  public static Fault slowAnswers(Duration most) {
    return anywhere("slow-answers", Mishaps.slowAnswers(positive(most)));
  }

  /** Calls and answers take any time up to the most: they overtake each other. */
  public static Fault disorder(Duration most) {
    return anywhere("disorder", Mishaps.disorder(positive(most)));
  }

  /** The network delivers the call twice, one right after the other. */
  public static Fault duplicate() {
    return duplicate(Duration.ZERO);
  }

  /** The network delivers the call twice, the second time so much later. */
  public static Fault duplicate(Duration later) {
    return of("duplicate", Mishaps.duplicate(later), CHANGES);
  }

  /**
   * Reads do not show a change at once, but after any time up to the most. It strikes the change.
   * Never longer than the type's declared visibility bound; a type without one is not struck.
   */
  public static Fault eventualReads(Duration most) {
    return of("eventual-reads", Mishaps.eventualReads(positive(most)), CHANGES);
  }

  /** As {@link #eventualReads}, for searches and lists. */
  public static Fault eventualLists(Duration most) {
    return of("eventual-lists", Mishaps.eventualLists(positive(most)), CHANGES);
  }

  /**
   * A read or a list sees what was a while ago. Never longer than the type's declared visibility
   * bound; a type without one is not struck.
   */
  public static Fault stale(Duration age) {
    return of("stale", Mishaps.stale(positive(age)), QUESTIONS);
  }

  private static Duration positive(Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new IllegalArgumentException("it takes some time");
    }
    return duration;
  }

  /**
   * The same fault, for these types only.
   *
   * @param types a type's name; {@code *} in it stands for anything
   */
  public Fault on(String types) {
    return new Fault(rule.with(rule.scope().types(types)));
  }

  /**
   * The same fault, for these operations of these types only. The look at an operation under way is
   * a read; whatever finds objects, and a read of many at once, is a list.
   *
   * @param types a type's name; {@code *} in it stands for anything
   * @throws IllegalArgumentException if the fault can strike none of the operations
   */
  public Fault on(String types, Operation first, Operation... more) {
    return new Fault(rule.with(rule.scope().types(types).operations(EnumSet.of(first, more))));
  }

  /** The same fault, for this resource only: an address as a plan shows it. */
  public Fault onResource(String address) {
    return new Fault(rule.with(rule.scope().resource(address)));
  }

  /** The same fault, at these of the calls that it is for, counted from 1. */
  public Fault at(int... calls) {
    Set<Integer> some = Arrays.stream(calls).boxed().collect(Collectors.toSet());
    return new Fault(rule.with(rule.schedule().calls(some)));
  }

  /** The same fault, so likely: 0.2 is one call in five. */
  public Fault probability(double part) {
    if (!(part >= 0 && part <= 1)) {
      throw new IllegalArgumentException("a probability is between 0 and 1");
    }
    return new Fault(rule.with(rule.schedule().probability(part)));
  }

  /** The same fault, in this time only, counted from when the cloud was given it. */
  public Fault between(Duration from, Duration until) {
    return new Fault(rule.with(rule.schedule().between(from, until)));
  }

  /** The same fault, so often and no more. */
  public Fault times(int most) {
    return new Fault(rule.with(rule.schedule().times(most)));
  }

  FaultRule rule() {
    return rule;
  }

  /** What it is called in reports: {@code lost-response}. */
  public String name() {
    return rule.name();
  }

  @Override
  public String toString() {
    return rule.name() + " on " + rule.scope().types() + " " + rule.schedule();
  }
}
