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
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.DeleteBucketAnalyticsConfigurationRequest;
import software.amazon.awssdk.services.s3.model.ListBucketAnalyticsConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketAnalyticsConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.PutBucketAnalyticsConfigurationRequest;

/** Analyses of how objects are used. */
record Analytics(S3AsyncClient s3) implements Listed {
  @Override
  public String property() {
    return "AnalyticsConfigurations";
  }

  @Override
  public CompletableFuture<List<MapValue>> all(String bucket) {
    return Pages.all(
            next ->
                ACTIONS.send(
                    s3::listBucketAnalyticsConfigurations,
                    ListBucketAnalyticsConfigurationsRequest.builder()
                        .bucket(bucket)
                        .continuationToken(next)
                        .build()),
            ListBucketAnalyticsConfigurationsResponse::analyticsConfigurationList,
            ListBucketAnalyticsConfigurationsResponse::nextContinuationToken)
        .thenApply(found -> found.stream().map(Told::plain).map(Analytics::told).toList());
  }

  @Override
  public CompletableFuture<?> put(String bucket, String id, MapValue wanted) {
    return ACTIONS.send(
        s3::putBucketAnalyticsConfiguration,
        Pojos.of(
            PutBucketAnalyticsConfigurationRequest.builder().bucket(bucket).id(id),
            MapValue.EMPTY.with("AnalyticsConfiguration", sent(wanted)),
            Names.SAME));
  }

  @Override
  public CompletableFuture<?> remove(String bucket, String id) {
    return ACTIONS.remove(
        s3::deleteBucketAnalyticsConfiguration,
        DeleteBucketAnalyticsConfigurationRequest.builder().bucket(bucket).id(id).build());
  }

  private static MapValue sent(MapValue wanted) {
    return exported(Filters.sent(wanted), export -> S3Destination.sent(export, "BucketAccountId"));
  }

  private static MapValue told(MapValue plain) {
    return exported(Filters.told(plain), export -> S3Destination.told(export, "BucketAccountId"));
  }

  private static MapValue exported(MapValue analysis, UnaryOperator<MapValue> change) {
    MapValue storage = Parts.map(analysis.get("StorageClassAnalysis"));
    return storage.get("DataExport") instanceof MapValue export
        ? analysis.with("StorageClassAnalysis", storage.with("DataExport", change.apply(export)))
        : analysis;
  }
}
