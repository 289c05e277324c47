package dev.ashlar.shop;

import static dev.ashlar.testkit.AshlarAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.Workspace;
import dev.ashlar.plan.Plan;
import dev.ashlar.value.Value;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What would be done, before anything is. */
class OrdersPlanTest {
  private final Orders orders = new Orders();

  @AfterEach
  void close() {
    orders.close();
  }

  @Test
  void everythingIsMadeAtFirst() {
    assertThat(orders.open("test").plan().join())
        .hasNoErrors()
        .creates("key", "uploads", "db", "checkout")
        .hasNoOtherChanges();
  }

  @Test
  void aLargerDatabaseIsAnUpdateInPlaceAndTouchesNothingElse() {
    orders.simulation.apply(orders.open("test"));

    Workspace larger = orders.open("test", it -> it.parameter("dbSize", "LARGE"));

    assertThat(larger.plan().join()).updates("db", "/Size").hasNoOtherChanges();
  }

  @Test
  void theOutputIsThere() {
    assertThat(orders.simulation.apply(orders.open("test")))
        .succeeded()
        .state()
        .hasProperty("uploads", "/Name", Value.of("orders-test-uploads"));
    assertThat(orders.open("test").state().join().orThrow().outputs().get("uploads").toString())
        .startsWith("https://");
  }

  @Test
  void aSizeThatDoesNotExistIsRefused() {
    Plan plan = orders.open("test", it -> it.parameter("dbSize", "HUGE")).plan().join();

    assertThat(plan.hasErrors()).isTrue();
    assertThat(plan).diagnostics().hasCode(plan.diagnostics().get(0).code());
  }

  @Test
  void thePasswordStandsInNoPlan() {
    assertThat(orders.open("test").plan().join().toJson()).doesNotContain(Orders.TOKEN);
  }
}
