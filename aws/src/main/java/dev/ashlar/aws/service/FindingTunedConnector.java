package dev.ashlar.aws.service;

import dev.ashlar.aws.cloudcontrol.FindingConnector;
import dev.ashlar.connector.Findable;
import dev.ashlar.connector.Reading;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value.MapValue;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** A connector that finds again what an interrupted create made: by its name, or by its mark. */
class FindingTunedConnector extends TunedConnector implements Findable<MapValue, MapValue> {
  private final Tuned tuned;
  private final Clock clock;

  FindingTunedConnector(ResourceSchema schema, Tuned tuned, Detour detour, Clock clock) {
    super(schema, tuned, detour);
    this.tuned = tuned;
    this.clock = clock;
  }

  @Override
  public CompletionStage<Finding<MapValue, MapValue>> find(FindRequest<MapValue> request) {
    if (detour().takes(request.spec()) && detour().through() instanceof FindingConnector finding) {
      return finding.find(request);
    }
    Wanted wanted = new Wanted(request.address(), request.idempotencyKey(), shorn(request.spec()));
    return new Candidates(this, request.spec(), reading -> isOurs(reading, request))
        .of(explained(request.spec(), () -> tuned.list(wanted)), Integer.MAX_VALUE)
        .thenApply(found -> finding(found, request));
  }

  private boolean isOurs(Reading<MapValue, MapValue> reading, FindRequest<MapValue> request) {
    return schema().ownershipMark().isPresent()
        ? Marks.carries(schema(), reading, request.ownershipMark())
        : tuned.isSame(reading.spec().orElse(MapValue.EMPTY), shorn(request.spec()));
  }

  private Finding<MapValue, MapValue> finding(
      List<Reading<MapValue, MapValue>> found, FindRequest<MapValue> request) {
    if (found.isEmpty()) {
      return clock.instant().isBefore(request.since().plus(schema().visibilityBound()))
          ? Finding.notYet(Course.LOOK)
          : Finding.absent();
    }
    return tuned.settles() && found.size() == 1
        ? Finding.underWay(found.get(0), Course.FIRST, Course.AT_ONCE)
        : Finding.found(found);
  }
}
