package dev.ashlar.aws.example;

import dev.ashlar.aws.client.Connection;
import dev.ashlar.aws.service.Emulated;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Vpc;
import software.amazon.awssdk.services.iam.IamAsyncClient;
import software.amazon.awssdk.services.lambda.LambdaAsyncClient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.sqs.SqsAsyncClient;

/** What there is in a region, asked for by the SDK alone; what AWS makes by itself is left out. */
final class Listing {
  private Listing() {}

  static Map<String, Integer> of(String region, String name) {
    Map<String, Integer> counts = new TreeMap<>();
    try (Connection connection = Emulated.connection(region)) {
      network(connection.client("ec2", Ec2AsyncClient::builder), counts);
      counts.put(
          "queues",
          connection
              .client("sqs", SqsAsyncClient::builder)
              .listQueues(all -> all.queueNamePrefix(name))
              .join()
              .queueUrls()
              .size());
      counts.put(
          "functions",
          connection
              .client("lambda", LambdaAsyncClient::builder)
              .listFunctions()
              .join()
              .functions()
              .size());
      counts.put(
          "buckets",
          (int)
              connection
                  .client("s3", S3AsyncClient::builder)
                  .listBuckets()
                  .join()
                  .buckets()
                  .stream()
                  .filter(bucket -> bucket.name().startsWith(name))
                  .count());
      counts.put(
          "tables of items",
          connection
              .client("dynamodb", DynamoDbAsyncClient::builder)
              .listTables()
              .join()
              .tableNames()
              .size());
      counts.put(
          "roles",
          (int)
              connection.client("iam", IamAsyncClient::builder).listRoles().join().roles().stream()
                  .filter(role -> role.roleName().startsWith(name))
                  .count());
    }
    return counts;
  }

  private static void network(Ec2AsyncClient ec2, Map<String, Integer> counts) {
    String[] vpcs =
        ec2.describeVpcs().join().vpcs().stream()
            .filter(vpc -> !Boolean.TRUE.equals(vpc.isDefault()))
            .map(Vpc::vpcId)
            .toArray(String[]::new);
    counts.put("networks", vpcs.length);
    counts.put("gateways", ec2.describeInternetGateways().join().internetGateways().size());
    if (vpcs.length == 0) {
      return;
    }
    Filter inside = Filter.builder().name("vpc-id").values(vpcs).build();
    counts.put("subnets", ec2.describeSubnets(all -> all.filters(inside)).join().subnets().size());
    counts.put(
        "groups",
        (int)
            ec2.describeSecurityGroups(all -> all.filters(inside)).join().securityGroups().stream()
                .filter(group -> !group.groupName().equals("default"))
                .count());
    counts.put(
        "tables",
        (int)
            ec2.describeRouteTables(all -> all.filters(inside)).join().routeTables().stream()
                .filter(table -> table.associations().stream().noneMatch(to -> to.main()))
                .count());
    counts.put(
        "associations",
        (int)
            ec2.describeRouteTables(all -> all.filters(inside)).join().routeTables().stream()
                .flatMap(table -> table.associations().stream())
                .filter(to -> to.subnetId() != null)
                .count());
  }
}
