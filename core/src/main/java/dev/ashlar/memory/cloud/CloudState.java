package dev.ashlar.memory.cloud;

import dev.ashlar.memory.cloud.StoredObject.Name;
import dev.ashlar.value.Value;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All objects of the cloud, with the indexes that keep every question cheap. Not safe for threads:
 * whoever holds it guards it.
 */
public final class CloudState {
  private final Map<String, NavigableMap<Name, StoredObject>> byType = new TreeMap<>();
  private final Map<String, Set<Name>> byText = new HashMap<>();
  private final Map<String, Set<Name>> referrers = new HashMap<>();
  private final Map<String, Name> byKey = new HashMap<>();
  private final Map<String, StoredObject> spent = new HashMap<>();
  private final Map<Identity, Name> byIdentity = new HashMap<>();
  private int size;

  private record Identity(String place, String type, String identity) {}

  /** The object of a name. */
  public Optional<StoredObject> object(Name name) {
    return Optional.ofNullable(ofType(name.type()).get(name));
  }

  /** All objects of a type, in the order of place and identifier. */
  public NavigableMap<Name, StoredObject> ofType(String type) {
    return byType.getOrDefault(type, Collections.emptyNavigableMap());
  }

  /** All objects, by type, place and identifier. */
  public List<StoredObject> all() {
    return byType.values().stream().map(Map::values).flatMap(Collection::stream).toList();
  }

  /** How many objects there are. */
  public int size() {
    return size;
  }

  /** The object that a creation with this idempotency key made. */
  public Optional<StoredObject> createdBy(String key) {
    return key.isEmpty()
        ? Optional.empty()
        : Optional.ofNullable(byKey.get(key)).flatMap(this::object);
  }

  /** The object that a creation with this idempotency key had made, and that was deleted. */
  public Optional<StoredObject> onceCreatedBy(String key) {
    return Optional.ofNullable(spent.get(key));
  }

  /** The object that has this identity. */
  public Optional<StoredObject> identifiedBy(String place, String type, String identity) {
    return Optional.ofNullable(byIdentity.get(new Identity(place, type, identity)))
        .flatMap(this::object);
  }

  /** The objects whose identifier or one of whose outputs is this text. */
  public List<StoredObject> called(String text) {
    return objects(byText.getOrDefault(text, Set.of()));
  }

  /** The objects that refer to the object, by its identifier or by an output. */
  public List<StoredObject> referringTo(StoredObject object) {
    Set<Name> names = new HashSet<>();
    for (String text : texts(object)) {
      for (Name name : referrers.getOrDefault(text, Set.of())) {
        if (!name.equals(object.name()) && mentions(name, text, object.name().type())) {
          names.add(name);
        }
      }
    }
    return objects(names);
  }

  private boolean mentions(Name referrer, String text, String type) {
    return object(referrer).stream()
        .flatMap(object -> object.references().stream())
        .anyMatch(mention -> mention.text().equals(text) && mention.types().contains(type));
  }

  private List<StoredObject> objects(Set<Name> names) {
    return names.stream().sorted().map(this::object).flatMap(Optional::stream).toList();
  }

  /** Makes a change, whatever it is. */
  public void apply(CloudChange change) {
    Optional<StoredObject> before = object(change.name());
    forget(change.name());
    if (change instanceof CloudChange.Put put) {
      remember(put.object());
    } else {
      before
          .filter(object -> !object.history().createdBy().isEmpty())
          .ifPresent(object -> spent.put(object.history().createdBy(), object));
    }
  }

  private void remember(StoredObject object) {
    Name name = object.name();
    byType.computeIfAbsent(name.type(), type -> new TreeMap<>()).put(name, object);
    size++;
    texts(object).forEach(text -> add(byText, text, name));
    object.references().forEach(mention -> add(referrers, mention.text(), name));
    if (!object.history().createdBy().isEmpty()) {
      byKey.put(object.history().createdBy(), name);
    }
    object.identity().ifPresent(is -> byIdentity.put(identity(name, is), name));
  }

  private void forget(Name name) {
    NavigableMap<Name, StoredObject> siblings = byType.get(name.type());
    StoredObject object = siblings == null ? null : siblings.remove(name);
    if (siblings == null || object == null) {
      return;
    }
    size--;
    if (siblings.isEmpty()) {
      byType.remove(name.type());
    }
    texts(object).forEach(text -> remove(byText, text, name));
    object.references().forEach(mention -> remove(referrers, mention.text(), name));
    byKey.remove(object.history().createdBy(), name);
    object.identity().ifPresent(is -> byIdentity.remove(identity(name, is), name));
  }

  private static Identity identity(Name name, String identity) {
    return new Identity(name.place(), name.type(), identity);
  }

  private static Set<String> texts(StoredObject object) {
    Set<String> texts = new HashSet<>();
    texts.add(object.name().id());
    for (Value output : object.outputs().entries().values()) {
      if (output instanceof Value.TextValue text) {
        texts.add(text.text());
      }
    }
    return texts;
  }

  private static void add(Map<String, Set<Name>> index, String text, Name name) {
    index.computeIfAbsent(text, none -> new HashSet<>()).add(name);
  }

  private static void remove(Map<String, Set<Name>> index, String text, Name name) {
    Set<Name> names = index.get(text);
    if (names != null && names.remove(name) && names.isEmpty()) {
      index.remove(text);
    }
  }
}
