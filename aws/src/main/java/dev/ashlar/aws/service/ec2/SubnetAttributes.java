package dev.ashlar.aws.service.ec2;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.ec2.model.AttributeBooleanValue;
import software.amazon.awssdk.services.ec2.model.ModifySubnetAttributeRequest;

/** What is set of a subnet after it is made: one call takes one attribute. */
final class SubnetAttributes {
  private static final String DNS = "PrivateDnsNameOptionsOnLaunch";
  private static final String INTERFACES = "EnableLniAtDeviceIndex";

  /** The properties. */
  static final List<String> ALL =
      List.of("AssignIpv6AddressOnCreation", "EnableDns64", INTERFACES, "MapPublicIpOnLaunch", DNS);

  private SubnetAttributes() {}

  /** What sets a property; one that is not declared becomes what it is in a new subnet. */
  static List<ModifySubnetAttributeRequest> requests(String id, String property, MapValue spec) {
    ModifySubnetAttributeRequest.Builder request =
        ModifySubnetAttributeRequest.builder().subnetId(id);
    Value wanted = spec.get(property);
    return switch (property) {
      case "AssignIpv6AddressOnCreation" ->
          List.of(request.assignIpv6AddressOnCreation(bool(wanted)).build());
      case "EnableDns64" -> List.of(request.enableDns64(bool(wanted)).build());
      case "MapPublicIpOnLaunch" -> List.of(request.mapPublicIpOnLaunch(bool(wanted)).build());
      case INTERFACES ->
          List.of(
              (wanted instanceof Value.NumberValue index
                      ? request.enableLniAtDeviceIndex(index.number().intValue())
                      : request.disableLniAtDeviceIndex(bool(Value.of(true))))
                  .build());
      case DNS -> names(id, wanted instanceof MapValue options ? options : MapValue.EMPTY);
      default -> throw new IllegalArgumentException(property);
    };
  }

  private static List<ModifySubnetAttributeRequest> names(String id, MapValue options) {
    List<ModifySubnetAttributeRequest> all = new ArrayList<>();
    Value type = options.get("HostnameType");
    all.add(
        ModifySubnetAttributeRequest.builder()
            .subnetId(id)
            .privateDnsHostnameTypeOnLaunch(
                type instanceof Value.NullValue ? "ip-name" : AttributeTexts.text(type))
            .build());
    all.add(
        ModifySubnetAttributeRequest.builder()
            .subnetId(id)
            .enableResourceNameDnsARecordOnLaunch(bool(options.get("EnableResourceNameDnsARecord")))
            .build());
    all.add(
        ModifySubnetAttributeRequest.builder()
            .subnetId(id)
            .enableResourceNameDnsAAAARecordOnLaunch(
                bool(options.get("EnableResourceNameDnsAAAARecord")))
            .build());
    return all;
  }

  private static AttributeBooleanValue bool(Value value) {
    return AttributeBooleanValue.builder().value(value.equals(Value.of(true))).build();
  }
}
