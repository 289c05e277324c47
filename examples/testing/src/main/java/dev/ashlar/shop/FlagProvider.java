package dev.ashlar.shop;

import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ResourceType;

/** The shop's own types. */
public final class FlagProvider implements Provider {
  private final FlagService service;
  private final Catalog catalog = Catalog.of(ResourceType.of(Flag.class, Flag.Outputs.class));

  /** Flags in this service. */
  public FlagProvider(FlagService service) {
    this.service = service;
  }

  @Override
  public Descriptor descriptor() {
    return Descriptor.of("shop", "1.0.0").owning("shop::");
  }

  @Override
  public Catalog catalog() {
    return catalog;
  }

  @Override
  public boolean refines(String type) {
    return false;
  }

  @Override
  public ProviderSession open(OpenRequest request) {
    return ProviderSession.of(new FlagConnector(service)).classifying(FlagProvider::classify);
  }

  private static Failure classify(Throwable thrown) {
    if (thrown instanceof FlagService.TakenException) {
      return Failure.alreadyExists("the name is taken");
    }
    if (thrown instanceof FlagService.UnknownException) {
      return Failure.notFound("there is no such flag");
    }
    return Failure.inDoubt(thrown);
  }
}
