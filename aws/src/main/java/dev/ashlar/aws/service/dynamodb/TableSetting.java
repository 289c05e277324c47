package dev.ashlar.aws.service.dynamodb;

import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.concurrent.CompletableFuture;

/** Something that a table has beside itself, with calls of its own. */
interface TableSetting {

  /** The property that it is. */
  String property();

  /** What is set; null where nothing is. */
  CompletableFuture<Value> read(String table);

  /** Sets it. */
  CompletableFuture<?> write(String table, MapValue wanted, MapValue prior);

  /** Turns it off. */
  CompletableFuture<?> clear(String table, MapValue prior);
}
