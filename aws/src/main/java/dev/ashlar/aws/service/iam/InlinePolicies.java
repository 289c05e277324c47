package dev.ashlar.aws.service.iam;

import dev.ashlar.aws.service.AttributeTexts;
import dev.ashlar.aws.service.Chain;
import dev.ashlar.aws.service.Change;
import dev.ashlar.aws.service.Step;
import dev.ashlar.aws.service.Tuned;
import dev.ashlar.aws.service.Wanted;
import dev.ashlar.connector.Failure;
import dev.ashlar.schema.Operation;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.services.iam.IamAsyncClient;

/**
 * One document that some roles, users and groups have as a policy of their own. Its identifier is
 * its first name and those who had it first, and stays when they change.
 */
record InlinePolicies(IamAsyncClient iam) implements Tuned {
  private static final String DOCUMENT = "PolicyDocument";
  private static final String NAME = "PolicyName";

  private static String id(MapValue spec) {
    StringBuilder id = new StringBuilder(name(spec));
    Holder.of(spec)
        .forEach(
            holder ->
                id.append('|').append(holder.kind().mark()).append('/').append(holder.name()));
    return id.toString();
  }

  private static String name(MapValue spec) {
    return AttributeTexts.text(spec.get(NAME));
  }

  /** What an identifier says: all that is known of a policy when it is taken over. */
  private static MapValue read(String id) {
    String[] parts = id.split("\\|", -1);
    MapValue spec = MapValue.EMPTY.with(NAME, Value.of(parts[0]));
    for (Holders kind : Holders.values()) {
      List<Value> names = new ArrayList<>();
      for (String part : parts) {
        if (part.startsWith(kind.mark() + "/")) {
          names.add(Value.of(part.substring(kind.mark().length() + 1)));
        }
      }
      if (!names.isEmpty()) {
        spec = spec.with(kind.property(), Value.list(names));
      }
    }
    return spec;
  }

  /** A policy of that name would be written over. */
  @Override
  public boolean takes() {
    return true;
  }

  @Override
  public boolean settles() {
    return true;
  }

  @Override
  public boolean isSame(MapValue there, MapValue wanted) {
    return there.get(DOCUMENT).equals(wanted.get(DOCUMENT));
  }

  @Override
  public CompletableFuture<Step> create(Wanted wanted) {
    if (Holder.of(wanted.spec()).isEmpty()) {
      throw Failure.invalid("a policy needs one of Groups, Roles, Users").toException();
    }
    return Step.more(id(wanted.spec())).now();
  }

  @Override
  public CompletableFuture<Step> settle(Operation operation, String id, MapValue spec) {
    return put(spec).thenApply(done -> Step.last(id));
  }

  private CompletableFuture<Void> put(MapValue spec) {
    String document = AttributeTexts.text(spec.get(DOCUMENT));
    return Chain.each(Holder.of(spec), holder -> holder.put(iam, name(spec), document));
  }

  @Override
  public CompletableFuture<Optional<MapValue>> read(String id, MapValue set) {
    MapValue known = set.get(NAME) instanceof Value.TextValue ? set : read(id);
    String name = name(known);
    List<Holder> having = new ArrayList<>();
    List<Value> documents = new ArrayList<>();
    return Chain.each(
            Holder.of(known),
            holder ->
                holder
                    .get(iam, name)
                    .thenAccept(
                        told ->
                            told.map(Documents::read)
                                .filter(
                                    document -> documents.isEmpty() || documents.contains(document))
                                .ifPresent(
                                    document -> {
                                      documents.add(document);
                                      having.add(holder);
                                    })))
        .thenApply(
            done ->
                having.isEmpty()
                    ? Optional.empty()
                    : Optional.of(model(id, name, having, documents.get(0))));
  }

  private static MapValue model(String id, String name, List<Holder> having, Value document) {
    MapValue model =
        MapValue.EMPTY.with("Id", Value.of(id)).with(NAME, Value.of(name)).with(DOCUMENT, document);
    for (Holders kind : Holders.values()) {
      List<String> names =
          having.stream().filter(each -> each.kind() == kind).map(Holder::name).toList();
      if (!names.isEmpty()) {
        model = model.with(kind.property(), Texts.list(names));
      }
    }
    return model;
  }

  /** The new ones have it before the old ones lose it. */
  @Override
  public CompletableFuture<Step> update(Change change) {
    MapValue prior = change.prior();
    List<Holder> left = new ArrayList<>(Holder.of(prior));
    boolean renamed = !name(prior).equals(name(change.spec()));
    if (!renamed) {
      left.removeAll(Holder.of(change.spec()));
    }
    return read(change.id(), prior)
        .thenCompose(
            there -> {
              if (there.isEmpty()) {
                throw Failure.notFound("nobody has the policy any more").toException();
              }
              return put(change.spec());
            })
        .thenCompose(done -> Chain.each(left, holder -> holder.remove(iam, name(prior))))
        .thenApply(done -> Step.last(change.id()));
  }

  @Override
  public CompletableFuture<Step> delete(String id, MapValue was) {
    MapValue known = was.get(NAME) instanceof Value.TextValue ? was : read(id);
    return Chain.each(Holder.of(known), holder -> holder.remove(iam, name(known)))
        .thenApply(done -> Step.last(id));
  }

  /** Nobody lists them all: one is known by who has it. */
  @Override
  public CompletableFuture<List<String>> list(Wanted wanted) {
    if (wanted.spec().get("Id") instanceof Value.TextValue id) {
      return CompletableFuture.completedFuture(List.of(id.text()));
    }
    boolean known =
        wanted.spec().get(NAME) instanceof Value.TextValue && !Holder.of(wanted.spec()).isEmpty();
    return CompletableFuture.completedFuture(known ? List.of(id(wanted.spec())) : List.of());
  }
}
