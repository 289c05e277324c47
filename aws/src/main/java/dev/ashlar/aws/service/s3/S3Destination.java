package dev.ashlar.aws.service.s3;

import dev.ashlar.aws.service.Names;
import dev.ashlar.value.Value.MapValue;

/** Where a report goes: S3 has its bucket one level deeper. */
final class S3Destination {
  private static final String DESTINATION = "Destination";
  private static final String INSIDE = "S3BucketDestination";
  private static final Names NAMES = Names.SAME.with("BucketArn", "Bucket");

  /** Of an inventory, the account is called otherwise. */
  private static final String ACCOUNT = "BucketAccountId";

  private S3Destination() {}

  static MapValue sent(MapValue report, String account) {
    return report.get(DESTINATION) instanceof MapValue bucket
        ? report.with(
            DESTINATION, MapValue.EMPTY.with(INSIDE, NAMES.with(ACCOUNT, account).sdk(bucket)))
        : report;
  }

  static MapValue told(MapValue report, String account) {
    return report.get(DESTINATION) instanceof MapValue destination
            && destination.get(INSIDE) instanceof MapValue bucket
        ? report.with(DESTINATION, NAMES.with(ACCOUNT, account).cloudFormation(bucket))
        : report;
  }
}
