package dev.ashlar.aws.service.ec2;

import static dev.ashlar.aws.service.ec2.Ec2.ACTIONS;

import dev.ashlar.aws.service.BatchTuned;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Step;
import dev.ashlar.aws.service.Tags;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.ec2.Ec2AsyncClient;
import software.amazon.awssdk.services.ec2.model.CreateTagsRequest;
import software.amazon.awssdk.services.ec2.model.DeleteTagsRequest;
import software.amazon.awssdk.services.ec2.model.Filter;
import software.amazon.awssdk.services.ec2.model.Tag;
import software.amazon.awssdk.services.ec2.model.TagSpecification;

/**
 * Objects with tags. They are asked for by filters and never by a list of identifiers: of one that
 * is missing in a list the whole call fails.
 *
 * @param ec2 the client
 * @param kind what kind of objects
 * @param <T> the SDK's class of an object
 */
record Tagged<T>(Ec2AsyncClient ec2, Kind<T> kind) implements BatchTuned {
  private static final int MOST_VALUES = 200;
  private static final String TAGS = "Tags";

  static Filter filter(String name, Iterable<String> values) {
    List<String> all = new ArrayList<>();
    values.forEach(all::add);
    return Filter.builder().name(name).values(all).build();
  }

  @Override
  public CompletableFuture<Step> create(Wanted wanted) {
    List<Tag> tags = tags(Tags.of(wanted.spec().get(TAGS)));
    List<TagSpecification> specification =
        tags.isEmpty()
            ? List.of()
            : List.of(TagSpecification.builder().resourceType(kind.name()).tags(tags).build());
    return kind.create(wanted, specification)
        .thenApply(id -> kind.settles() ? Step.more(id) : Step.last(id));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  @Override
  public boolean settles() {
    return kind.settles();
  }

  @Override
  public CompletableFuture<Step> settle(Operation operation, String id, MapValue spec) {
    return kind.settle(id, spec).thenApply(done -> Step.last(id));
  }

  @Override
  public CompletableFuture<Optional<MapValue>> read(String id, MapValue set) {
    return readAll(Map.of(id, set)).thenApply(models -> Optional.ofNullable(models.get(id)));
  }

  @Override
  public int batchLimit() {
    return MOST_VALUES;
  }

  @Override
  public CompletableFuture<Map<String, MapValue>> readAll(Map<String, MapValue> set) {
    return kind.describe(List.of(filter(kind.filter(), set.keySet())))
        .thenCompose(
            objects -> kind.models(objects, set).thenApply(models -> withTags(models, objects)));
  }

  private Map<String, MapValue> withTags(Map<String, MapValue> models, List<T> objects) {
    Map<String, MapValue> all = new LinkedHashMap<>();
    for (T object : objects) {
      String id = kind.id(object);
      MapValue model = models.get(id);
      if (model != null) {
        Map<String, String> tags =
            kind.tags(object).stream().collect(Collectors.toMap(Tag::key, Tag::value));
        all.put(id, model.with(TAGS, Tags.list(tags)).with(kind.identifier(), Value.of(id)));
      }
    }
    return all;
  }

  @Override
  public CompletableFuture<Step> update(Change change) {
    String id = change.id();
    Tags tags = Tags.between(change.prior().get(TAGS), change.spec().get(TAGS));
    return kind.update(change)
        .thenCompose(
            done ->
                tags.apply(
                    set ->
                        ACTIONS.send(
                            ec2::createTags,
                            CreateTagsRequest.builder().resources(id).tags(tags(set)).build()),
                    removed ->
                        ACTIONS.send(
                            ec2::deleteTags,
                            DeleteTagsRequest.builder()
                                .resources(id)
                                .tags(
                                    removed.stream()
                                        .map(key -> Tag.builder().key(key).build())
                                        .toList())
                                .build())))
        .thenApply(done -> Step.last(id));
  }

  @Override
  public CompletableFuture<Step> delete(String id, MapValue was) {
    return kind.delete(id).thenApply(gone -> Step.last(id));
  }

  /** Those with all tags that are wanted, the mark of ownership among them. */
  @Override
  public CompletableFuture<List<String>> list(Wanted wanted) {
    if (wanted.spec().get(kind.identifier()) instanceof Value.TextValue id) {
      return CompletableFuture.completedFuture(List.of(id.text()));
    }
    List<Filter> filters = new ArrayList<>();
    Tags.of(wanted.spec().get(TAGS))
        .forEach((key, value) -> filters.add(filter("tag:" + key, List.of(value))));
    return kind.describe(filters).thenApply(objects -> objects.stream().map(kind::id).toList());
  }
}
