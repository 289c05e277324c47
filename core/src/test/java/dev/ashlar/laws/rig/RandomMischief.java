package dev.ashlar.laws.rig;

import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Answers that break the contract in every way, to some addresses. */
public final class RandomMischief implements Mischief {
  /** What nothing may repeat: a library's text may hold a secret. */
  public static final String SECRET_TEXT = "a text with a secret in it";

  private final Random random;
  private final int rarity;

  /** What was done, by address. */
  public final Map<String, String> done = new TreeMap<>();

  /** One answer in so many breaks the contract. */
  public RandomMischief(Random random, int rarity) {
    this.random = random;
    this.rarity = rarity;
  }

  private int kind(int kinds) {
    return random.nextInt(rarity) == 0 ? random.nextInt(kinds) : kinds;
  }

  private void note(String address, String what) {
    done.put(address, what);
  }

  @Override
  @SuppressWarnings("NullAway") // that is the point
  public CompletionStage<Result<MapValue>> answer(String address, Result<MapValue> honest) {
    String id = honest.id().orElse("none");
    MapValue outputs = honest.outputs().orElse(MapValue.EMPTY);
    switch (kind(10)) {
      case 0 -> {
        note(address, "throws");
        throw new IllegalStateException(SECRET_TEXT);
      }
      case 1 -> {
        note(address, "fails without an explanation");
        return CompletableFuture.failedFuture(new RuntimeException(SECRET_TEXT));
      }
      case 2 -> {
        note(address, "no stage");
        return null;
      }
      case 3 -> {
        note(address, "answers null");
        return CompletableFuture.completedFuture(null);
      }
      case 4 -> {
        note(address, "never answers");
        return new CompletableFuture<>();
      }
      case 5 -> {
        note(address, "an undeclared output");
        return done(id, outputs.with("Surprise", Value.of(1)));
      }
      case 6 -> {
        note(address, "an output of another type");
        return done(id, outputs.with("Arn", Value.list()));
      }
      case 7 -> {
        note(address, "in progress, and cannot be asked again");
        return CompletableFuture.completedFuture(Result.inProgress("token", Duration.ofSeconds(1)));
      }
      case 8 -> {
        note(address, "an unknown output");
        return done(id, outputs.with("Arn", Value.UnknownValue.ANY));
      }
      case 9 -> {
        note(address, "deleted instead of done, or done instead of deleted");
        return honest.state() == Result.State.DELETED
            ? done(id, outputs)
            : CompletableFuture.completedFuture(Result.deleted());
      }
      default -> {
        return CompletableFuture.completedFuture(honest);
      }
    }
  }

  private static CompletionStage<Result<MapValue>> done(String id, MapValue outputs) {
    return CompletableFuture.completedFuture(Result.done(id, outputs));
  }

  @Override
  @SuppressWarnings("NullAway") // that is the point
  public CompletionStage<Reading<MapValue, MapValue>> reading(
      String address, Reading<MapValue, MapValue> honest) {
    String id = honest.id().orElse("none");
    MapValue spec = honest.spec().orElse(MapValue.EMPTY);
    MapValue outputs = honest.outputs().orElse(MapValue.EMPTY);
    return switch (kind(6)) {
      case 0 -> throw new IllegalStateException(SECRET_TEXT);
      case 1 -> null;
      case 2 -> CompletableFuture.completedFuture(null);
      case 3 -> new CompletableFuture<>();
      case 4 ->
          CompletableFuture.completedFuture(
              Reading.found(id, spec.with("Key", Value.list()), outputs));
      case 5 ->
          CompletableFuture.completedFuture(
              Reading.found(id, spec.with("Surprise", Value.of(true)), outputs));
      default -> CompletableFuture.completedFuture(honest);
    };
  }
}
