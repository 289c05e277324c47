package dev.ashlar.observation.limit;

import dev.ashlar.connector.RateLimit;
import dev.ashlar.connector.TimeSource;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/**
 * The rate limits of all clouds that an engine works with: one for each provider, scope (account,
 * region), service and operation, declared by the provider or found out by what the cloud refuses.
 * Limits that nobody asked for in a while are forgotten. Safe for every thread; holds none.
 */
public final class RateLimits implements Admission {
  private static final long SWEEP = 60_000_000_000L;

  private final TimeSource time;
  private final Kind.Kinds kinds;
  private final Map<Key, Gate> gates = new ConcurrentHashMap<>();
  private final AtomicLong swept = new AtomicLong();

  private record Key(String provider, Value.MapValue scope, String kind) {
    @Override
    public int hashCode() {
      return (provider.hashCode() * 31 + scope.hashCode()) * 31 + kind.hashCode();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Key key
          && kind.equals(key.kind)
          && provider.equals(key.provider)
          && scope.equals(key.scope);
    }
  }

  /**
   * Limits of which nothing is known but what is declared.
   *
   * @param declared what providers say of the limits of a type's operations
   */
  public RateLimits(TimeSource time, BiFunction<String, Operation, Optional<RateLimit>> declared) {
    this.time = time;
    this.kinds = Kind.Kinds.of(declared);
  }

  @Override
  public CompletableFuture<Permit> admit(Ask ask, Consumer<Instant> waiting) {
    Kind kind = kinds.of(ask.type(), ask.operation());
    Key key = new Key(ask.home().provider(), ask.home().scope(), kind.name());
    while (true) {
      CompletableFuture<Permit> place = gate(key, kind).admit(ask.tenant(), waiting);
      if (place != null) {
        return place;
      }
    }
  }

  private Gate gate(Key key, Kind kind) {
    Gate known = gates.get(key);
    if (known != null) {
      return known;
    }
    sweep();
    return gates.computeIfAbsent(key, any -> new Gate(time, begin(kind)));
  }

  private Pace begin(Kind kind) {
    long now = Gate.nanos(time.now());
    return kind.declared()
        .map(limit -> Pace.declared(limit.perSecond(), limit.burst(), now))
        .orElseGet(() -> Pace.free(now));
  }

  /** Forgets what nobody asks for any more; not for each new one. */
  private void sweep() {
    long now = Gate.nanos(time.now());
    long last = swept.get();
    if (now - last >= SWEEP && swept.compareAndSet(last, now)) {
      gates.values().removeIf(gate -> gate.retire(now));
    }
  }

  /** How many limits are remembered. */
  public int size() {
    return gates.size();
  }
}
