package dev.ashlar.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.plan.Action;
import dev.ashlar.plan.Change;
import dev.ashlar.value.Value;
import dev.ashlar.value.json.ValueJson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A part that is left out of an item of a list goes from the cloud, too, and then is gone. */
class PartsOfItemsTest {
  private final Scene scene = new Scene();

  @AfterEach
  void close() {
    scene.close();
  }

  private Scene balancer(String listeners) {
    return scene.declare(
        """
        resources:
          net: { type: memory::Network, properties: { CidrBlock: 10.0.0.0/16 } }
          sub: { type: memory::Subnet, properties: { NetworkId: "${net.id}", CidrBlock: 10.0.1.0/24 } }
          web: { type: memory::Instance, properties: { Image: linux, SubnetId: "${sub.id}" } }
          front:
            type: memory::LoadBalancer
            properties: { Name: front, SubnetIds: ["${sub.id}"], Listeners: %s }
        """
            .formatted(listeners));
  }

  @Test
  void aPartLeftOutIsAnUpdateAtItsPlace() {
    balancer("[ { Port: 80, TargetIds: [\"${web.id}\"] }, { Port: 81 } ]").applied();
    balancer("[ { Port: 80 }, { Port: 81 } ]");

    assertThat(scene.plan().changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.action()).isEqualTo(Action.UPDATE);
              assertThat(change.attributes())
                  .extracting(each -> each.path().toString())
                  .contains("Listeners[80].TargetIds");
            });
    scene.applied();

    assertThat(scene.actual("front", "Listeners"))
        .isEqualTo(
            ValueJson.parse(
                "[{\"Port\":80,\"Protocol\":\"HTTP\"},{\"Port\":81,\"Protocol\":\"HTTP\"}]"));
  }

  @Test
  void aPartOfAnItemWithANumberForAKeyCanBeChanged() {
    balancer("[ { Port: 80, Protocol: HTTP } ]").applied();
    balancer("[ { Port: 80, Protocol: TCP } ]").applied();

    assertThat(scene.actual("front", "Listeners"))
        .isEqualTo(ValueJson.parse("[{\"Port\":80,\"Protocol\":\"TCP\"}]"));
  }

  @Test
  void whatTheCloudAddsToAnItemIsLeftAlone() {
    balancer("[ { Port: 80 } ]").applied();
    scene.tamper(
        "front",
        "Listeners",
        ValueJson.parse("[{\"Port\":80,\"Protocol\":\"HTTP\",\"TargetIds\":[\"i-theirs\"]}]"));

    assertThat(scene.plan().changes()).extracting(Change::action).isEmpty();
  }

  @Test
  void aPartLeftOutThatIsGoneAlreadyIsNoChange() {
    balancer("[ { Port: 80, TargetIds: [\"${web.id}\"] } ]").applied();
    Value without = ValueJson.parse("[{\"Port\":80,\"Protocol\":\"HTTP\"}]");
    scene.tamper("front", "Listeners", without);
    balancer("[ { Port: 80 } ]");

    assertThat(scene.plan().changes())
        .extracting(Change::action)
        .doesNotContain(Action.UPDATE, Action.REPLACE);
  }
}
