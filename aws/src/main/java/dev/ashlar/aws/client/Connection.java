package dev.ashlar.aws.client;

import dev.ashlar.aws.AwsConfiguration;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.client.builder.AwsAsyncClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.client.config.SdkAdvancedAsyncClientOption;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.sts.StsAsyncClient;

/**
 * One configuration's way to AWS: a client for each service, made when it is first used, all over
 * the same threads, connections and credentials. The SDK's own retries are off: the engine has its
 * own, which it accounts for and shows.
 */
public final class Connection implements AutoCloseable {
  private final AwsConfiguration configuration;
  private final Wire wire = new Wire();
  private final Map<String, SdkClient> clients = new ConcurrentHashMap<>();
  private final IdentityProvider<AwsCredentialsIdentity> credentials;

  /** A way to AWS; touches no network. */
  public Connection(AwsConfiguration configuration, Clock clock) {
    this.configuration = configuration;
    IdentityProvider<AwsCredentialsIdentity> own =
        Credentials.of(configuration, wire.credentials());
    AwsConfiguration.AssumeRole role = configuration.assumeRole();
    this.credentials =
        role == null
            ? own
            : new AssumedRole(client("sts as itself", StsAsyncClient::builder, own), role, clock);
  }

  /** What was configured. */
  public AwsConfiguration configuration() {
    return configuration;
  }

  /**
   * The client of a service.
   *
   * @param service its name, as in the configuration's endpoints
   * @param builder starts to build it
   */
  public <B extends AwsClientBuilder<B, C> & AwsAsyncClientBuilder<B, C>, C extends SdkClient>
      C client(String service, Supplier<B> builder) {
    return client(service, builder, credentials);
  }

  @SuppressWarnings("unchecked") // a service has one client class
  private <B extends AwsClientBuilder<B, C> & AwsAsyncClientBuilder<B, C>, C extends SdkClient>
      C client(
          String service, Supplier<B> builder, IdentityProvider<AwsCredentialsIdentity> identity) {
    return (C)
        clients.computeIfAbsent(
            service, name -> built(name.split(" ", 2)[0], builder.get(), identity));
  }

  private <B extends AwsClientBuilder<B, C> & AwsAsyncClientBuilder<B, C>, C extends SdkClient>
      C built(String service, B builder, IdentityProvider<AwsCredentialsIdentity> identity) {
    B made =
        builder
            .region(Region.of(configuration.region()))
            .credentialsProvider(identity)
            .httpClient(wire.http())
            .asyncConfiguration(
                how ->
                    how.advancedOption(
                        SdkAdvancedAsyncClientOption.FUTURE_COMPLETION_EXECUTOR, Runnable::run))
            .overrideConfiguration(
                how ->
                    how.retryStrategy(DefaultRetryStrategy.doNotRetry())
                        .scheduledExecutorService(wire.timers()));
    String address = address(service);
    return (address.isEmpty() ? made : made.endpointOverride(URI.create(address))).build();
  }

  private String address(String service) {
    Map<String, String> endpoints = configuration.endpoints();
    String own = endpoints == null ? null : endpoints.get(service);
    if (own != null) {
      return own;
    }
    String all = configuration.endpoint();
    return all == null ? "" : all;
  }

  @Override
  public void close() {
    List<SdkClient> all = new ArrayList<>(clients.values());
    all.forEach(SdkClient::close);
    wire.close();
  }
}
