package dev.ashlar.shop;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.schema.ResourceType;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * Makes flags real.
 *
 * @param service the service
 */
public record FlagConnector(FlagService service) implements Connector<Flag, Flag.Outputs> {

  @Override
  public ResourceType<Flag, Flag.Outputs> type() {
    return ResourceType.of(Flag.class, Flag.Outputs.class);
  }

  @Override
  public CompletionStage<Result<Flag.Outputs>> create(CreateRequest<Flag> request) {
    return asked(() -> done(service.make(request.spec(), request.idempotencyKey())));
  }

  @Override
  public CompletionStage<Reading<Flag, Flag.Outputs>> read(
      ReadRequest<Flag, Flag.Outputs> request) {
    return asked(
        () ->
            service
                .get(request.id())
                .map(flag -> Reading.found(flag.name(), flag, outputs(flag)))
                .orElseGet(Reading::absent));
  }

  @Override
  public CompletionStage<Result<Flag.Outputs>> update(UpdateRequest<Flag, Flag.Outputs> request) {
    return asked(() -> done(service.change(request.spec())));
  }

  @Override
  public CompletionStage<Result<Flag.Outputs>> delete(DeleteRequest<Flag, Flag.Outputs> request) {
    return asked(
        () -> {
          service.remove(request.id());
          return Result.deleted();
        });
  }

  private static Result<Flag.Outputs> done(Flag flag) {
    return Result.done(flag.name(), outputs(flag));
  }

  private static Flag.Outputs outputs(Flag flag) {
    return new Flag.Outputs("https://flags.shop.example/" + flag.name());
  }

  /** A client over the network completes later; what it throws passes, the provider explains it. */
  private static <T> CompletionStage<T> asked(Supplier<T> call) {
    try {
      return CompletableFuture.completedFuture(call.get());
    } catch (FlagService.TakenException | FlagService.UnknownException e) {
      return CompletableFuture.failedFuture(e);
    }
  }
}
