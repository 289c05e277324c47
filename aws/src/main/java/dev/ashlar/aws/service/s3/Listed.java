package dev.ashlar.aws.service.s3;

import dev.ashlar.aws.service.Chain;
import dev.ashlar.aws.service.Parts;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A setting of which a bucket has many, each with an identifier and calls of its own. */
interface Listed extends Setting {

  /** All there are, as CloudFormation has them. */
  CompletableFuture<List<MapValue>> all(String bucket);

  /** Sets one. */
  CompletableFuture<?> put(String bucket, String id, MapValue wanted);

  /** Takes one away. */
  CompletableFuture<?> remove(String bucket, String id);

  @Override
  default CompletableFuture<Optional<Value>> read(String bucket) {
    return all(bucket)
        .thenApply(found -> found.isEmpty() ? Optional.empty() : Optional.of(Value.list(found)));
  }

  @Override
  default CompletableFuture<?> write(String bucket, Value wanted) {
    List<MapValue> items = Parts.maps(wanted);
    List<String> kept = items.stream().map(Listed::id).toList();
    return all(bucket)
        .thenCompose(
            found -> {
              List<String> left = new ArrayList<>(found.stream().map(Listed::id).toList());
              left.removeAll(kept);
              return Chain.each(left, id -> remove(bucket, id));
            })
        .thenCompose(done -> Chain.each(items, item -> put(bucket, id(item), item)));
  }

  @Override
  default CompletableFuture<?> clear(String bucket) {
    return write(bucket, Value.list());
  }

  private static String id(MapValue item) {
    return item.get("Id").toString();
  }
}
