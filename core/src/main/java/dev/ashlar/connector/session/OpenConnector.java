package dev.ashlar.connector.session;

import dev.ashlar.connector.Connector;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceType;

/**
 * A connector at hand, with its type, which was asked once.
 *
 * @param <S> the Java type of what a user sets
 * @param <O> the Java type of what the cloud gives
 * @param provider the provider's name
 * @param session what explains its exceptions
 * @param connector the connector
 * @param type its schema and codecs
 */
public record OpenConnector<S, O>(
    String provider, ProviderSession session, Connector<S, O> connector, ResourceType<S, O> type) {

  /** The schema. */
  public ResourceSchema schema() {
    return type.schema();
  }

  /** Type and class, as diagnostics name them. */
  public String described() {
    return "the connector of "
        + schema().type()
        + " ("
        + connector.getClass().getName()
        + ", provider \""
        + provider
        + "\")";
  }
}
