package dev.ashlar.aws.service;

import dev.ashlar.value.Value.MapValue;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A type of which one call reads many objects. */
public interface BatchTuned extends Tuned {

  /** The most objects that one call reads. */
  int batchLimit();

  /**
   * The models of objects, by their identifiers; those that there are not are left out.
   *
   * @param set by identifier, what was set last; empty where that is not known
   */
  CompletableFuture<Map<String, MapValue>> readAll(Map<String, MapValue> set);
}
