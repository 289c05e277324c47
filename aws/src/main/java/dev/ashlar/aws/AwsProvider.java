package dev.ashlar.aws;

import dev.ashlar.aws.catalogue.AwsCatalogue;
import dev.ashlar.aws.client.Connection;
import dev.ashlar.aws.client.ServiceFailures;
import dev.ashlar.aws.cloudcontrol.CloudControlConnector;
import dev.ashlar.connector.Connector;
import dev.ashlar.connector.Failure;
import dev.ashlar.connector.Provider;
import dev.ashlar.connector.ProviderSession;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.services.cloudcontrol.CloudControlAsyncClient;

/**
 * AWS: every type of CloudFormation, under its own name and with its own properties.
 *
 * @since 0.1
 */
public final class AwsProvider implements Provider {
  private final AwsCatalogue catalogue = new AwsCatalogue();

  /** For {@link java.util.ServiceLoader}. */
  public AwsProvider() {}

  @Override
  public Descriptor descriptor() {
    return Descriptor.of("aws", "0.1.0")
        .owning("AWS::")
        .owning("Alexa::")
        .configuredBy(AwsConfiguration.class);
  }

  @Override
  public Catalog catalog() {
    return catalogue;
  }

  @Override
  public boolean refines(String type) {
    return false;
  }

  @Override
  public ProviderSession open(OpenRequest request) {
    Clock clock = Clock.systemUTC();
    Connection connection = new Connection(request.configuration(AwsConfiguration.class), clock);
    return ProviderSession.of()
        .otherwise(
            type -> catalogue.schema(type).flatMap(schema -> connector(schema, connection, clock)))
        .classifying(AwsProvider::classify)
        .closing(connection::close);
  }

  private static Optional<Connector<?, ?>> connector(
      ResourceSchema schema, Connection connection, Clock clock) {
    if (!schema.operations().contains(Operation.READ)) {
      return Optional.empty();
    }
    CloudControlAsyncClient client =
        connection.client("cloudcontrol", CloudControlAsyncClient::builder);
    return Optional.of(CloudControlConnector.of(schema, client, clock));
  }

  private static Failure classify(Throwable thrown) {
    return ServiceFailures.of(thrown, "the call", "");
  }
}
