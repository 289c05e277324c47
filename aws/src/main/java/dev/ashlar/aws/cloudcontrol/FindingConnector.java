package dev.ashlar.aws.cloudcontrol;

import dev.ashlar.aws.model.Identifier;
import dev.ashlar.connector.Findable;
import dev.ashlar.connector.Reading;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import software.amazon.awssdk.services.cloudcontrol.CloudControlAsyncClient;

/**
 * A connector that finds again what an interrupted create made: by its name, or by its mark. What
 * it does not find may still be on its way: it is absent only when no creation of such an object is
 * under way.
 */
public final class FindingConnector extends CloudControlConnector
    implements Findable<MapValue, MapValue> {
  private static final Duration AGAIN = Duration.ofSeconds(1);

  FindingConnector(ResourceSchema schema, CloudControlAsyncClient client, Clock clock) {
    super(schema, client, clock);
  }

  @Override
  public CompletionStage<Finding<MapValue, MapValue>> find(FindRequest<MapValue> request) {
    Optional<String> id = Identifier.of(schema(), request.spec());
    CompletableFuture<List<Reading<MapValue, MapValue>>> found =
        id.isPresent() ? named(id.get(), request) : marked(request);
    return found.thenCompose(this::finding);
  }

  private CompletableFuture<List<Reading<MapValue, MapValue>>> named(
      String id, FindRequest<MapValue> request) {
    return read(id, request.spec())
        .thenApply(reading -> isOurs(reading, request) ? List.of(reading) : List.of());
  }

  private CompletableFuture<List<Reading<MapValue, MapValue>>> marked(
      FindRequest<MapValue> request) {
    return door()
        .list(Identifier.known(schema(), request.spec()))
        .thenCompose(listed -> next(listed, 0, request, new ArrayList<>()));
  }

  private CompletableFuture<List<Reading<MapValue, MapValue>>> next(
      List<Door.Listed> listed,
      int index,
      FindRequest<MapValue> request,
      List<Reading<MapValue, MapValue>> found) {
    if (index == listed.size()) {
      return CompletableFuture.completedFuture(List.copyOf(found));
    }
    return read(listed.get(index).id(), request.spec())
        .thenCompose(
            reading -> {
              if (isOurs(reading, request)) {
                found.add(reading);
              }
              return next(listed, index + 1, request, found);
            });
  }

  /** A name may be taken by somebody else's object; where marks are to be had, they decide. */
  private boolean isOurs(Reading<MapValue, MapValue> reading, FindRequest<MapValue> request) {
    return reading.isFound()
        && schema()
            .ownershipMark()
            .map(
                path ->
                    Marks.hold(
                        path.in(reading.spec().orElse(MapValue.EMPTY)), request.ownershipMark()))
            .orElse(true);
  }

  private CompletableFuture<Finding<MapValue, MapValue>> finding(
      List<Reading<MapValue, MapValue>> objects) {
    return objects.isEmpty()
        ? door()
            .isCreating()
            .thenApply(creating -> creating ? Finding.notYet(AGAIN) : Finding.absent())
        : CompletableFuture.completedFuture(Finding.found(objects));
  }

  /** The mark of ownership among tags: a value of a map, or of an item of a list. */
  private static final class Marks {
    static boolean hold(Value tags, Value mark) {
      if (tags instanceof MapValue map) {
        return map.entries().containsValue(mark)
            || map.entries().values().stream().anyMatch(part -> hold(part, mark));
      }
      return tags instanceof Value.ListValue list
          && list.items().stream().anyMatch(item -> hold(item, mark));
    }
  }
}
