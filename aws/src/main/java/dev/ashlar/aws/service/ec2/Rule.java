package dev.ashlar.aws.service.ec2;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.connector.Failure;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.IpPermission;
import software.amazon.awssdk.services.ec2.model.IpRange;
import software.amazon.awssdk.services.ec2.model.Ipv6Range;
import software.amazon.awssdk.services.ec2.model.PrefixListId;
import software.amazon.awssdk.services.ec2.model.UserIdGroupPair;

/**
 * A rule of a security group as CloudFormation has it, and what makes two of them the same rule:
 * all but the description, and however the protocol is written.
 *
 * @param key equal for equal rules
 * @param value as CloudFormation has it
 */
record Rule(String key, MapValue value) {
  private static final String ALL = "-1";
  private static final String DESCRIPTION = "Description";
  private static final String FROM = "FromPort";
  private static final String OWNER = "SourceSecurityGroupOwnerId";
  private static final String PROTOCOL = "IpProtocol";
  private static final String TO = "ToPort";

  /** Protocols that AWS calls by name. */
  private static final Map<String, String> NAMES =
      Map.of("1", "icmp", "6", "tcp", "17", "udp", "58", "icmpv6", "all", ALL);

  private static final Set<String> WITH_PORTS = Set.of("icmp", "tcp", "udp", "icmpv6");

  /** The rules of a property. */
  static List<Rule> all(Value rules, Side side) {
    List<Rule> all = new ArrayList<>();
    if (rules instanceof Value.ListValue list) {
      for (Value item : list.items()) {
        if (item instanceof MapValue rule) {
          all.add(of(rule, side));
        }
      }
    }
    return all;
  }

  private static Rule of(MapValue rule, Side side) {
    if (!(rule.get("SourceSecurityGroupName") instanceof Value.NullValue)) {
      throw Failure.invalid(
              "SourceSecurityGroupName is not supported: say SourceSecurityGroupId instead")
          .toException();
    }
    List<String> ends = new ArrayList<>();
    for (String end : side.ends()) {
      Value value = rule.get(end);
      if (value instanceof Value.TextValue) {
        ends.add(end.replaceFirst("^(Source|Destination)", "") + "=" + AttributeTexts.text(value));
      }
    }
    if (ends.size() != 1) {
      throw Failure.invalid(
              "a rule of " + side.property() + " has one of " + String.join(", ", side.ends()))
          .toException();
    }
    return new Rule(protocol(rule) + " " + ports(rule) + " " + ends.get(0), rule);
  }

  private static String protocol(MapValue rule) {
    String written = AttributeTexts.text(rule.get(PROTOCOL)).toLowerCase(Locale.ROOT);
    return NAMES.getOrDefault(written, written);
  }

  private static String ports(MapValue rule) {
    return WITH_PORTS.contains(protocol(rule))
        ? AttributeTexts.text(rule.get(FROM)) + "-" + AttributeTexts.text(rule.get(TO))
        : "";
  }

  String description() {
    return value.get(DESCRIPTION) instanceof Value.TextValue text ? text.text() : "";
  }

  /** As EC2 takes it. */
  IpPermission permission(Side side) {
    IpPermission.Builder permission = IpPermission.builder().ipProtocol(protocol(value));
    if (WITH_PORTS.contains(protocol(value))) {
      if (value.get(FROM) instanceof Value.NumberValue from) {
        permission.fromPort(from.number().intValue());
      }
      if (value.get(TO) instanceof Value.NumberValue to) {
        permission.toPort(to.number().intValue());
      }
    }
    String about = description().isEmpty() ? null : description();
    if (value.get("CidrIp") instanceof Value.TextValue range) {
      return permission
          .ipRanges(IpRange.builder().cidrIp(range.text()).description(about).build())
          .build();
    }
    if (value.get("CidrIpv6") instanceof Value.TextValue range) {
      return permission
          .ipv6Ranges(Ipv6Range.builder().cidrIpv6(range.text()).description(about).build())
          .build();
    }
    if (value.get(side.prefixes()) instanceof Value.TextValue list) {
      return permission
          .prefixListIds(
              PrefixListId.builder().prefixListId(list.text()).description(about).build())
          .build();
    }
    String owner = value.get(OWNER) instanceof Value.TextValue text ? text.text() : null;
    return permission
        .userIdGroupPairs(
            UserIdGroupPair.builder()
                .groupId(AttributeTexts.text(value.get(side.group())))
                .userId(owner)
                .description(about)
                .build())
        .build();
  }

  /** As EC2 tells them: one permission may hold many rules. */
  static List<Rule> told(List<IpPermission> permissions, Side side) {
    List<Rule> all = new ArrayList<>();
    for (IpPermission permission : permissions) {
      MapValue start = MapValue.EMPTY.with(PROTOCOL, Value.of(permission.ipProtocol()));
      if (WITH_PORTS.contains(protocol(start))) {
        start = withPorts(start, permission);
      }
      MapValue ports = start;
      permission
          .ipRanges()
          .forEach(range -> add(all, ports, "CidrIp", range.cidrIp(), range.description(), side));
      permission
          .ipv6Ranges()
          .forEach(
              range -> add(all, ports, "CidrIpv6", range.cidrIpv6(), range.description(), side));
      permission
          .prefixListIds()
          .forEach(
              list ->
                  add(all, ports, side.prefixes(), list.prefixListId(), list.description(), side));
      permission
          .userIdGroupPairs()
          .forEach(
              pair ->
                  add(
                      all,
                      side == Side.INGRESS && pair.userId() != null
                          ? ports.with(OWNER, Value.of(pair.userId()))
                          : ports,
                      side.group(),
                      pair.groupId(),
                      pair.description(),
                      side));
    }
    return all;
  }

  private static MapValue withPorts(MapValue start, IpPermission permission) {
    MapValue rule = start;
    if (permission.fromPort() != null) {
      rule = rule.with(FROM, Value.of(permission.fromPort()));
    }
    return permission.toPort() != null ? rule.with(TO, Value.of(permission.toPort())) : rule;
  }

  private static void add(
      List<Rule> all,
      MapValue start,
      String end,
      @Nullable String where,
      @Nullable String about,
      Side side) {
    if (where != null) {
      MapValue rule = start.with(end, Value.of(where));
      all.add(
          of(
              about == null || about.isEmpty() ? rule : rule.with(DESCRIPTION, Value.of(about)),
              side));
    }
  }

  /** A rule that is told, in the words of the one that was set where they are the same. */
  Rule inTheWordsOf(List<Rule> set) {
    for (Rule rule : set) {
      if (rule.key.equals(key)) {
        MapValue words = rule.value.without(DESCRIPTION);
        return new Rule(
            key,
            description().isEmpty() ? words : words.with(DESCRIPTION, Value.of(description())));
      }
    }
    return this;
  }
}
