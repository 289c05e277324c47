package dev.ashlar.shop;

import dev.ashlar.Workspace;
import dev.ashlar.blueprint.Blueprint;
import dev.ashlar.blueprint.Environment;
import dev.ashlar.diagnostic.Source;
import dev.ashlar.testkit.Simulation;
import java.nio.file.Path;
import java.util.function.UnaryOperator;

/** The blueprint under test, on a simulated cloud. Flags are the shop's own connector's. */
final class Orders implements AutoCloseable {
  static final String TOKEN = "correct horse battery";
  static final Blueprint BLUEPRINT =
      Blueprint.read(Source.file(Path.of("src/main/resources/orders.yaml"))).orThrow();

  final FlagService flags = new FlagService();
  final Simulation simulation =
      Simulation.builder().seed(7).addProvider(new FlagProvider(flags)).build();

  Workspace open(String stage) {
    return open(stage, environment -> environment);
  }

  Workspace open(String stage, UnaryOperator<Environment> change) {
    return simulation.open(
        change.apply(
            Environment.of("orders-" + stage, BLUEPRINT).stage(stage).parameter("token", TOKEN)));
  }

  @Override
  public void close() {
    simulation.close();
  }
}
