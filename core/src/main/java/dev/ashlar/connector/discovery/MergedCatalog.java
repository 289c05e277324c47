package dev.ashlar.connector.discovery;

import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ResourceSchema;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/** The types of all providers; each is asked only for what it owns, and only when somebody asks. */
record MergedCatalog(Providers providers) implements Catalog {

  @Override
  public SortedSet<String> types() {
    SortedSet<String> all = new TreeSet<>();
    for (Candidate candidate : providers.candidates()) {
      typesOf(candidate).stream().filter(type -> Claims.owns(candidate, type)).forEach(all::add);
    }
    return all;
  }

  @Override
  public Optional<ResourceSchema> schema(String type) {
    return providers.schema(type).value();
  }

  /** None where the provider fails to tell: asking for one of them says why. */
  static SortedSet<String> typesOf(Candidate candidate) {
    try {
      return candidate.provider().catalog().types();
    } catch (RuntimeException | LinkageError e) {
      return Collections.emptySortedSet();
    }
  }
}
