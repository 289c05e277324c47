package dev.ashlar.observation.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.RateLimit;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.observation.limit.Admission.Ask;
import dev.ashlar.observation.limit.Admission.Permit;
import dev.ashlar.schema.Operation;
import dev.ashlar.state.StateObject;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Who may call when, of all who share an engine. */
class RateLimitsTest {
  private final VirtualTime time = VirtualTime.stepped();
  private final RateLimits limits = declaring(RateLimit.perSecond(10).withBurst(1));
  private final List<String> admitted = new ArrayList<>();

  private RateLimits declaring(RateLimit limit) {
    return new RateLimits(time, (type, operation) -> Optional.of(limit));
  }

  private static Ask ask(String tenant, String region, String type, Operation operation) {
    Value.MapValue scope = Value.map(Map.of("region", Value.of(region)));
    StateObject.Home home = new StateObject.Home("cloud", "cloud", scope);
    return new Ask(tenant, home, type, operation);
  }

  private CompletableFuture<Permit> wish(RateLimits at, String name, Ask ask) {
    CompletableFuture<Permit> place = at.admit(ask, about -> {});
    var unused = place.thenAccept(permit -> admitted.add(name));
    return place;
  }

  private CompletableFuture<Permit> wish(String tenant, String name) {
    return wish(limits, name, ask(tenant, "here", "A::B::C", Operation.CREATE));
  }

  @Test
  void whoComesTooEarlyWaitsForItsTurn() {
    wish("", "first");
    wish("", "second");
    wish("", "third");
    assertThat(admitted).containsExactly("first");

    time.advance(Duration.ofMillis(100));
    assertThat(admitted).containsExactly("first", "second");
    time.advance(Duration.ofMillis(100));
    assertThat(admitted).containsExactly("first", "second", "third");
  }

  @Test
  void whoWaitsIsToldForAboutHowLong() {
    List<Instant> told = new ArrayList<>();
    Ask ask = ask("", "here", "A::B::C", Operation.CREATE);
    for (int i = 0; i < 4; i++) {
      var unused = limits.admit(ask, told::add);
    }

    Instant now = time.now();
    assertThat(told).containsExactly(now.plusMillis(100), now.plusMillis(200), now.plusMillis(300));
  }

  @Test
  void aLimitIsForOneRegionServiceAndOperation() {
    wish(limits, "a", ask("", "here", "A::B::C", Operation.CREATE));
    wish(limits, "another type", ask("", "here", "A::B::D", Operation.CREATE));
    wish(limits, "another operation", ask("", "here", "A::B::C", Operation.READ));
    wish(limits, "another region", ask("", "there", "A::B::C", Operation.CREATE));
    wish(limits, "another service", ask("", "here", "A::X::C", Operation.CREATE));

    assertThat(admitted)
        .containsExactly("a", "another operation", "another region", "another service");
  }

  @Test
  void aDeclaredGroupSharesOneLimit() {
    RateLimits grouped = declaring(RateLimit.perSecond(10).withBurst(1).sharedAs("changes"));
    wish(grouped, "a", ask("", "here", "A::B::C", Operation.CREATE));
    wish(grouped, "b", ask("", "here", "A::X::C", Operation.DELETE));

    assertThat(admitted).containsExactly("a");
  }

  @Test
  void tenantsTakeTurns() {
    wish("big", "big 0");
    for (int i = 1; i <= 100; i++) {
      wish("big", "big " + i);
    }
    wish("small", "small 1");
    wish("small", "small 2");
    time.advance(Duration.ofMillis(500));

    assertThat(admitted).startsWith("big 0", "big 1", "small 1", "big 2", "small 2", "big 3");
  }

  @Test
  void whoGivesUpHoldsNobodyBack() {
    wish("", "first");
    CompletableFuture<Permit> second = wish("", "second");
    wish("", "third");

    assertThat(second.cancel(false)).isTrue();
    time.advance(Duration.ofMillis(100));

    assertThat(admitted).containsExactly("first", "third");
  }

  @Test
  void whatTheCloudRefusesIsLearntForAllTenants() {
    RateLimits free = new RateLimits(time, (type, operation) -> Optional.empty());
    Ask ask = ask("a", "here", "A::B::C", Operation.CREATE);
    for (int i = 0; i < 20; i++) {
      Permit permit = free.admit(ask, about -> {}).join();
      permit.ended(Optional.of(Failure.throttled(Duration.ofSeconds(1))));
      time.advance(Duration.ofSeconds(10));
    }

    var unused = free.admit(ask, about -> {});
    CompletableFuture<Permit> other =
        free.admit(ask("b", "here", "A::B::C", Operation.CREATE), about -> {});
    assertThat(other).isNotDone();
  }

  @Test
  void limitsThatNobodyAsksForAreForgotten() {
    RateLimits free = new RateLimits(time, (type, operation) -> Optional.empty());
    for (int i = 0; i < 5_000; i++) {
      Permit permit =
          free.admit(ask("", "region " + i, "A::B::C", Operation.CREATE), about -> {}).join();
      permit.ended(Optional.empty());
    }
    assertThat(free.size()).isEqualTo(5_000);

    time.advance(Duration.ofMinutes(2));
    var unused = free.admit(ask("", "new", "A::B::C", Operation.CREATE), about -> {});

    assertThat(free.size()).isEqualTo(1);
  }

  @Test
  void whatWasLearntIsKeptForAWhile() {
    RateLimits free = new RateLimits(time, (type, operation) -> Optional.empty());
    Permit permit = free.admit(ask("", "here", "A::B::C", Operation.CREATE), about -> {}).join();
    permit.ended(Optional.of(Failure.throttled(Duration.ZERO)));

    time.advance(Duration.ofMinutes(5));
    var first = free.admit(ask("", "new", "A::B::C", Operation.CREATE), about -> {});
    assertThat(first).isDone();
    assertThat(free.size()).isEqualTo(2);

    time.advance(Duration.ofMinutes(11));
    var second = free.admit(ask("", "newer", "A::B::C", Operation.CREATE), about -> {});
    assertThat(second).isDone();
    assertThat(free.size()).isEqualTo(1);
  }
}
