package dev.ashlar.blueprint;

import java.util.Optional;

/**
 * A configuration of a provider.
 *
 * @param provider the provider's name
 * @param alias what stands after the dot, for a second configuration of the same provider
 * @param configuration what is configured; merged over it is what the environment says
 * @param place where its name stands
 * @since 0.1
 */
public record ProviderDeclaration(
    String provider, Optional<String> alias, Term.Fields configuration, Place place) {

  /** The name that resources refer to: {@code aws} or {@code aws.replica}. */
  public String name() {
    return alias.map(a -> provider + "." + a).orElse(provider);
  }
}
