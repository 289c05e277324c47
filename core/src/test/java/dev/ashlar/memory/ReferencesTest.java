package dev.ashlar.memory;

import static dev.ashlar.memory.Cloud.map;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.connector.Failure;
import dev.ashlar.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Objects refer to objects that exist, and those cannot be taken away from under them. */
class ReferencesTest {
  private final MemoryCloud memory = MemoryCloud.create();
  private final Cloud cloud = Cloud.of(memory);

  @Test
  void aSubnetNeedsItsNetwork() {
    Failure why =
        cloud.refused("memory::Subnet", map("NetworkId", "net-none", "CidrBlock", "10.0.1.0/24"));

    assertThat(why.kind()).isEqualTo(Failure.Kind.INVALID);
    assertThat(why.detail()).isEqualTo("there is no memory::Network \"net-none\"");
  }

  @Test
  void aNetworkWithASubnetCannotBeDeleted() {
    String network = network();
    String subnet = subnet(network, "10.0.1.0/24");

    Failure why = cloud.tryDelete("memory::Network", network).failure().orElseThrow();
    assertThat(why.kind()).isEqualTo(Failure.Kind.CONFLICT);
    assertThat(why.detail()).isEqualTo(network + " is still used by memory::Subnet " + subnet);

    cloud.delete("memory::Subnet", subnet);
    cloud.delete("memory::Network", network);
    assertThat(memory.objects()).isEmpty();
  }

  @Test
  void aSubnetLiesInsideItsNetwork() {
    Failure why =
        cloud.refused("memory::Subnet", map("NetworkId", network(), "CidrBlock", "10.1.0.0/24"));

    assertThat(why.kind()).isEqualTo(Failure.Kind.INVALID);
    assertThat(why.detail()).isEqualTo("10.1.0.0/24 is not inside the network's range");
  }

  @Test
  void twoSubnetsOfANetworkDoNotOverlap() {
    String network = network();
    String first = subnet(network, "10.0.0.0/23");

    Failure why =
        cloud.refused("memory::Subnet", map("NetworkId", network, "CidrBlock", "10.0.1.0/24"));

    assertThat(why.kind()).isEqualTo(Failure.Kind.CONFLICT);
    assertThat(why.detail()).isEqualTo("10.0.1.0/24 overlaps the subnet " + first);
  }

  @Test
  void aRangeStartsWhereItSays() {
    assertThat(cloud.refused("memory::Network", map("CidrBlock", "10.0.0.1/16")).detail())
        .isEqualTo("10.0.0.1/16 is no address range, or does not start where it says");
  }

  @Test
  void aNetworkHasItsLimits() {
    assertThat(cloud.refused("memory::Network", map("CidrBlock", "0.0.0.0/0")).detail())
        .isEqualTo("a network has at most 2^24 addresses");
  }

  @Test
  void anArnIsAReferenceToo() {
    String policy =
        cloud
            .create("memory::Policy", map("Name", "read", "Document", "{}"))
            .outputs()
            .get("Arn")
            .toString();
    cloud.create(
        "memory::Role", map("Name", "worker", "TrustPolicy", "{}", "PolicyArns", List.of(policy)));

    assertThat(cloud.tryDelete("memory::Policy", "read").failure().orElseThrow().detail())
        .isEqualTo("read is still used by memory::Role worker");
  }

  @Test
  void aKeyIsNamedByItselfOrByAnAliasAndByNothingElse() {
    String key = cloud.id("memory::Key", map());
    cloud.create("memory::Alias", map("Name", "orders", "TargetKeyId", key));

    cloud.create("memory::Queue", map("Name", "one", "KeyId", key));
    cloud.create("memory::Queue", map("Name", "two", "KeyId", "orders"));

    assertThat(cloud.refused("memory::Queue", map("Name", "three", "KeyId", "one")).detail())
        .isEqualTo("there is no memory::Key or memory::Alias \"one\"");
  }

  @Test
  void referencesInsideListsAndObjectsAreSeen() {
    assertThat(
            cloud
                .refused(
                    "memory::Queue",
                    map("Name", "q", "DeadLetter", map("QueueArn", "arn:none", "MaxReceives", 3)))
                .detail())
        .isEqualTo("there is no memory::Queue \"arn:none\"");
  }

  @Test
  void anUpdateMayNotReferToNothingEither() {
    cloud.create("memory::Queue", map("Name", "q"));

    Failure why =
        cloud
            .tryUpdate("memory::Queue", "q", map("Name", "q", "KeyId", "none"))
            .failure()
            .orElseThrow();

    assertThat(why.kind()).isEqualTo(Failure.Kind.INVALID);
    assertThat(cloud.read("memory::Queue", "q").orElseThrow().properties().get("KeyId"))
        .isEqualTo(Value.NULL);
  }

  private String network() {
    return cloud.id("memory::Network", map("CidrBlock", "10.0.0.0/16"));
  }

  private String subnet(String network, String range) {
    return cloud.id("memory::Subnet", map("NetworkId", network, "CidrBlock", range));
  }
}
