package dev.ashlar.aws.service.ec2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.aws.json.Json;
import dev.ashlar.connector.OperationFailedException;
import dev.ashlar.value.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/** Rules of security groups are the same however they are written. */
class RuleTest {
  private static List<Rule> rules(String json) {
    return Rule.all(Json.read(json), Side.INGRESS);
  }

  private static IpRange range(String cidr, @Nullable String about) {
    return IpRange.builder().cidrIp(cidr).description(about).build();
  }

  @Test
  void aProtocolIsTheSameByNameAndByNumber() {
    assertThat(
            rules("[{\"IpProtocol\":\"6\",\"FromPort\":1,\"ToPort\":2,\"CidrIp\":\"::/0\"}]")
                .get(0)
                .key())
        .isEqualTo(
            rules("[{\"IpProtocol\":\"TCP\",\"FromPort\":1,\"ToPort\":2,\"CidrIp\":\"::/0\"}]")
                .get(0)
                .key());
  }

  @Test
  void portsOfAllProtocolsSayNothing() {
    List<Rule> set =
        rules("[{\"IpProtocol\":\"-1\",\"FromPort\":0,\"ToPort\":0,\"CidrIp\":\"0.0.0.0/0\"}]");
    IpPermission told =
        IpPermission.builder().ipProtocol("-1").ipRanges(range("0.0.0.0/0", null)).build();
    Rule rule = Rule.told(List.of(told), Side.INGRESS).get(0).inTheWordsOf(set);
    assertThat(rule.value()).isEqualTo(set.get(0).value());
  }

  @Test
  void aPermissionIsTakenApart() {
    IpPermission told =
        IpPermission.builder()
            .ipProtocol("tcp")
            .fromPort(80)
            .toPort(80)
            .ipRanges(range("10.0.0.0/8", "inside"), range("1.1.1.1/32", null))
            .userIdGroupPairs(
                UserIdGroupPair.builder().groupId("sg-1").userId("123456789012").build())
            .build();
    List<Rule> rules = Rule.told(List.of(told), Side.INGRESS);
    assertThat(rules).hasSize(3);
    assertThat(rules.get(0).description()).isEqualTo("inside");
    assertThat(rules.get(2).value().get("SourceSecurityGroupOwnerId"))
        .isEqualTo(Value.of("123456789012"));
  }

  @Test
  void whatIsNotToldBackIsRefusedByName() {
    assertThatThrownBy(
            () -> rules("[{\"IpProtocol\":\"tcp\",\"SourceSecurityGroupName\":\"default\"}]"))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining("SourceSecurityGroupName");
  }

  @Test
  void aRuleHasOneEnd() {
    assertThatThrownBy(
            () ->
                rules("[{\"IpProtocol\":\"tcp\",\"CidrIp\":\"1.1.1.1/32\",\"CidrIpv6\":\"::/0\"}]"))
        .isInstanceOf(OperationFailedException.class)
        .hasMessageContaining("CidrIpv6");
  }
}
