package dev.ashlar.laws.rig;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.connector.Reading;
import dev.ashlar.connector.Result;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.value.Value;
import dev.ashlar.value.Value.MapValue;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletionStage;

/**
 * A cloud of plain rules: it keeps what it is given, remembers what it was asked, shows everything
 * but what is write-only, keeps what a schema says that it keeps, and, if it is told to, writes
 * values down in other words that mean the same.
 */
public final class LawCloud implements Provider {
  /**
   * An object.
   *
   * @param id its identifier
   * @param type its type
   * @param properties what it has, in clear
   * @param outputs what it gives
   * @param changes how often it was changed
   */
  public record Thing(String id, String type, MapValue properties, MapValue outputs, int changes) {}

  /**
   * An operation that was asked for.
   *
   * @param operation create, update or delete
   * @param address for which resource
   * @param id of which object
   * @param spec the values that it was asked with, in clear
   */
  public record Call(String operation, String address, String id, MapValue spec) {}

  private final Map<String, ResourceSchema> types = new TreeMap<>();
  private final boolean rewording;
  private final String name;
  private final Map<String, Thing> things = Collections.synchronizedMap(new TreeMap<>());
  private final List<Call> calls = Collections.synchronizedList(new ArrayList<>());
  private volatile Mischief mischief = Mischief.NONE;
  private final Map<String, Integer> made = new TreeMap<>();

  /** A cloud of these types. */
  public LawCloud(List<ResourceSchema> types, boolean rewording) {
    this("law", types, rewording);
  }

  /** A cloud of another name. */
  public LawCloud(String name, List<ResourceSchema> types, boolean rewording) {
    this.name = name;
    this.rewording = rewording;
    types.forEach(type -> this.types.put(type.type(), type));
  }

  /** What exists, by identifier. */
  public Map<String, Thing> things() {
    synchronized (things) {
      return new TreeMap<>(things);
    }
  }

  /** What was asked since this was asked last. */
  public List<Call> calls() {
    synchronized (calls) {
      List<Call> all = List.copyOf(calls);
      calls.clear();
      return all;
    }
  }

  /** The schema of a type. */
  public ResourceSchema schema(String type) {
    return types.get(type);
  }

  /** Changes a property behind the engine's back. */
  public void tamper(String id, String property, Value value) {
    things.computeIfPresent(
        id,
        (same, thing) ->
            new Thing(
                id,
                thing.type(),
                value.equals(Value.NULL)
                    ? thing.properties().without(property)
                    : thing.properties().with(property, value),
                thing.outputs(),
                thing.changes()));
  }

  /** Removes an object behind the engine's back. */
  public void lose(String id) {
    things.remove(id);
  }

  /** From now on answers are so. */
  public void mischief(Mischief kind) {
    mischief = kind;
  }

  @Override
  public Descriptor descriptor() {
    return Descriptor.of(name, "1.0.0").owning(name + "::");
  }

  @Override
  public Catalog catalog() {
    return Catalog.of(List.copyOf(types.values()));
  }

  @Override
  public boolean refines(String type) {
    return false;
  }

  @Override
  public ProviderSession open(OpenRequest request) {
    return ProviderSession.of(types.values().stream().map(Types::new).toList());
  }

  /** An identifier that is the same in any order of calls. */
  private synchronized String next(String address) {
    return address + "-" + made.merge(address, 1, Integer::sum);
  }

  private Thing change(ResourceSchema schema, Thing before, MapValue spec, Set<ValuePath> changed) {
    MapValue properties = kept(schema, before.properties(), spec);
    Map<String, Value> outputs = new TreeMap<>();
    int changes = before.changes() + 1;
    schema
        .outputs()
        .forEach(
            (output, attribute) ->
                outputs.put(
                    output,
                    Stays.stays(attribute.stability(), changed)
                        ? before.outputs().get(output)
                        : Value.of(output + " " + before.id() + " " + changes)));
    return new Thing(before.id(), schema.type(), properties, Value.map(outputs), changes);
  }

  private MapValue kept(ResourceSchema schema, MapValue before, MapValue spec) {
    MapValue kept = spec;
    for (Attribute attribute : schema.properties().values()) {
      String property = attribute.name();
      boolean keeps = attribute.computed() || attribute.onUnset() == OnUnset.KEEP;
      if (!kept.entries().containsKey(property)
          && keeps
          && before.entries().containsKey(property)) {
        kept = kept.with(property, before.get(property));
      }
    }
    return rewording ? Rewording.of(schema.properties(), kept) : kept;
  }

  /** What is read: nothing that is write-only. */
  private MapValue shown(ResourceSchema schema, MapValue properties) {
    MapValue shown = properties;
    for (Attribute attribute : schema.properties().values()) {
      shown = attribute.writeOnly() ? shown.without(attribute.name()) : shown;
    }
    return shown;
  }

  /** A value without marks of secrecy. */
  public static Value clear(Value value) {
    if (value instanceof Value.SecretValue secret) {
      return clear(secret.content());
    }
    if (value instanceof Value.ListValue list) {
      return Value.list(list.items().stream().map(LawCloud::clear).toList());
    }
    return value instanceof MapValue map ? clear(map) : value;
  }

  /** Values without marks of secrecy. */
  public static MapValue clear(MapValue values) {
    TreeMap<String, Value> clear = new TreeMap<>();
    values.entries().forEach((key, value) -> clear.put(key, clear(value)));
    return Value.map(clear);
  }

  private final class Types implements Connector<MapValue, MapValue> {
    private final ResourceSchema schema;
    private final ResourceType<MapValue, MapValue> type;

    private Types(ResourceSchema schema) {
      this.schema = schema;
      this.type = ResourceType.of(schema);
    }

    @Override
    public ResourceType<MapValue, MapValue> type() {
      return type;
    }

    private CompletionStage<Result<MapValue>> done(Mutation request, Thing thing) {
      return mischief.answer(
          request.address().toString(), Result.done(thing.id(), thing.outputs()));
    }

    @Override
    public CompletionStage<Result<MapValue>> create(CreateRequest<MapValue> request) {
      MapValue spec = clear(request.spec());
      String id = next(request.address().toString());
      calls.add(new Call("create", request.address().toString(), id, spec));
      MapValue own = MapValue.EMPTY;
      for (Attribute attribute : schema.properties().values()) {
        own = attribute.computed() ? own.with(attribute.name(), Value.of("made " + id)) : own;
      }
      Thing thing =
          change(
              schema, new Thing(id, schema.type(), own, MapValue.EMPTY, 0), spec, Stays.EVERYTHING);
      things.put(id, thing);
      return done(request, thing);
    }

    @Override
    public CompletionStage<Reading<MapValue, MapValue>> read(
        ReadRequest<MapValue, MapValue> request) {
      Thing thing = things.get(request.id());
      return mischief.reading(
          request.address().toString(),
          thing == null
              ? Reading.absent()
              : Reading.found(thing.id(), shown(schema, thing.properties()), thing.outputs()));
    }

    @Override
    public CompletionStage<Result<MapValue>> update(UpdateRequest<MapValue, MapValue> request) {
      MapValue spec = clear(request.spec());
      calls.add(new Call("update", request.address().toString(), request.id(), spec));
      Thing before = things.get(request.id());
      if (before == null) {
        throw new IllegalStateException("an update of nothing: " + request.address());
      }
      Thing thing = change(schema, before, spec, request.changed());
      things.put(request.id(), thing);
      return done(request, thing);
    }

    @Override
    public CompletionStage<Result<MapValue>> delete(DeleteRequest<MapValue, MapValue> request) {
      calls.add(new Call("delete", request.address().toString(), request.id(), MapValue.EMPTY));
      things.remove(request.id());
      return mischief.answer(request.address().toString(), Result.deleted());
    }
  }
}
