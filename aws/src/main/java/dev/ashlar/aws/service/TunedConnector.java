package dev.ashlar.aws.service;

import dev.ashlar.aws.client.Connection;
import dev.ashlar.aws.client.Redaction;
import dev.ashlar.aws.model.Portrait;
import dev.ashlar.aws.model.Shorn;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.OperationFailedException;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.connector.Resumable;
import dev.ashlar.connector.Searchable;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import dev.ashlar.value.ValuePath;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The connector of a {@link Tuned} type. */
public class TunedConnector
    implements Resumable<MapValue, MapValue>, Searchable<MapValue, MapValue> {
  private final ResourceSchema schema;
  private final Tuned tuned;
  private final Portrait portrait;
  private final Course course;
  private final Detour detour;

  TunedConnector(ResourceSchema schema, Tuned tuned, Detour detour) {
    this.detour = detour;
    this.schema = schema;
    this.tuned = tuned;
    this.portrait = new Portrait(schema);
    this.course = new Course(tuned, portrait, schema.visibilityBound());
  }

  /** The connector of a type, with all that the type lets it do. */
  public static TunedConnector of(
      TunedType type, ResourceSchema schema, Connection connection, Clock clock) {
    Tuned tuned = type.make(connection, schema);
    Detour detour = Detour.of(type, schema, connection, clock);
    if (tuned instanceof BatchTuned batch) {
      return type.isRepeatable()
          ? new RepeatableBatchConnector(schema, batch, detour)
          : new BatchTunedConnector(schema, batch, detour, clock);
    }
    return type.isRepeatable()
        ? new TunedConnector(schema, tuned, detour)
        : new FindingTunedConnector(schema, tuned, detour, clock);
  }

  @Override
  public ResourceType<MapValue, MapValue> type() {
    return ResourceType.of(schema);
  }

  Detour detour() {
    return detour;
  }

  ResourceSchema schema() {
    return schema;
  }

  @Override
  public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
    if (detour.takes(request.spec())) {
      return detour.through().create(request);
    }
    MapValue spec = shorn(request.spec());
    Wanted wanted = new Wanted(request.address(), request.idempotencyKey(), spec);
    return explained(
        request.spec(),
        () ->
            (tuned.takes() ? taken(wanted) : tuned.create(wanted))
                .thenCompose(step -> course.after(Operation.CREATE, step, spec)));
  }

  /** Makes an object unless there is one already. */
  private CompletableFuture<Step> taken(Wanted wanted) {
    return new Candidates(this, wanted.spec(), reading -> true)
        .of(tuned.list(wanted), 1)
        .thenCompose(
            found -> found.isEmpty() ? tuned.create(wanted) : again(found.get(0), wanted.spec()));
  }

  /** Where to make an object twice is as good as once, the same object counts as made. */
  private CompletableFuture<Step> again(Reading<MapValue, MapValue> there, MapValue wanted) {
    String id = there.id().orElseThrow();
    boolean same =
        schema.idempotencyHorizon().isPresent()
            && tuned.isSame(there.spec().orElse(MapValue.EMPTY), wanted);
    return same
        ? (tuned.settles() ? Step.more(id) : Step.last(id)).now()
        : CompletableFuture.failedFuture(
            Failure.alreadyExists(id + " is there already").toException());
  }

  @Override
  public CompletionStage<Reading<MapValue, MapValue>> read(
      ReadRequest<MapValue, MapValue> request) {
    MapValue set = request.spec().orElse(MapValue.EMPTY);
    return detour.takes(set) ? detour.through().read(request) : read(request.id(), set);
  }

  CompletableFuture<Reading<MapValue, MapValue>> read(String id, MapValue set) {
    return explained(
        set,
        () ->
            tuned
                .read(id, shorn(set))
                .thenApply(
                    model -> model.map(told -> reading(id, told, set)).orElseGet(Reading::absent)));
  }

  Reading<MapValue, MapValue> reading(String id, MapValue told, MapValue set) {
    return Reading.found(
        id, portrait.properties(Times.like(set, told), set), portrait.outputs(told));
  }

  @Override
  public CompletionStage<Result<MapValue>> update(UpdateRequest<MapValue, MapValue> request) {
    if (detour.takes(request.spec()) || detour.takes(request.prior())) {
      return detour.through().update(request);
    }
    MapValue spec = shorn(request.spec());
    Set<String> changed = new TreeSet<>();
    request.changed().stream().map(ValuePath::head).forEach(changed::add);
    return explained(
        request.spec(),
        () ->
            tuned
                .update(new Change(request.id(), spec, shorn(request.prior()), changed))
                .thenCompose(step -> course.after(Operation.UPDATE, step, spec)));
  }

  @Override
  public CompletionStage<Result<MapValue>> delete(DeleteRequest<MapValue, MapValue> request) {
    MapValue was = shorn(request.prior());
    return explained(
        request.prior(),
        () ->
            tuned
                .delete(request.id(), was)
                .thenCompose(step -> course.after(Operation.DELETE, step, was))
                .exceptionallyCompose(Course::absenceAsDeleted));
  }

  @Override
  public CompletionStage<Result<MapValue>> resume(ResumeRequest<MapValue> request) {
    if (!Course.isToken(request.token())) {
      return detour.through().resume(request);
    }
    return explained(
        request.spec(),
        () ->
            course.on(
                request.token(),
                request.operation(),
                request.id().orElseThrow(),
                shorn(request.spec())));
  }

  @Override
  public CompletionStage<List<Reading<MapValue, MapValue>>> search(SearchRequest request) {
    MapValue where = shorn(request.where());
    return new Candidates(this, MapValue.EMPTY, reading -> Marks.fits(reading, where))
        .of(
            explained(request.where(), () -> tuned.list(new Wanted(request.address(), "", where))),
            request.limit());
  }

  static MapValue shorn(MapValue values) {
    return Shorn.ofNulls(values) instanceof MapValue map ? map : MapValue.EMPTY;
  }

  /** What a call came to; where it fails, in the words of the service without what is secret. */
  static <T> CompletableFuture<T> explained(Value sent, Calling<T> calling) {
    CompletableFuture<T> stage;
    try {
      stage = calling.call();
    } catch (OperationFailedException e) {
      stage = CompletableFuture.failedFuture(e);
    }
    return stage.exceptionallyCompose(
        thrown ->
            CompletableFuture.failedFuture(
                ActionFailedException.explain(thrown, Redaction.of(sent)).toException()));
  }

  /** Something that is called. */
  interface Calling<T> {
    CompletableFuture<T> call();
  }
}
