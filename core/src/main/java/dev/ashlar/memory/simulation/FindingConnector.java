package dev.ashlar.memory.simulation;

import dev.ashlar.connector.Findable;
import dev.ashlar.memory.cloud.Moment;
import dev.ashlar.memory.cloud.Progress;
import dev.ashlar.memory.cloud.SimulatedType;
import dev.ashlar.memory.cloud.StoredObject;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value.MapValue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A connector of a type whose objects can be told apart: by a mark that they carry, or by an
 * identity of their own. It finds what an interrupted creation made.
 */
final class FindingConnector extends SimulatedConnector implements Findable<MapValue, MapValue> {
  private final SimulatedType type;
  private final Lookout lookout;
  private final FrontDesk desk;

  FindingConnector(SimulatedType type, String place, FrontDesk desk) {
    super(type, place, desk);
    this.type = type;
    this.lookout = new Lookout(type, place);
    this.desk = desk;
  }

  @Override
  public CompletionStage<Finding<MapValue, MapValue>> find(FindRequest<MapValue> request) {
    return desk.question(
        errand(Operation.LIST, request, request.idempotencyKey()), view -> finding(view, request));
  }

  /** It may still be in the making, or could not be finished: its token tells. */
  private Finding<MapValue, MapValue> finding(StoredObject object, Moment moment) {
    return Progress.ofCreation(object, moment)
        .map(wait -> Finding.underWay(reading(object), wait.token(), wait.delay()))
        .orElseGet(() -> Finding.found(List.of(reading(object))));
  }

  /** What is not there may still become visible, until the type's bound is over. */
  private Finding<MapValue, MapValue> finding(View view, FindRequest<MapValue> request) {
    Moment moment = view.moment();
    List<StoredObject> objects =
        lookout.find(
            view.list(typeName()),
            moment,
            request.idempotencyKey(),
            request.ownershipMark(),
            request.spec());
    if (objects.size() == 1) {
      return finding(objects.get(0), moment);
    }
    if (!objects.isEmpty()) {
      return Finding.found(objects.stream().map(this::reading).toList());
    }
    Duration bound = type.schema().visibilityBound();
    Duration left = Duration.between(moment.now(), request.since().plus(bound));
    return left.isNegative() || left.isZero() ? Finding.absent() : Finding.notYet(left);
  }
}
