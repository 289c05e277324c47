package dev.ashlar.aws.service.s3;

import static dev.ashlar.aws.service.s3.S3.ACTIONS;

import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Pojos;
import dev.ashlar.aws.service.Told;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.DeleteBucketMetricsConfigurationRequest;
import software.amazon.awssdk.services.s3.model.ListBucketMetricsConfigurationsRequest;
import software.amazon.awssdk.services.s3.model.ListBucketMetricsConfigurationsResponse;
import software.amazon.awssdk.services.s3.model.PutBucketMetricsConfigurationRequest;

/** Metrics of requests. */
record Metrics(S3AsyncClient s3) implements Listed {
  @Override
  public String property() {
    return "MetricsConfigurations";
  }

  @Override
  public CompletableFuture<List<MapValue>> all(String bucket) {
    return Pages.all(
            next ->
                ACTIONS.send(
                    s3::listBucketMetricsConfigurations,
                    ListBucketMetricsConfigurationsRequest.builder()
                        .bucket(bucket)
                        .continuationToken(next)
                        .build()),
            ListBucketMetricsConfigurationsResponse::metricsConfigurationList,
            ListBucketMetricsConfigurationsResponse::nextContinuationToken)
        .thenApply(found -> found.stream().map(Told::plain).map(Metrics::told).toList());
  }

  @Override
  public CompletableFuture<?> put(String bucket, String id, MapValue wanted) {
    return ACTIONS.send(
        s3::putBucketMetricsConfiguration,
        Pojos.of(
            PutBucketMetricsConfigurationRequest.builder().bucket(bucket).id(id),
            MapValue.EMPTY.with("MetricsConfiguration", sent(wanted)),
            Names.SAME));
  }

  @Override
  public CompletableFuture<?> remove(String bucket, String id) {
    return ACTIONS.remove(
        s3::deleteBucketMetricsConfiguration,
        DeleteBucketMetricsConfigurationRequest.builder().bucket(bucket).id(id).build());
  }

  private static Value sent(MapValue wanted) {
    return Filters.sent(wanted);
  }

  private static MapValue told(MapValue plain) {
    return Filters.told(plain);
  }
}
