package dev.ashlar.aws.service;

import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value.MapValue;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * A type made with its service's own API. {@link TunedConnector} makes a connector of it, and sees
 * to what all have in common: crashes, waiting, failures, secrets, lookups.
 *
 * <p>A model is what there is of an object, properties and outputs side by side under
 * CloudFormation's names, as Cloud Control would tell it. Specs come without nulls. Objects have
 * the identifiers that they have under Cloud Control, so that it can take over. No call blocks; all
 * calls are made with {@link Actions}. Safe for every thread.
 */
public interface Tuned {

  /**
   * Makes an object with one call. What takes more calls, or time, is for {@link #settle}: what
   * follows may be lost in a crash, but for the identifier.
   */
  CompletableFuture<Step> create(Wanted wanted);

  /**
   * The model of an object; empty where there is none.
   *
   * @param set what was set last; empty where that is not known
   */
  CompletableFuture<Optional<MapValue>> read(String id, MapValue set);

  /** Changes an object. Called again after a failure that may pass. */
  CompletableFuture<Step> update(Change change);

  /**
   * Removes an object; a failure to find it is none. Where the object stays to be seen for a while,
   * the step is not the last, and reads tell the end.
   *
   * @param was what it was, as far as it is known
   */
  CompletableFuture<Step> delete(String id, MapValue was);

  /**
   * The identifiers of all objects that may be the one that is wanted: the only one, where it is
   * known by its name; otherwise all there are. Each is read, and compared.
   */
  CompletableFuture<List<String>> list(Wanted wanted);

  /**
   * Whether {@link #create} takes, or writes over, an object that is there already, where others
   * refuse. Then it is looked for first, and what is there is left alone.
   */
  default boolean takes() {
    return false;
  }

  /**
   * Of a type without tags: whether an object that is there is as the one that is wanted, and so
   * counts as what an earlier try has made.
   */
  default boolean isSame(MapValue there, MapValue wanted) {
    return true;
  }

  /** Whether a new object is to be settled before it is as asked for. */
  default boolean settles() {
    return false;
  }

  /**
   * Brings an object that was created or updated nearer to what it is to be. Called until it gives
   * the last step, also after a crash, so it looks before it does anything, or does what can be
   * done twice.
   */
  default CompletableFuture<Step> settle(Operation operation, String id, MapValue spec) {
    return CompletableFuture.completedFuture(Step.last(id));
  }
}
