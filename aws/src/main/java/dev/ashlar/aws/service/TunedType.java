package dev.ashlar.aws.service;

import dev.ashlar.aws.client.Connection;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What is to be said of a tuned type, beside its code. Immutable. */
public final class TunedType {
  private static final Duration ALWAYS = Duration.ofDays(3_650);
  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  /** Makes the type's code, when the first object of the type is dealt with. */
  public interface Maker {
    /** Over this connection. */
    Tuned make(Connection connection, ResourceSchema schema);
  }

  private final String type;
  private final Maker maker;
  private final Map<Operation, String> permissions;
  private final Set<String> uncovered;
  private final Duration timeout;
  private final Duration visibility;
  private final @Nullable Duration horizon;

  private TunedType(
      String type,
      Maker maker,
      Map<Operation, String> permissions,
      Set<String> uncovered,
      Duration timeout,
      Duration visibility,
      @Nullable Duration horizon) {
    this.type = type;
    this.maker = maker;
    this.permissions = permissions;
    this.uncovered = uncovered;
    this.timeout = timeout;
    this.visibility = visibility;
    this.horizon = horizon;
  }

  /** A type, by its name. */
  public static TunedType of(String type, Maker maker) {
    return new TunedType(
        type, maker, new EnumMap<>(Operation.class), new TreeSet<>(), TIMEOUT, Duration.ZERO, null);
  }

  /** The same; and an operation takes these permissions, with spaces between them. */
  public TunedType needing(Operation operation, String all) {
    Map<Operation, String> more = new EnumMap<>(Operation.class);
    more.putAll(permissions);
    more.put(operation, all);
    return new TunedType(type, maker, more, uncovered, timeout, visibility, horizon);
  }

  /**
   * The same; but an object with one of these properties, or parts of them, goes through Cloud
   * Control: the service's own API, or the SDK's knowledge of it, does not have them.
   */
  public TunedType leaving(String... properties) {
    Set<String> more = new TreeSet<>(uncovered);
    more.addAll(Arrays.asList(properties));
    return new TunedType(type, maker, permissions, more, timeout, visibility, horizon);
  }

  /** The same; and an operation may take so long. */
  public TunedType lasting(Duration longest) {
    return new TunedType(type, maker, permissions, uncovered, longest, visibility, horizon);
  }

  /** The same; and what was done may stay unseen for so long. */
  public TunedType visibleAfter(Duration bound) {
    return new TunedType(type, maker, permissions, uncovered, timeout, bound, horizon);
  }

  /** The same; and for so long a creation with the same key makes no second object. */
  public TunedType rememberingKeys(Duration longest) {
    return new TunedType(type, maker, permissions, uncovered, timeout, visibility, longest);
  }

  /**
   * The same; and to make an object again comes to the same object, at any time. Such a one is not
   * looked for after a crash, it is made again.
   */
  public TunedType repeatable() {
    return rememberingKeys(ALWAYS);
  }

  boolean isRepeatable() {
    return ALWAYS.equals(horizon);
  }

  /** The type's name. */
  public String type() {
    return type;
  }

  /** The properties that are left to Cloud Control. */
  public Set<String> uncovered() {
    return Set.copyOf(uncovered);
  }

  Tuned make(Connection connection, ResourceSchema schema) {
    return maker.make(connection, schema);
  }

  /** Adds to a type what is known of how it is made. */
  public void describe(ResourceSchema.Builder schema) {
    permissions.forEach(
        (operation, all) -> schema.permissions(operation, Arrays.asList(all.split(" ", -1))));
    for (Operation each : new Operation[] {Operation.CREATE, Operation.UPDATE, Operation.DELETE}) {
      schema.timeout(each, timeout);
    }
    schema.visibilityBound(visibility);
    Optional.ofNullable(horizon).ifPresent(schema::idempotencyHorizon);
  }
}
