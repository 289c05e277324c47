package dev.ashlar.testkit;

import dev.ashlar.blueprint.Declared;
import dev.ashlar.blueprint.Resource;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Provider;
import dev.ashlar.memory.VirtualTime;
import dev.ashlar.testkit.contract.Configurations;
import dev.ashlar.testkit.contract.Contract;
import dev.ashlar.testkit.contract.Pace;
import dev.ashlar.testkit.contract.Samples;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * What every connector promises, as tests of one of them. Composed, not extended: a test factory
 * returns {@link #tests}, and a new promise is a new test in every author's build.
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsTheContract() {
 *   KeyDraft key = new KeyDraft("key");
 *   QueueDraft queue = new QueueDraft("jobs").name("jobs");
 *   return ConnectorContract.of(new AcmeProvider(), new AcmeProvider.Configuration(endpoint, token))
 *       .given(key)
 *       .creating(queue)
 *       .updatingTo(queue.kmsKey(key.arn()))
 *       .tests();
 * }
 * }</pre>
 *
 * <p>Each test stands alone: an engine of its own makes what is given and the sample, and whatever
 * the test does, everything is taken away at the end, by hand where the engine cannot. The cloud is
 * the author's: an emulator, a real account, the one in memory. For each property that no variant
 * changes the kit derives another value from the schema. What cannot be checked is reported as
 * aborted, with the reason.
 *
 * <p>For one thread.
 *
 * @since 0.1
 */
public final class ConnectorContract {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final Provider provider;
  private final @Nullable Object configuration;
  private final List<Provider> others = new ArrayList<>();
  private final List<Resource> given = new ArrayList<>();
  private final List<Samples.Variant> variants = new ArrayList<>();
  private final List<Samples.Refusal> refusals = new ArrayList<>();
  private final List<Samples.Provocation> provocations = new ArrayList<>();
  private final List<Samples.Past> past = new ArrayList<>();
  private final Map<ConnectorRule, String> exceptions = new EnumMap<>(ConnectorRule.class);
  private @Nullable Resource sample;
  private Pace pace = Pace.real(PATIENCE);
  private @Nullable Duration seenWithin;

  private ConnectorContract(Provider provider, @Nullable Object configuration) {
    this.provider = Objects.requireNonNull(provider, "provider");
    this.configuration = configuration;
  }

  /** The contract of a connector of this provider, which needs no configuration. */
  public static ConnectorContract of(Provider provider) {
    return new ConnectorContract(provider, null);
  }

  /**
   * The contract of a connector of this provider.
   *
   * @param configuration how the provider is configured: a record of its own, or a {@link
   *     Value.MapValue}
   */
  public static ConnectorContract of(Provider provider, Object configuration) {
    return new ConnectorContract(provider, Objects.requireNonNull(configuration, "configuration"));
  }

  /** Other providers that serve what is given. */
  public ConnectorContract with(Provider... more) {
    others.addAll(List.of(more));
    return this;
  }

  /** What the sample needs, made before it by whichever connector: a role, a network. */
  public ConnectorContract given(Declared... prerequisites) {
    for (Declared prerequisite : prerequisites) {
      given.add(prerequisite.declare());
    }
    return this;
  }

  /**
   * The sample: an object as a user would declare it. The more of it is set, the more is checked.
   */
  public ConnectorContract creating(Declared object) {
    sample = object.declare();
    return this;
  }

  /** The sample declared otherwise; each is an update in place. */
  public ConnectorContract updatingTo(Declared... objects) {
    for (Declared object : objects) {
      variants.add(new Samples.Variant(object.declare(), false));
    }
    return this;
  }

  /** The sample declared otherwise; each means another object. */
  public ConnectorContract replacingTo(Declared... objects) {
    for (Declared object : objects) {
      variants.add(new Samples.Variant(object.declare(), true));
    }
    return this;
  }

  /** Declarations that pass the schema and that the cloud refuses, and how it does. */
  public ConnectorContract refusing(Failure.Kind kind, Declared... objects) {
    for (Declared object : objects) {
      refusals.add(new Samples.Refusal(kind, object.declare()));
    }
    return this;
  }

  /**
   * How a failure is provoked, where the cloud or its emulator lets one.
   *
   * @param kind what kind of failure a create meets meanwhile
   * @param begin from now on calls fail so
   * @param end from now on they do not; run whatever happens
   */
  public ConnectorContract failing(Failure.Kind kind, Runnable begin, Runnable end) {
    provocations.add(new Samples.Provocation(kind, begin, end));
    return this;
  }

  /** What an older version of the schema stored; for connectors that are upgradable. */
  public ConnectorContract upgrading(
      int version, Value.MapValue properties, Value.MapValue outputs) {
    past.add(new Samples.Past(version, properties, outputs));
    return this;
  }

  /** The time that the cloud lives in, where that is virtual. */
  public ConnectorContract on(VirtualTime time) {
    pace = Pace.virtual(time);
    return this;
  }

  /**
   * How long is waited for one answer, or one run, in real time. Two minutes if nothing is said.
   */
  public ConnectorContract waiting(Duration most) {
    pace = Pace.real(most);
    return this;
  }

  /**
   * How long it takes at the most until the cloud that is tested shows what was done: tests wait so
   * long between two steps. The type's own visibility bound if nothing is said; zero for an
   * emulator that shows everything at once.
   */
  public ConnectorContract seenWithin(Duration most) {
    seenWithin = Objects.requireNonNull(most, "most");
    return this;
  }

  /** Leaves a promise out; its tests are reported as aborted, with the reason. */
  public ConnectorContract except(ConnectorRule rule, String why) {
    exceptions.put(rule, why);
    return this;
  }

  /**
   * The tests, each named as a sentence.
   *
   * @throws IllegalStateException if there is no sample
   * @throws IllegalArgumentException if the provider does not have the sample's type, or a variant
   *     has another name or type than the sample
   */
  public Stream<DynamicTest> tests() {
    Resource object = sample;
    if (object == null) {
      throw new IllegalStateException("a contract needs a sample: call creating");
    }
    variants.forEach(variant -> refuseOther(object, variant.resource()));
    refusals.forEach(refusal -> refuseOther(object, refusal.resource()));
    return Contract.tests(
        new Samples(
            provider,
            others,
            Optional.ofNullable(configuration).map(Configurations::of),
            given,
            object,
            variants,
            refusals,
            provocations,
            past,
            exceptions,
            pace,
            Optional.ofNullable(seenWithin)));
  }

  private static void refuseOther(Resource sample, Resource variant) {
    if (!variant.name().equals(sample.name()) || !variant.type().equals(sample.type())) {
      throw new IllegalArgumentException(
          "%s is another resource than the sample, %s".formatted(variant, sample));
    }
  }
}
