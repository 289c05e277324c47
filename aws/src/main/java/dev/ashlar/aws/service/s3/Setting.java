package dev.ashlar.aws.service.s3;

import dev.ashlar.value.Value;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A part of a bucket's configuration that has calls of its own. */
interface Setting {

  /** The property that it is. */
  String property();

  /** What is set; empty, or null, where nothing is. */
  CompletableFuture<Optional<Value>> read(String bucket);

  /** Sets it as a whole. */
  CompletableFuture<?> write(String bucket, Value wanted);

  /** Makes it what it is where nobody says anything. */
  CompletableFuture<?> clear(String bucket);
}
