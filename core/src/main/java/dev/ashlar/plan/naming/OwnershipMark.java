package dev.ashlar.plan.naming;

import dev.ashlar.plan.diff.Patch;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.definition.Definitions;
import dev.ashlar.state.ObjectId;
import dev.ashlar.value.Address;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A tag that says whose an object is: in a map of tags an entry, in a list of tags an item. Shown
 * in plans, and no part of what is compared.
 */
public final class OwnershipMark {
  /** The name of the tag; every cloud takes it. */
  public static final String TAG = "ashlar-object";

  private static final int INCARNATIONS = 100;

  private OwnershipMark() {}

  /** The properties with the mark, its symbol not bound. */
  public static Value.MapValue add(ResourceSchema schema, Value.MapValue properties) {
    return set(schema, properties, Value.of(Lineage.SYMBOL));
  }

  /** The properties with the mark that an object has already; without one where it has none. */
  public static Value.MapValue keep(
      ResourceSchema schema, Value.MapValue properties, Value.MapValue former) {
    return schema
        .ownershipMark()
        .flatMap(path -> markIn(schema, path, path.in(former)))
        .map(mark -> set(schema, properties, mark))
        .orElse(properties);
  }

  /** The properties of an object whose mark is another lineage's: its own is still to be put on. */
  public static Value.MapValue unbind(ResourceSchema schema, Value.MapValue properties) {
    return keep(schema, properties, properties).equals(properties)
            && schema.ownershipMark().isPresent()
            && !strip(schema, properties).equals(properties)
        ? add(schema, properties)
        : properties;
  }

  /** Whether an object's own mark is still to be put on. */
  public static boolean isUnbound(ResourceSchema schema, Value.MapValue properties) {
    return schema
        .ownershipMark()
        .flatMap(path -> markIn(schema, path, path.in(properties)))
        .filter(Value.of(Lineage.SYMBOL)::equals)
        .isPresent();
  }

  /** The properties without the mark: what is compared. */
  public static Value.MapValue strip(ResourceSchema schema, Value.MapValue properties) {
    Optional<ValuePath> path = schema.ownershipMark();
    if (path.isEmpty()) {
      return properties;
    }
    Value tags = path.get().in(properties);
    Value without = without(schema, path.get(), tags);
    return without.equals(tags) ? properties : Patch.set(properties, path.get(), without);
  }

  /** The value that marks an object: what a search for it compares. */
  public static Value value(String lineage, ObjectId object) {
    return Value.of(Lineage.mark(lineage, object));
  }

  /**
   * The mark that an object carries and that was put on it for another environment, or for another
   * address of this one.
   *
   * @param lineage of this environment; empty where nothing is recorded
   * @param address that it is to have here
   */
  public static Optional<String> foreign(
      ResourceSchema schema, Value.MapValue properties, String lineage, Address address) {
    return schema
        .ownershipMark()
        .flatMap(path -> markIn(schema, path, path.in(properties)))
        .filter(Value.TextValue.class::isInstance)
        .map(mark -> ((Value.TextValue) mark).text())
        .filter(mark -> lineage.isEmpty() || !own(mark, lineage, address));
  }

  /** Of a forgotten object nobody knows the how-manieth at its address it was. */
  private static boolean own(String mark, String lineage, Address address) {
    return IntStream.rangeClosed(1, INCARNATIONS)
        .anyMatch(number -> mark.equals(Lineage.mark(lineage, new ObjectId(address, number))));
  }

  /** The properties with the symbols of name and mark bound. */
  public static Value.MapValue bind(
      ResourceSchema schema, Value.MapValue properties, String lineage, ObjectId object) {
    Value.MapValue named = MadeName.bind(schema, properties, lineage, object);
    return schema
        .ownershipMark()
        .flatMap(path -> markIn(schema, path, path.in(named)))
        .filter(Value.of(Lineage.SYMBOL)::equals)
        .map(symbol -> set(schema, named, value(lineage, object)))
        .orElse(named);
  }

  private static Value.MapValue set(ResourceSchema schema, Value.MapValue properties, Value mark) {
    Optional<ValuePath> path = schema.ownershipMark();
    if (path.isEmpty()) {
      return properties;
    }
    Value tags = path.get().in(properties);
    Optional<Value> marked = marked(schema, path.get(), tags, mark);
    return marked.map(value -> Patch.set(properties, path.get(), value)).orElse(properties);
  }

  private static Optional<Value> marked(
      ResourceSchema schema, ValuePath path, Value tags, Value mark) {
    if (tags instanceof Value.SecretValue secret) {
      return marked(schema, path, secret.content(), mark).map(Value::secret);
    }
    Optional<Item> item = item(schema, path);
    if (tags instanceof Value.MapValue map && item.isEmpty()) {
      return Optional.of(map.with(TAG, mark));
    }
    if (tags instanceof Value.NullValue) {
      return Optional.of(
          item.<Value>map(shape -> Value.list(shape.tag(mark)))
              .orElseGet(() -> Value.map(Map.of(TAG, mark))));
    }
    if (tags instanceof Value.ListValue list && item.isPresent()) {
      List<Value> items = new ArrayList<>(item.get().others(list));
      items.add(item.get().tag(mark));
      return Optional.of(Value.list(items));
    }
    return Optional.empty();
  }

  private static Value without(ResourceSchema schema, ValuePath path, Value tags) {
    if (tags instanceof Value.SecretValue secret) {
      return Value.secret(without(schema, path, secret.content()));
    }
    if (tags instanceof Value.MapValue map) {
      return map.without(TAG);
    }
    return tags instanceof Value.ListValue list
        ? item(schema, path).<Value>map(item -> Value.list(item.others(list))).orElse(list)
        : tags;
  }

  private static Optional<Value> markIn(ResourceSchema schema, ValuePath path, Value tags) {
    if (tags instanceof Value.SecretValue secret) {
      return markIn(schema, path, secret.content());
    }
    if (tags instanceof Value.MapValue map) {
      return Optional.ofNullable(map.entries().get(TAG));
    }
    return tags instanceof Value.ListValue list
        ? item(schema, path).flatMap(item -> item.mark(list))
        : Optional.empty();
  }

  /** How an item of a list of tags looks; empty for a map of tags. */
  private static Optional<Item> item(ResourceSchema schema, ValuePath path) {
    Definitions definitions = Definitions.of(schema);
    List<Attribute> chain = definitions.chain(schema.properties(), path);
    if (chain.isEmpty()
        || !(chain.get(chain.size() - 1).shape() instanceof Shape.ListShape list)
        || !(definitions.effective(list.items()).shape() instanceof Shape.ObjectShape object)) {
      return Optional.empty();
    }
    Equivalence equivalence = chain.get(chain.size() - 1).equivalence();
    String key = equivalence instanceof Equivalence.KeyedList keyed ? keyed.key() : "Key";
    return object.attributes().keySet().stream()
        .filter(name -> !name.equals(key))
        .findFirst()
        .map(value -> new Item(key, value));
  }

  private record Item(String key, String value) {
    Value tag(Value mark) {
      TreeMap<String, Value> tag = new TreeMap<>();
      tag.put(key, Value.of(TAG));
      tag.put(value, mark);
      return new Value.MapValue(tag);
    }

    List<Value> others(Value.ListValue tags) {
      return tags.items().stream().filter(tag -> !isMark(tag)).toList();
    }

    Optional<Value> mark(Value.ListValue tags) {
      return tags.items().stream()
          .filter(this::isMark)
          .map(tag -> ((Value.MapValue) tag).get(value))
          .findFirst();
    }

    private boolean isMark(Value tag) {
      return tag instanceof Value.MapValue map && map.get(key).equals(Value.of(TAG));
    }
  }
}
