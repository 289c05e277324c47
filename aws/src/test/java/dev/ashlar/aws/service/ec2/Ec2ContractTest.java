package dev.ashlar.aws.service.ec2;

import dev.ashlar.aws.json.Json;
import dev.ashlar.aws.service.Emulated;
import dev.ashlar.blueprint.Ref;
import dev.ashlar.blueprint.Resource;
import dev.ashlar.value.Value;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The parts of networks keep the contract. Each type has a region of its own. */
@Execution(ExecutionMode.CONCURRENT)
class Ec2ContractTest {
  private static final Resource NET =
      Resource.named("net", "AWS::EC2::VPC").property("CidrBlock", "10.0.0.0/16");
  private static final Resource TABLE =
      Resource.named("table", "AWS::EC2::RouteTable").property("VpcId", Ref.to("net", "VpcId"));
  private static final Resource GATEWAY = Resource.named("gateway", "AWS::EC2::InternetGateway");
  private static final Resource OTHER = Resource.named("other", "AWS::EC2::InternetGateway");
  private static final Resource ATTACHED =
      Resource.named("attached", "AWS::EC2::VPCGatewayAttachment")
          .property("VpcId", Ref.to("net", "VpcId"))
          .property("InternetGatewayId", Ref.to("gateway", "InternetGatewayId"));

  private static Value tags(String key, String value) {
    return Json.read("[{\"Key\": \"%s\", \"Value\": \"%s\"}]".formatted(key, value));
  }

  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  class Net {
    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicTest> aNetworkKeepsTheContract() {
      Resource net =
          Resource.named("net", "AWS::EC2::VPC")
              .property("CidrBlock", "10.0.0.0/16")
              .property("EnableDnsSupport", true)
              .property("EnableDnsHostnames", true)
              .property("Tags", tags("team", "a"));
      return Emulated.but(
          "AWS::EC2::VPC",
          Emulated.contract("ap-south-1")
              .creating(net)
              .updatingTo(
                  net.property("EnableDnsHostnames", false),
                  net.property("EnableDnsSupport", false).property("EnableDnsHostnames", false),
                  net.property("Tags", tags("owner", "b")))
              .replacingTo(net.property("CidrBlock", "10.1.0.0/16"))
              .tests(),
          Map.of(
              "InstanceTenancy", "moto keeps the tenancy that was asked for in another form",
              "Ipv4IpamPoolId", "moto has no address pools",
              "Ipv4NetmaskLength", "moto has no address pools"));
    }
  }

  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  class Subnet {
    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicTest> aSubnetKeepsTheContract() {
      Resource subnet =
          Resource.named("front", "AWS::EC2::Subnet")
              .property("VpcId", Ref.to("net", "VpcId"))
              .property("CidrBlock", "10.0.1.0/24")
              .property("AvailabilityZone", "ap-northeast-1a")
              .property("MapPublicIpOnLaunch", true)
              .property("Tags", tags("team", "a"));
      return Emulated.but(
          Emulated.contract("ap-northeast-1")
              .given(NET)
              .creating(subnet)
              .updatingTo(
                  subnet.property("MapPublicIpOnLaunch", false),
                  subnet.property("AssignIpv6AddressOnCreation", true),
                  subnet.property("Tags", tags("owner", "b")))
              .replacingTo(
                  subnet.property("CidrBlock", "10.0.2.0/24"),
                  subnet.property("AvailabilityZone", "ap-northeast-1c"))
              .tests(),
          Map.of(
              "AvailabilityZoneId",
              "moto takes zones that the region does not have",
              "EnableDns64",
              "moto does not have it",
              "EnableLniAtDeviceIndex",
              "moto does not have it",
              "Ipv4",
              "moto has no address pools",
              "Ipv6",
              "moto checks no ranges of IPv6",
              "OutpostArn",
              "moto has no outposts",
              "without CidrBlock",
              "moto fails inside",
              "PrivateDnsNameOptionsOnLaunch",
              "moto sets only one of the options"));
    }
  }

  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  class Gateway {
    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicTest> anInternetGatewayKeepsTheContract() {
      Resource gateway =
          Resource.named("gateway", "AWS::EC2::InternetGateway")
              .property("Tags", tags("team", "a"));
      return Emulated.contract("ap-northeast-2")
          .creating(gateway)
          .updatingTo(gateway.property("Tags", tags("owner", "b")))
          .tests();
    }
  }

  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  class Attachment {
    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicTest> anAttachmentKeepsTheContract() {
      Resource net2 = Resource.named("net2", "AWS::EC2::VPC").property("CidrBlock", "10.9.0.0/16");
      return Emulated.but(
          Emulated.contract("ap-northeast-3")
              .given(NET, net2, GATEWAY, OTHER)
              .creating(ATTACHED)
              .updatingTo(
                  ATTACHED.property("InternetGatewayId", Ref.to("other", "InternetGatewayId")))
              .replacingTo(ATTACHED.property("VpcId", Ref.to("net2", "VpcId")))
              .tests(),
          Map.of("VpnGatewayId", "a network has one gateway of a kind, and this is another kind"));
    }
  }

  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  class Table {
    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicTest> aRouteTableKeepsTheContract() {
      Resource table =
          Resource.named("table", "AWS::EC2::RouteTable")
              .property("VpcId", Ref.to("net", "VpcId"))
              .property("Tags", tags("team", "a"));
      return Emulated.contract("ap-southeast-1")
          .given(NET)
          .creating(table)
          .updatingTo(table.property("Tags", tags("owner", "b")))
          .tests();
    }
  }

  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  class Route {
    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicTest> aRouteKeepsTheContract() {
      Resource route =
          Resource.named("out", "AWS::EC2::Route")
              .property("RouteTableId", Ref.to("table", "RouteTableId"))
              .property("DestinationCidrBlock", "0.0.0.0/0")
              .property("GatewayId", Ref.to("gateway", "InternetGatewayId"));
      return Emulated.but(
          Emulated.contract("ap-southeast-2")
              .given(NET, TABLE, GATEWAY, OTHER)
              .creating(route)
              .updatingTo(route.property("GatewayId", Ref.to("other", "InternetGatewayId")))
              .replacingTo(route.property("DestinationCidrBlock", "192.168.0.0/16"))
              .tests(),
          Map.ofEntries(
              Map.entry("CarrierGatewayId", "a route has one target"),
              Map.entry("CoreNetworkArn", "a route has one target"),
              Map.entry("DestinationIpv6CidrBlock", "a route has one destination"),
              Map.entry("DestinationPrefixListId", "a route has one destination"),
              Map.entry("EgressOnlyInternetGatewayId", "a route has one target"),
              Map.entry("InstanceId", "a route has one target"),
              Map.entry("LocalGatewayId", "a route has one target"),
              Map.entry("NatGatewayId", "a route has one target"),
              Map.entry("NetworkInterfaceId", "a route has one target"),
              Map.entry("OdbNetworkArn", "a route has one target"),
              Map.entry("TransitGatewayId", "a route has one target"),
              Map.entry("VpcEndpointId", "a route has one target"),
              Map.entry("VpcPeeringConnectionId", "a route has one target")));
    }
  }

  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  class Association {
    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicTest> anAssociationKeepsTheContract() {
      Resource front =
          Resource.named("front", "AWS::EC2::Subnet")
              .property("VpcId", Ref.to("net", "VpcId"))
              .property("CidrBlock", "10.0.1.0/24");
      Resource back =
          Resource.named("back", "AWS::EC2::Subnet")
              .property("VpcId", Ref.to("net", "VpcId"))
              .property("CidrBlock", "10.0.2.0/24");
      Resource association =
          Resource.named("routes", "AWS::EC2::SubnetRouteTableAssociation")
              .property("SubnetId", Ref.to("front", "SubnetId"))
              .property("RouteTableId", Ref.to("table", "RouteTableId"));
      return Emulated.contract("ca-central-1")
          .given(NET, TABLE, front, back)
          .creating(association)
          .replacingTo(association.property("SubnetId", Ref.to("back", "SubnetId")))
          .tests();
    }
  }

  @Nested
  @Execution(ExecutionMode.CONCURRENT)
  class Group {
    @TestFactory
    @Execution(ExecutionMode.SAME_THREAD)
    Stream<DynamicTest> aSecurityGroupKeepsTheContract() {
      Resource group =
          Resource.named("web", "AWS::EC2::SecurityGroup")
              .property("GroupDescription", "what the web reaches")
              .property("VpcId", Ref.to("net", "VpcId"))
              .property(
                  "SecurityGroupIngress",
                  Json.read(
                      """
                      [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0"},
                       {"IpProtocol": "TCP", "FromPort": 80, "ToPort": 80, "CidrIp": "10.0.0.0/8"}]\
                      """))
              .property("Tags", tags("team", "a"));
      return Emulated.contract("eu-central-1")
          .given(NET)
          .creating(group)
          .updatingTo(
              group.property(
                  "SecurityGroupIngress",
                  Json.read(
                      """
                      [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0"},
                       {"IpProtocol": "udp", "FromPort": 53, "ToPort": 53, "CidrIp": "10.0.0.0/8",
                        "Description": "names"}]\
                      """)),
              group.property(
                  "SecurityGroupEgress",
                  Json.read(
                      """
                      [{"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "CidrIp": "0.0.0.0/0"}]\
                      """)),
              group.property("Tags", tags("owner", "b")))
          .replacingTo(
              group.property("GroupName", "front-door"),
              group.property("GroupDescription", "something else"))
          .tests();
    }
  }
}
