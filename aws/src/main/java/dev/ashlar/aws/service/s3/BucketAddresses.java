package dev.ashlar.aws.service.s3;

import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** How a bucket is called and reached: told by its name and region alone. */
final class BucketAddresses {
  /** The older regions have a hyphen before their name where the others have a dot. */
  private static final Set<String> OLD =
      Set.of(
          "ap-northeast-1",
          "ap-southeast-1",
          "ap-southeast-2",
          "eu-west-1",
          "sa-east-1",
          "us-east-1",
          "us-gov-west-1",
          "us-west-1",
          "us-west-2");

  private BucketAddresses() {}

  static MapValue of(String name, String region) {
    PartitionMetadata partition = PartitionMetadata.of(Region.of(region));
    String domain = partition.dnsSuffix();
    String site = OLD.contains(region) ? "s3-website-" : "s3-website.";
    return Value.map(
        Map.of(
            "Arn", Value.of("arn:" + partition.id() + ":s3:::" + name),
            "DomainName", Value.of(name + ".s3." + domain),
            "DualStackDomainName", Value.of(name + ".s3.dualstack." + region + "." + domain),
            "RegionalDomainName", Value.of(name + ".s3." + region + "." + domain),
            "WebsiteURL", Value.of("http://" + name + "." + site + region + "." + domain)));
  }
}
