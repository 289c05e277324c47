package dev.ashlar.shop;

import dev.ashlar.blueprint.Resource;
import dev.ashlar.testkit.ConnectorContract;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The connector promises what every connector does: one test for each promise. */
class FlagConnectorTest {

  @TestFactory
  Stream<DynamicTest> keepsTheContract() {
    Resource flag =
        Resource.named("flag", "shop::Flag").property("Name", "beta").property("Percent", 10);
    return ConnectorContract.of(new FlagProvider(new FlagService()))
        .creating(flag)
        .updatingTo(flag.property("Percent", 100))
        .replacingTo(flag.property("Name", "gamma"))
        .tests();
  }
}
