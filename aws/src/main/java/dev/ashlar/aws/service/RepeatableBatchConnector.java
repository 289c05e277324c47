package dev.ashlar.aws.service;

import dev.ashlar.connector.BatchReadable;
import dev.ashlar.connector.Reading;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/**
 * The connector of a type of which one call reads many objects, and which is made again after a
 * crash: its objects carry no mark to be found by.
 */
final class RepeatableBatchConnector extends TunedConnector
    implements BatchReadable<MapValue, MapValue> {
  private final BatchTuned batch;

  RepeatableBatchConnector(ResourceSchema schema, BatchTuned batch, Detour detour) {
    super(schema, batch, detour);
    this.batch = batch;
  }

  @Override
  public int batchLimit() {
    return batch.batchLimit();
  }

  @Override
  public CompletionStage<Map<String, Reading<MapValue, MapValue>>> readAll(
      BatchReadRequest<MapValue, MapValue> request) {
    Map<String, MapValue> set = new LinkedHashMap<>();
    for (ReadRequest<MapValue, MapValue> read : request.reads()) {
      MapValue spec = read.spec().orElse(MapValue.EMPTY);
      if (!detour().takes(spec)) {
        set.put(read.id(), shorn(spec));
      }
    }
    return explained(
        Value.list(set.values().stream().toList()),
        () -> batch.readAll(set).thenApply(models -> readings(models, set)));
  }

  private Map<String, Reading<MapValue, MapValue>> readings(
      Map<String, MapValue> models, Map<String, MapValue> set) {
    Map<String, Reading<MapValue, MapValue>> all = new LinkedHashMap<>();
    set.forEach(
        (id, spec) -> {
          MapValue model = models.get(id);
          all.put(id, model == null ? Reading.absent() : reading(id, model, spec));
        });
    return all;
  }
}
