package dev.ashlar.aws.service.s3;

import static dev.ashlar.aws.service.s3.S3.ACTIONS;

import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Parts;
import dev.ashlar.aws.service.Pojos;
import dev.ashlar.aws.service.Told;
import dev.ashlar.value.Value.MapValue;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.DeleteBucketInventoryConfigurationRequest;
import software.amazon.awssdk.services.s3.model.ListBucketInventoryConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketInventoryConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.PutBucketInventoryConfigurationRequest;

/** Lists of the objects, made regularly. */
record Inventory(S3AsyncClient s3) implements Listed {
  @Override
  public String property() {
    return "InventoryConfigurations";
  }

  @Override
  public CompletableFuture<List<MapValue>> all(String bucket) {
    return Pages.all(
            next ->
                ACTIONS.send(
                    s3::listBucketInventoryConfigurations,
                    ListBucketInventoryConfigurationsRequest.builder()
                        .bucket(bucket)
                        .continuationToken(next)
                        .build()),
            ListBucketInventoryConfigurationsResponse::inventoryConfigurationList,
            ListBucketInventoryConfigurationsResponse::nextContinuationToken)
        .thenApply(found -> found.stream().map(Told::plain).map(Inventory::told).toList());
  }

  @Override
  public CompletableFuture<?> put(String bucket, String id, MapValue wanted) {
    return ACTIONS.send(
        s3::putBucketInventoryConfiguration,
        Pojos.of(
            PutBucketInventoryConfigurationRequest.builder().bucket(bucket).id(id),
            MapValue.EMPTY.with("InventoryConfiguration", sent(wanted)),
            Names.SAME));
  }

  @Override
  public CompletableFuture<?> remove(String bucket, String id) {
    return ACTIONS.remove(
        s3::deleteBucketInventoryConfiguration,
        DeleteBucketInventoryConfigurationRequest.builder().bucket(bucket).id(id).build());
  }

  private static MapValue sent(MapValue wanted) {
    MapValue sent =
        S3Destination.sent(
            Filters.sent(Parts.renamed(wanted, "Enabled", "IsEnabled")), "AccountId");
    return sent.without("ScheduleFrequency")
        .with("Schedule", MapValue.EMPTY.with("Frequency", wanted.get("ScheduleFrequency")));
  }

  private static MapValue told(MapValue plain) {
    MapValue told =
        S3Destination.told(Filters.told(Parts.renamed(plain, "IsEnabled", "Enabled")), "AccountId");
    return told.without("Schedule")
        .with("ScheduleFrequency", Parts.map(plain.get("Schedule")).get("Frequency"));
  }
}
