package dev.ashlar.aws.service.ec2;

import dev.ashlar.aws.client.Connection;
import dev.ashlar.aws.service.Actions;
import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Service;
import dev.ashlar.aws.service.Told;
import dev.ashlar.aws.service.TunedType;
import dev.ashlar.schema.Operation;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;

/** Elastic Compute Cloud: its networks. */
public final class Ec2 implements Service {
  static final Actions ACTIONS = Actions.of("ec2");

  /** What was made is told a little later. */
  private static final Duration SEEN = Duration.ofSeconds(2);

  @Override
  public String name() {
    return "ec2";
  }

  @Override
  public String client() {
    return "Ec2AsyncClient";
  }

  @Override
  public List<TunedType> types() {
    return List.of(
        vpc(),
        subnet(),
        internetGateway(),
        attachment(),
        routeTable(),
        route(),
        association(),
        securityGroup());
  }

  private static TunedType vpc() {
    return type(
            "VPC",
            (to, schema) ->
                new Tagged<>(client(to), new Vpcs(client(to), new Told(schema, Names.SAME))))
        .leaving("VpcEncryptionControl")
        .needing(Operation.CREATE, "ec2:CreateVpc ec2:CreateTags ec2:ModifyVpcAttribute")
        .needing(
            Operation.READ,
            "ec2:DescribeVpcs ec2:DescribeVpcAttribute ec2:DescribeNetworkAcls"
                + " ec2:DescribeSecurityGroups")
        .needing(
            Operation.UPDATE,
            "ec2:ModifyVpcAttribute ec2:ModifyVpcTenancy ec2:CreateTags ec2:DeleteTags")
        .needing(Operation.DELETE, "ec2:DeleteVpc")
        .needing(Operation.LIST, "ec2:DescribeVpcs");
  }

  private static TunedType subnet() {
    return type(
            "Subnet",
            (to, schema) ->
                new Tagged<>(client(to), new Subnets(client(to), new Told(schema, Names.SAME))))
        .needing(Operation.CREATE, "ec2:CreateSubnet ec2:CreateTags ec2:ModifySubnetAttribute")
        .needing(Operation.READ, "ec2:DescribeSubnets ec2:DescribeNetworkAcls")
        .needing(
            Operation.UPDATE,
            "ec2:ModifySubnetAttribute ec2:AssociateSubnetCidrBlock"
                + " ec2:DisassociateSubnetCidrBlock ec2:CreateTags ec2:DeleteTags")
        .needing(Operation.DELETE, "ec2:DeleteSubnet")
        .needing(Operation.LIST, "ec2:DescribeSubnets");
  }

  private static TunedType internetGateway() {
    return type(
            "InternetGateway",
            (to, schema) -> new Tagged<>(client(to), new InternetGateways(client(to))))
        .needing(Operation.CREATE, "ec2:CreateInternetGateway ec2:CreateTags")
        .needing(Operation.READ, "ec2:DescribeInternetGateways")
        .needing(Operation.UPDATE, "ec2:CreateTags ec2:DeleteTags")
        .needing(Operation.DELETE, "ec2:DeleteInternetGateway")
        .needing(Operation.LIST, "ec2:DescribeInternetGateways");
  }

  private static TunedType attachment() {
    return type("VPCGatewayAttachment", (to, schema) -> new Attachments(client(to)))
        .repeatable()
        .needing(Operation.CREATE, "ec2:AttachInternetGateway ec2:AttachVpnGateway")
        .needing(Operation.READ, "ec2:DescribeInternetGateways ec2:DescribeVpnGateways")
        .needing(
            Operation.UPDATE,
            "ec2:AttachInternetGateway ec2:AttachVpnGateway ec2:DetachInternetGateway"
                + " ec2:DetachVpnGateway")
        .needing(Operation.DELETE, "ec2:DetachInternetGateway ec2:DetachVpnGateway")
        .needing(Operation.LIST, "ec2:DescribeInternetGateways ec2:DescribeVpnGateways");
  }

  private static TunedType routeTable() {
    return type("RouteTable", (to, schema) -> new Tagged<>(client(to), new RouteTables(client(to))))
        .needing(Operation.CREATE, "ec2:CreateRouteTable ec2:CreateTags")
        .needing(Operation.READ, "ec2:DescribeRouteTables")
        .needing(Operation.UPDATE, "ec2:CreateTags ec2:DeleteTags")
        .needing(Operation.DELETE, "ec2:DeleteRouteTable")
        .needing(Operation.LIST, "ec2:DescribeRouteTables");
  }

  private static TunedType route() {
    return type("Route", (to, schema) -> new Routes(client(to), new Told(schema, Names.SAME)))
        .repeatable()
        .needing(Operation.CREATE, "ec2:CreateRoute")
        .needing(Operation.READ, "ec2:DescribeRouteTables")
        .needing(Operation.UPDATE, "ec2:ReplaceRoute")
        .needing(Operation.DELETE, "ec2:DeleteRoute")
        .needing(Operation.LIST, "ec2:DescribeRouteTables");
  }

  private static TunedType association() {
    return type("SubnetRouteTableAssociation", (to, schema) -> new Associations(client(to)))
        .repeatable()
        .needing(Operation.CREATE, "ec2:AssociateRouteTable")
        .needing(Operation.READ, "ec2:DescribeRouteTables")
        .needing(Operation.DELETE, "ec2:DisassociateRouteTable")
        .needing(Operation.LIST, "ec2:DescribeRouteTables");
  }

  private static TunedType securityGroup() {
    String rules =
        "ec2:AuthorizeSecurityGroupIngress ec2:AuthorizeSecurityGroupEgress"
            + " ec2:RevokeSecurityGroupIngress ec2:RevokeSecurityGroupEgress";
    return type(
            "SecurityGroup",
            (to, schema) -> new Tagged<>(client(to), new SecurityGroups(client(to))))
        .needing(Operation.CREATE, "ec2:CreateSecurityGroup ec2:CreateTags " + rules)
        .needing(Operation.READ, "ec2:DescribeSecurityGroups")
        .needing(
            Operation.UPDATE,
            rules
                + " ec2:UpdateSecurityGroupRuleDescriptionsIngress"
                + " ec2:UpdateSecurityGroupRuleDescriptionsEgress ec2:CreateTags ec2:DeleteTags")
        .needing(Operation.DELETE, "ec2:DeleteSecurityGroup")
        .needing(Operation.LIST, "ec2:DescribeSecurityGroups");
  }

  private static TunedType type(String name, TunedType.Maker maker) {
    return TunedType.of("AWS::EC2::" + name, maker).visibleAfter(SEEN);
  }

  private static Ec2AsyncClient client(Connection connection) {
    return connection.client("ec2", Ec2AsyncClient::builder);
  }
}
