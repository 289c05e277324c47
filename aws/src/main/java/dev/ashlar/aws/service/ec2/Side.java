package dev.ashlar.aws.service.ec2;

import java.util.List;

/** The two lists of rules of a security group. */
enum Side {
  INGRESS("SecurityGroupIngress", "SourcePrefixListId", "SourceSecurityGroupId"),
  EGRESS("SecurityGroupEgress", "DestinationPrefixListId", "DestinationSecurityGroupId");

  private final String property;
  private final String prefixes;
  private final String group;

  Side(String property, String prefixes, String group) {
    this.property = property;
    this.prefixes = prefixes;
    this.group = group;
  }

  String property() {
    return property;
  }

  /** What a rule calls a list of prefixes. */
  String prefixes() {
    return prefixes;
  }

  /** What a rule calls another group. */
  String group() {
    return group;
  }

  /** Where traffic of a rule comes from or goes to: one of them. */
  List<String> ends() {
    return List.of("CidrIp", "CidrIpv6", prefixes, group);
  }
}
