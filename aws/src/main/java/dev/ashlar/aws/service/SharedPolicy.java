package dev.ashlar.aws.service;

import dev.ashlar.connector.Failure;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * One policy document on some objects that each have room for one. Its identifier names the objects
 * that it was made for, and stays when they change.
 */
public final class SharedPolicy implements Tuned {
  /** Something that holds a document for each object. */
  public interface Holder {
    /** The property that lists the objects. */
    String property();

    /** Whether an object without a policy has none, and not one that AWS makes. */
    boolean isEmptyAtFirst();

    /** An object's document; empty where it has none, or does not exist. */
    CompletableFuture<Optional<String>> get(String object);

    /** Gives an object a document. */
    CompletableFuture<?> put(String object, String document);

    /** Takes an object's document away. */
    CompletableFuture<?> remove(String object);

    /** All objects. */
    CompletableFuture<List<String>> all();
  }

  private static final String DOCUMENT = "PolicyDocument";
  private static final String SEPARATOR = ",";

  private final Holder holder;

  /** The policies of a kind of object. */
  public SharedPolicy(Holder holder) {
    this.holder = holder;
  }

  @Override
  public boolean takes() {
    return holder.isEmptyAtFirst();
  }

  @Override
  public boolean settles() {
    return true;
  }

  @Override
  public boolean isSame(MapValue there, MapValue wanted) {
    return there.get(DOCUMENT).equals(wanted.get(DOCUMENT));
  }

  private List<String> objects(MapValue spec) {
    List<String> objects = new ArrayList<>();
    if (spec.get(holder.property()) instanceof Value.ListValue list) {
      list.items().forEach(item -> objects.add(AttributeTexts.text(item)));
    }
    return objects;
  }

  private String id(MapValue spec) {
    return String.join(SEPARATOR, objects(spec).stream().sorted().toList());
  }

  @Override
  public CompletableFuture<Step> create(Wanted wanted) {
    return Step.more(id(wanted.spec())).now();
  }

  @Override
  public CompletableFuture<Step> settle(Operation operation, String id, MapValue spec) {
    return put(objects(spec), spec).thenApply(done -> Step.last(id));
  }

  private CompletableFuture<Void> put(List<String> objects, MapValue spec) {
    String document = AttributeTexts.text(spec.get(DOCUMENT));
    return Chain.each(objects, object -> holder.put(object, document));
  }

  @Override
  public CompletableFuture<Optional<MapValue>> read(String id, MapValue set) {
    List<String> objects = objects(set);
    return read(id, objects.isEmpty() ? List.of(id.split(SEPARATOR, -1)) : objects);
  }

  /** Those objects have it whose document is the first that is found. */
  private CompletableFuture<Optional<MapValue>> read(String id, List<String> objects) {
    List<Value> having = new ArrayList<>();
    List<Value> documents = new ArrayList<>();
    return Chain.each(
            objects,
            object ->
                holder
                    .get(object)
                    .thenAccept(
                        told ->
                            told.map(AttributeTexts::json)
                                .filter(
                                    document -> documents.isEmpty() || documents.contains(document))
                                .ifPresent(
                                    document -> {
                                      documents.add(document);
                                      having.add(Value.of(object));
                                    })))
        .thenApply(
            done ->
                having.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        MapValue.EMPTY
                            .with("Id", Value.of(id))
                            .with(holder.property(), Value.list(having))
                            .with(DOCUMENT, documents.get(0))));
  }

  @Override
  public CompletableFuture<Step> update(Change change) {
    List<String> wanted = objects(change.spec());
    List<String> left = new ArrayList<>(objects(change.prior()));
    left.removeAll(wanted);
    return read(change.id(), change.prior())
        .thenCompose(
            there -> {
              if (there.isEmpty()) {
                throw Failure.notFound("none of the objects has the policy any more").toException();
              }
              return put(wanted, change.spec());
            })
        .thenCompose(done -> Chain.each(left, holder::remove))
        .thenApply(done -> Step.last(change.id()));
  }

  @Override
  public CompletableFuture<Step> delete(String id, MapValue was) {
    return Chain.each(objects(was), holder::remove).thenApply(done -> Step.last(id));
  }

  @Override
  public CompletableFuture<List<String>> list(Wanted wanted) {
    if (!objects(wanted.spec()).isEmpty()) {
      return CompletableFuture.completedFuture(List.of(id(wanted.spec())));
    }
    return wanted.spec().get("Id") instanceof Value.TextValue id
        ? CompletableFuture.completedFuture(List.of(id.text()))
        : holder.all();
  }
}
