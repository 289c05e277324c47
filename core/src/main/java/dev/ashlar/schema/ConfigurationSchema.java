package dev.ashlar.schema;

import dev.ashlar.schema.binding.RecordSchemas;
import dev.ashlar.schema.export.JsonSchema;
import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a provider's configuration takes.
 *
 * @param attributes by name, in the order in which a form shows them
 * @param scope the attributes that say where objects live (account, region), never credentials:
 *     their values are stored with each object and find it again
 * @since 0.1
 */
public record ConfigurationSchema(Map<String, Attribute> attributes, Set<String> scope) {
  /** A provider that has nothing to configure. */
  public static final ConfigurationSchema EMPTY = new ConfigurationSchema(Map.of(), Set.of());

  /** Copies both, keeping the order of the attributes. */
  public ConfigurationSchema {
    attributes = Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    scope = Set.copyOf(scope);
  }

  /**
   * What a record says: its components are the attributes, and those with {@code @Property(scope =
   * true)} are the scope.
   *
   * @throws IllegalArgumentException if the record cannot be a configuration; the message lists all
   *     reasons
   */
  public static ConfigurationSchema of(Class<? extends Record> type) {
    return RecordSchemas.configuration(type, Optional.empty());
  }

  /**
   * What a record says that the lookup can see.
   *
   * @throws IllegalArgumentException if the record cannot be a configuration; the message lists all
   *     reasons
   */
  public static ConfigurationSchema of(MethodHandles.Lookup lookup, Class<? extends Record> type) {
    return RecordSchemas.configuration(type, Optional.of(lookup));
  }

  /** The attributes as a JSON Schema 2020-12, in their order: what a form is rendered from. */
  public String toJsonSchema() {
    return JsonSchema.of(this);
  }
}
