package dev.ashlar.testkit.contract;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** All promises of a connector, put together. */
public final class Contract {
  private Contract() {}

  /** The tests of what the samples are of. */
  public static Stream<DynamicTest> tests(Samples samples) {
    AtomicInteger number = new AtomicInteger();
    return Stream.of(
            LifecycleChecks.all(),
            AttributeChecks.of(samples),
            CreationChecks.all(),
            FindingChecks.all(),
            FailureChecks.of(samples),
            SecretChecks.all(),
            LongOperationChecks.all(),
            EvolutionChecks.of(samples))
        .flatMap(checks -> checks)
        .map(check -> check.test(samples, number.incrementAndGet()));
  }
}
