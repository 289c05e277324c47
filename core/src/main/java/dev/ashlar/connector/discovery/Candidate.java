package dev.ashlar.connector.discovery;

import dev.ashlar.connector.Provider;

/**
 * A provider that described itself and may still be refused.
 *
 * @param provider the provider
 * @param descriptor what it said of itself, asked once
 * @param byHand whether an embedder registered it; else it was found
 */
record Candidate(Provider provider, Provider.Descriptor descriptor, boolean byHand) {

  String name() {
    return descriptor.name();
  }

  /** Class and jar. */
  String origin() {
    Class<?> type = provider.getClass();
    return type.getName() + " in " + CodeSource.of(type) + (byHand ? " (registered by hand)" : "");
  }

  /** Whether one of the two owns a beginning that the other owns, too. */
  boolean overlaps(Candidate other) {
    return descriptor.namespaces().stream()
        .anyMatch(
            own ->
                other.descriptor.namespaces().stream()
                    .anyMatch(its -> own.startsWith(its) || its.startsWith(own)));
  }
}
