package dev.ashlar.laws.rig;

import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.value.Value.MapValue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** What becomes of an honest answer on its way to the engine. */
public interface Mischief {
  /** Nothing. */
  Mischief NONE =
      new Mischief() {
        @Override
        public CompletionStage<Result<MapValue>> answer(String address, Result<MapValue> honest) {
          return CompletableFuture.completedFuture(honest);
        }

        @Override
        public CompletionStage<Reading<MapValue, MapValue>> reading(
            String address, Reading<MapValue, MapValue> honest) {
          return CompletableFuture.completedFuture(honest);
        }
      };

  /** The answer to an operation that was carried out. */
  CompletionStage<Result<MapValue>> answer(String address, Result<MapValue> honest);

  /** The answer to a look. */
  CompletionStage<Reading<MapValue, MapValue>> reading(
      String address, Reading<MapValue, MapValue> honest);
}
