package dev.ashlar.aws.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.aws.AwsProvider;
import dev.ashlar.schema.ResourceSchema;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.ec2.model.AssociateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteRequest;
import software.amazon.awssdk.services.ec2.model.CreateRouteTableRequest;
import software.amazon.awssdk.services.ec2.model.CreateSecurityGroupRequest;
import software.amazon.awssdk.services.ec2.model.CreateSubnetRequest;
import software.amazon.awssdk.services.ec2.model.CreateVpcRequest;
import software.amazon.awssdk.services.ec2.model.ReplaceRouteRequest;
import software.amazon.awssdk.services.iam.model.CreatePolicyRequest;
import software.amazon.awssdk.services.iam.model.CreateRoleRequest;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;

/**
 * Each property of these types is a member of the call that makes the object, is set by a call of
 * its own that is named here, or is left to Cloud Control: a newer catalogue with one more property
 * fails here first.
 */
class MembersTest {
  /** What is known of a type: its call, and what other calls set. */
  private record Covered(String type, SdkPojo call, Set<String> otherCalls) {
    @Override
    public String toString() {
      return type;
    }
  }

  private static Covered covered(String type, SdkPojo call, String... otherCalls) {
    return new Covered("AWS::" + type, call, new TreeSet<>(Arrays.asList(otherCalls)));
  }

  static List<Covered> types() {
    return List.of(
        covered(
            "EC2::VPC",
            CreateVpcRequest.builder().build(),
            "EnableDnsHostnames",
            "EnableDnsSupport",
            "Tags"),
        covered(
            "EC2::Subnet",
            CreateSubnetRequest.builder().build(),
            "AssignIpv6AddressOnCreation",
            "EnableDns64",
            "EnableLniAtDeviceIndex",
            "MapPublicIpOnLaunch",
            "PrivateDnsNameOptionsOnLaunch",
            "Tags"),
        covered("EC2::RouteTable", CreateRouteTableRequest.builder().build(), "Tags"),
        covered("EC2::Route", CreateRouteRequest.builder().build()),
        covered("EC2::Route", ReplaceRouteRequest.builder().build()),
        covered("EC2::SubnetRouteTableAssociation", AssociateRouteTableRequest.builder().build()),
        covered(
            "EC2::SecurityGroup",
            CreateSecurityGroupRequest.builder().build(),
            "GroupDescription",
            "SecurityGroupEgress",
            "SecurityGroupIngress",
            "Tags"),
        covered("IAM::Role", CreateRoleRequest.builder().build(), "ManagedPolicyArns", "Policies"),
        covered(
            "IAM::ManagedPolicy",
            CreatePolicyRequest.builder().build(),
            "Groups",
            "ManagedPolicyName",
            "Roles",
            "Users"),
        covered(
            "Lambda::Function",
            CreateFunctionRequest.builder().build(),
            "RecursiveLoop",
            "ReservedConcurrentExecutions",
            "RuntimeManagementConfig"));
  }

  @ParameterizedTest
  @MethodSource("types")
  void everyPropertyIsCovered(Covered covered) {
    ResourceSchema schema = new AwsProvider().catalog().schema(covered.type()).orElseThrow();
    Set<String> known = new TreeSet<>();
    covered.call().sdkFields().forEach(field -> known.add(lower(field.memberName())));
    covered.otherCalls().forEach(name -> known.add(lower(name)));
    TunedType tuned =
        Services.present(MembersTest.class.getClassLoader()).type(covered.type()).orElseThrow();
    tuned.uncovered().forEach(name -> known.add(lower(name)));
    assertThat(schema.properties().keySet()).allMatch(name -> known.contains(lower(name)));
    assertThat(schema.properties().keySet()).containsAll(tuned.uncovered());
    assertThat(schema.properties().keySet()).containsAll(covered.otherCalls());
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
