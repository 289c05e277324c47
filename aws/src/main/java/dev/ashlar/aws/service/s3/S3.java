package dev.ashlar.aws.service.s3;

import dev.ashlar.aws.client.Connection;
import dev.ashlar.aws.service.Actions;
import dev.ashlar.aws.service.Service;
import dev.ashlar.aws.service.TunedType;
import dev.ashlar.schema.Operation;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.s3.S3AsyncClient;

/** Simple Storage Service. */
public final class S3 implements Service {
  /** Permissions whose names are not those of the calls. */
  static final Actions ACTIONS =
      Actions.of("s3")
          .naming(
              Map.ofEntries(
                  Map.entry("DeleteBucketCors", "PutBucketCORS"),
                  Map.entry("DeleteBucketEncryption", "PutEncryptionConfiguration"),
                  Map.entry("DeleteBucketLifecycle", "PutLifecycleConfiguration"),
                  Map.entry("DeleteBucketOwnershipControls", "PutBucketOwnershipControls"),
                  Map.entry("DeleteBucketReplication", "PutReplicationConfiguration"),
                  Map.entry("DeleteBucketTagging", "PutBucketTagging"),
                  Map.entry("DeletePublicAccessBlock", "PutBucketPublicAccessBlock"),
                  Map.entry("GetBucketAccelerateConfiguration", "GetAccelerateConfiguration"),
                  Map.entry("GetBucketCors", "GetBucketCORS"),
                  Map.entry("GetBucketEncryption", "GetEncryptionConfiguration"),
                  Map.entry("GetBucketLifecycleConfiguration", "GetLifecycleConfiguration"),
                  Map.entry("GetBucketNotificationConfiguration", "GetBucketNotification"),
                  Map.entry("GetBucketReplication", "GetReplicationConfiguration"),
                  Map.entry("GetObjectLockConfiguration", "GetBucketObjectLockConfiguration"),
                  Map.entry("GetPublicAccessBlock", "GetBucketPublicAccessBlock"),
                  Map.entry("HeadBucket", "ListBucket"),
                  Map.entry("ListBuckets", "ListAllMyBuckets"),
                  Map.entry("PutBucketAccelerateConfiguration", "PutAccelerateConfiguration"),
                  Map.entry("PutBucketCors", "PutBucketCORS"),
                  Map.entry("PutBucketEncryption", "PutEncryptionConfiguration"),
                  Map.entry("PutBucketLifecycleConfiguration", "PutLifecycleConfiguration"),
                  Map.entry("PutBucketNotificationConfiguration", "PutBucketNotification"),
                  Map.entry("PutBucketReplication", "PutReplicationConfiguration"),
                  Map.entry("PutObjectLockConfiguration", "PutBucketObjectLockConfiguration"),
                  Map.entry("PutPublicAccessBlock", "PutBucketPublicAccessBlock")));

  @Override
  public String name() {
    return "s3";
  }

  @Override
  public String client() {
    return "S3AsyncClient";
  }

  @Override
  public List<TunedType> types() {
    return List.of(
        TunedType.of(
                "AWS::S3::Bucket",
                (to, schema) -> new Bucket(client(to), to.configuration().region(), schema))
            .needing(Operation.CREATE, "s3:CreateBucket s3:PutBucketTagging s3:TagResource")
            .needing(Operation.READ, "s3:ListBucket s3:GetBucketTagging")
            .needing(Operation.UPDATE, "s3:PutBucketTagging")
            .needing(Operation.DELETE, "s3:DeleteBucket")
            .needing(Operation.LIST, "s3:ListAllMyBuckets")
            .leaving(
                "BucketNamePrefix",
                "BucketNamespace",
                "MetadataConfiguration",
                "MetadataTableConfiguration",
                "ObjectLockConfiguration/Rule/DefaultRetention/DefaultEventHold"),
        TunedType.of(
                "AWS::S3::BucketPolicy",
                (to, schema) -> new BucketPolicy(client(to), to.configuration().region()))
            .needing(Operation.CREATE, "s3:PutBucketPolicy s3:GetBucketPolicy")
            .needing(Operation.READ, "s3:GetBucketPolicy")
            .needing(Operation.UPDATE, "s3:PutBucketPolicy")
            .needing(Operation.DELETE, "s3:DeleteBucketPolicy")
            .needing(Operation.LIST, "s3:ListAllMyBuckets"));
  }

  /** At an address of one's own, names of buckets are no names of hosts. */
  private static S3AsyncClient client(Connection connection) {
    boolean elsewhere =
        connection.configuration().endpoint() != null
            || connection.configuration().endpoints() != null;
    return connection.client("s3", () -> S3AsyncClient.builder().forcePathStyle(elsewhere));
  }
}
