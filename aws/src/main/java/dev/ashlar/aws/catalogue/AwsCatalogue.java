package dev.ashlar.aws.catalogue;

import dev.ashlar.aws.cloudcontrol.CloudControl;
import dev.ashlar.aws.service.Services;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ResourceSchema;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * All types of AWS, each made when it is asked for: a type that nobody asks for costs nothing. Safe
 * for every thread.
 */
public final class AwsCatalogue implements Catalog {
  private final ConcurrentHashMap<String, ResourceSchema> made = new ConcurrentHashMap<>();

  /** Read when asked for; two threads may read the same. */
  private volatile @Nullable SortedSet<String> names;

  private final Services services;

  /**
   * The types.
   *
   * @param services knows which of them do not go through Cloud Control
   */
  public AwsCatalogue(Services services) {
    this.services = services;
  }

  @Override
  public SortedSet<String> types() {
    SortedSet<String> known = names;
    if (known == null) {
      known = ServiceFiles.names();
      names = known;
    }
    return known;
  }

  /** Only what exists is kept: the names that strangers make up are without number. */
  @Override
  public Optional<ResourceSchema> schema(String type) {
    ResourceSchema known = made.get(type);
    if (known != null) {
      return Optional.of(known);
    }
    return ServiceFiles.entry(type)
        .map(line -> made.computeIfAbsent(type, name -> schema(name, line)));
  }

  private ResourceSchema schema(String type, String line) {
    ResourceSchema.Builder schema = TypeReader.read(type, line);
    if (schema.build().operations().isEmpty()) {
      CloudControl.describeUnserved(schema);
    } else {
      describe(type, schema);
    }
    return schema.build();
  }

  private void describe(String type, ResourceSchema.Builder schema) {
    schema.assumptions(List.of(Verified.of(type).text()));
    Changing.describe(type, schema);
    services
        .type(type)
        .ifPresentOrElse(tuned -> tuned.describe(schema), () -> CloudControl.describe(schema));
  }
}
