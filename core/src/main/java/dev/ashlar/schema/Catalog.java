package dev.ashlar.schema;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The resource types that exist, by name; a schema is loaded when it is asked for. Safe for every
 * thread; never touches the network.
 *
 * @since 0.1
 */
public interface Catalog {

  /** The names of all types, sorted. */
  SortedSet<String> types();

  /** The schema of a type; empty where the type does not exist. */
  Optional<ResourceSchema> schema(String type);

  /** The types of this catalog, and for others those of the next. */
  default Catalog orElse(Catalog next) {
    Catalog first = this;
    return new Catalog() {
      @Override
      public SortedSet<String> types() {
        SortedSet<String> all = new TreeSet<>(first.types());
        all.addAll(next.types());
        return all;
      }

      @Override
      public Optional<ResourceSchema> schema(String type) {
        return first.schema(type).or(() -> next.schema(type));
      }
    };
  }

  /** A catalog of schemas that are already there. */
  static Catalog of(Collection<ResourceSchema> schemas) {
    Map<String, ResourceSchema> byType = new LinkedHashMap<>();
    schemas.forEach(schema -> byType.put(schema.type(), schema));
    return lazy(
        () -> new TreeSet<>(byType.keySet()), type -> Optional.ofNullable(byType.get(type)));
  }

  /** A catalog of the schemas of these types. */
  static Catalog of(ResourceType<?, ?>... types) {
    return of(Arrays.stream(types).map(ResourceType::schema).toList());
  }

  /** A catalog that loads a schema once, when it is asked for. */
  static Catalog lazy(
      Supplier<SortedSet<String>> types, Function<String, Optional<ResourceSchema>> loader) {
    Map<String, Optional<ResourceSchema>> loaded = new ConcurrentHashMap<>();
    return new Catalog() {
      @Override
      public SortedSet<String> types() {
        return types.get();
      }

      @Override
      public Optional<ResourceSchema> schema(String type) {
        return loaded.computeIfAbsent(type, loader);
      }
    };
  }
}
