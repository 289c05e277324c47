package dev.ashlar.aws.service.lambda;

import static dev.ashlar.aws.service.lambda.Lambda.ACTIONS;

import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Names;
import dev.ashlar.aws.service.Pages;
import dev.ashlar.aws.service.Pojos;
import dev.ashlar.aws.service.Step;
import dev.ashlar.aws.service.Tags;
import dev.ashlar.aws.service.Told;
import dev.ashlar.aws.service.Tuned;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.connector.Failure;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.lambda.LambdaAsyncClient;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.DeleteFunctionRequest;
import software.amazon.awssdk.services.lambda.model.FunctionCode;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.GetFunctionRequest;
import software.amazon.awssdk.services.lambda.model.GetFunctionResponse;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.Layer;
import software.amazon.awssdk.services.lambda.model.ListFunctionsRequest;
import software.amazon.awssdk.services.lambda.model.ListFunctionsResponse;
import software.amazon.awssdk.services.lambda.model.State;
import software.amazon.awssdk.services.lambda.model.TagResourceRequest;
import software.amazon.awssdk.services.lambda.model.UntagResourceRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;

/**
 * Functions. A new one is done when it is active. A change is done in an order that can be begun
 * anew at any point: what needs no waiting, then the settings that are not yet as declared, then
 * the code; a function that is still being changed takes no change, which passes.
 */
record Functions(LambdaAsyncClient lambda, Told told) implements Tuned {
  private static final int LONGEST_NAME = 64;
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final String NAME = "FunctionName";
  private static final String TAGS = "Tags";

  @Override
  public CompletableFuture<Step> create(Wanted wanted) {
    MapValue spec = wanted.spec();
    String name = name(wanted).orElseThrow();
    MapValue values =
        spec.without("Code")
            .without(NAME)
            .without(Extras.CONCURRENCY)
            .without(Extras.LOOP)
            .without(Extras.RUNTIME);
    FunctionCode code =
        Pojos.of(
            FunctionCode.builder().zipFile(Code.archive(spec).orElse(null)),
            Code.place(spec),
            Names.SAME);
    return ACTIONS
        .send(
            lambda::createFunction,
            Pojos.of(
                CreateFunctionRequest.builder().functionName(name).code(code), values, Names.SAME))
        .thenApply(made -> Step.more(name));
  }

  private static Optional<String> name(Wanted wanted) {
    return wanted.name(NAME, LONGEST_NAME, "");
  }

  /** The service says the same of a name that is taken and of a function that is busy. */
  @Override
  public boolean takes() {
    return true;
  }

  @Override
  public boolean settles() {
    return true;
  }

  @Override
  public CompletableFuture<Step> settle(Operation operation, String id, MapValue spec) {
    return ACTIONS
        .send(lambda::getFunction, request(id))
        .thenCompose(
            found -> {
              FunctionConfiguration now = found.configuration();
              if (isBusy(now)) {
                return Step.more(id, PAUSE).now();
              }
              refuseFailed(now);
              Set<String> declared = new TreeSet<>(spec.entries().keySet());
              declared.remove(Extras.SIGNING);
              return (operation == Operation.CREATE
                      ? extras().set(id, spec, declared)
                      : CompletableFuture.<Void>completedFuture(null))
                  .thenApply(done -> Step.last(id));
            });
  }

  private Extras extras() {
    return new Extras(lambda, told);
  }

  private static GetFunctionRequest request(String id) {
    return GetFunctionRequest.builder().functionName(id).build();
  }

  private static boolean isBusy(FunctionConfiguration now) {
    return now.state() == State.PENDING || now.lastUpdateStatus() == LastUpdateStatus.IN_PROGRESS;
  }

  private static void refuseFailed(FunctionConfiguration now) {
    if (now.state() == State.FAILED) {
      throw Failure.invalid("the function was not made: " + now.stateReasonCodeAsString())
          .withId(now.functionName())
          .toException();
    }
    if (now.lastUpdateStatus() == LastUpdateStatus.FAILED) {
      throw Failure.invalid(
              "the function stays as it was: " + now.lastUpdateStatusReasonCodeAsString())
          .toException();
    }
  }

  @Override
  public CompletableFuture<Optional<MapValue>> read(String id, MapValue set) {
    return ACTIONS
        .find(lambda::getFunction, request(id))
        .thenCompose(
            found ->
                found.isEmpty()
                    ? CompletableFuture.completedFuture(Optional.empty())
                    : extras().add(id, model(found.get()), set).thenApply(Optional::of));
  }

  private MapValue model(GetFunctionResponse found) {
    FunctionConfiguration now = found.configuration();
    MapValue model =
        told.model(now)
            .with("Arn", Value.of(now.functionArn()))
            .with("Layers", Value.list(now.layers().stream().<Value>map(Functions::arn).toList()))
            .with(TAGS, Tags.list(found.tags()));
    if (now.imageConfigResponse() != null && now.imageConfigResponse().imageConfig() != null) {
      model =
          model.with(
              "ImageConfig", told.part("ImageConfig", now.imageConfigResponse().imageConfig()));
    }
    if (now.vpcConfig() != null && now.vpcConfig().subnetIds().isEmpty()) {
      model = model.without("VpcConfig");
    }
    return found.concurrency() == null || found.concurrency().reservedConcurrentExecutions() == null
        ? model
        : model.with(
            Extras.CONCURRENCY, Value.of(found.concurrency().reservedConcurrentExecutions()));
  }

  private static Value arn(Layer layer) {
    return Value.of(layer.arn());
  }

  @Override
  public CompletableFuture<Step> update(Change change) {
    String id = change.id();
    return ACTIONS
        .send(lambda::getFunction, request(id))
        .thenCompose(
            found -> {
              if (isBusy(found.configuration())) {
                throw busy();
              }
              return extras()
                  .set(id, change.spec(), change.changed())
                  .thenCompose(done -> tags(change, found.configuration().functionArn()))
                  .thenCompose(done -> settings(id, Settings.missing(change, model(found))))
                  .thenCompose(sent -> code(change, sent));
            })
        .thenApply(done -> Step.more(id));
  }

  private static RuntimeException busy() {
    return Failure.temporary("the function is being changed").toException();
  }

  private CompletableFuture<?> tags(Change change, String arn) {
    return Tags.between(change.prior().get(TAGS), change.spec().get(TAGS))
        .apply(
            set ->
                ACTIONS.send(
                    lambda::tagResource,
                    TagResourceRequest.builder().resource(arn).tags(set).build()),
            removed ->
                ACTIONS.send(
                    lambda::untagResource,
                    UntagResourceRequest.builder().resource(arn).tagKeys(removed).build()));
  }

  /** Whether there was anything to send; then it is in force a little later. */
  private CompletableFuture<Boolean> settings(String id, MapValue missing) {
    return missing.entries().isEmpty()
        ? CompletableFuture.completedFuture(false)
        : ACTIONS
            .send(
                lambda::updateFunctionConfiguration,
                Pojos.of(
                    UpdateFunctionConfigurationRequest.builder().functionName(id),
                    missing,
                    Names.SAME))
            .thenApply(answer -> answer.lastUpdateStatus() == LastUpdateStatus.IN_PROGRESS);
  }

  /** The code comes last. After settings that are not in force yet it is for the next try. */
  private CompletableFuture<?> code(Change change, boolean busy) {
    if (!change.concerns("Code", "Architectures")) {
      return CompletableFuture.completedFuture(null);
    }
    if (busy) {
      throw busy();
    }
    MapValue spec = change.spec();
    MapValue values = Code.place(spec);
    Value architectures = spec.get("Architectures");
    return ACTIONS.send(
        lambda::updateFunctionCode,
        Pojos.of(
            UpdateFunctionCodeRequest.builder()
                .functionName(change.id())
                .zipFile(Code.archive(spec).orElse(null)),
            architectures instanceof Value.NullValue
                ? values
                : values.with("Architectures", architectures),
            Names.SAME));
  }

  @Override
  public CompletableFuture<Step> delete(String id, MapValue was) {
    return ACTIONS
        .send(lambda::deleteFunction, DeleteFunctionRequest.builder().functionName(id).build())
        .thenApply(gone -> Step.last(id));
  }

  @Override
  public CompletableFuture<List<String>> list(Wanted wanted) {
    return name(wanted)
        .map(name -> CompletableFuture.completedFuture(List.of(name)))
        .orElseGet(
            () ->
                Pages.all(
                        next ->
                            ACTIONS.send(
                                lambda::listFunctions,
                                ListFunctionsRequest.builder().marker(next).build()),
                        ListFunctionsResponse::functions,
                        ListFunctionsResponse::nextMarker)
                    .thenApply(
                        all -> all.stream().map(FunctionConfiguration::functionName).toList()));
  }
}
