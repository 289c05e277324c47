package dev.ashlar.aws.service.ec2;

import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.value.Value.MapValue;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * What differs between the kinds of objects that carry tags; {@link Tagged} has what they share.
 *
 * @param <T> the SDK's class of an object
 */
interface Kind<T> {
  /** How the objects' tags are given with a creation: {@code vpc}. */
  String name();

  /** The filter that asks for objects by identifier: {@code vpc-id}. */
  String filter();

  /** The output that is the identifier. */
  String identifier();

  /** Makes an object with one call, tags included; gives its identifier. */
  CompletableFuture<String> create(Wanted wanted, List<TagSpecification> tags);

  /** Whether there is more to do after that. */
  boolean settles();

  /** Does it, as far as it is not done yet. */
  CompletableFuture<?> settle(String id, MapValue spec);

  /** All objects that pass these filters. */
  CompletableFuture<List<T>> describe(List<Filter> filters);

  String id(T object);

  List<Tag> tags(T object);

  /**
   * The models of objects by identifier, tags aside.
   *
   * @param set by identifier, what was set last; empty where that is not known
   */
  CompletableFuture<Map<String, MapValue>> models(List<T> objects, Map<String, MapValue> set);

  /** Changes an object, tags aside. */
  CompletableFuture<?> update(Change change);

  CompletableFuture<?> delete(String id);
}
