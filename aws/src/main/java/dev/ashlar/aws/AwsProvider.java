package dev.ashlar.aws;

import dev.ashlar.aws.catalogue.AwsCatalogue;
import dev.ashlar.aws.client.Connection;
import dev.ashlar.aws.client.ServiceFailures;
import dev.ashlar.aws.cloudcontrol.CloudControlConnector;
import dev.ashlar.aws.service.Services;
import dev.ashlar.aws.service.TunedConnector;
import dev.ashlar.aws.service.TunedType;
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
  private final Services services;
  private final AwsCatalogue catalogue;

  /** For {@link java.util.ServiceLoader}. */
  public AwsProvider() {
    this(Services.present(AwsProvider.class.getClassLoader()));
  }

  /** One that knows these services' own APIs. */
  AwsProvider(Services services) {
    this.services = services;
    this.catalogue = new AwsCatalogue(services);
  }

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

  private Optional<Connector<?, ?>> connector(
      ResourceSchema schema, Connection connection, Clock clock) {
    if (!schema.operations().contains(Operation.READ)) {
      return Optional.empty();
    }
    Optional<TunedType> tuned = services.type(schema.type());
    if (tuned.isPresent()) {
      return Optional.of(TunedConnector.of(tuned.get(), schema, connection, clock));
    }
    CloudControlAsyncClient client =
        connection.client("cloudcontrol", CloudControlAsyncClient::builder);
    return Optional.of(CloudControlConnector.of(schema, client, clock));
  }

  private static Failure classify(Throwable thrown) {
    return ServiceFailures.of(thrown, "the call", "");
  }
}
