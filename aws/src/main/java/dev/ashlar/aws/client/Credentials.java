package dev.ashlar.aws.client;

import dev.ashlar.aws.AwsConfiguration;
import dev.ashlar.value.Secret;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;

/** Where the credentials of a configuration come from, a role aside. */
final class Credentials {
  private Credentials() {}

  /**
   * The source of the credentials.
   *
   * @param executor for sources that read files, ask a server or run a program
   */
  static IdentityProvider<AwsCredentialsIdentity> of(
      AwsConfiguration configuration, Executor executor) {
    Secret<String> id = configuration.accessKeyId();
    Secret<String> secret = configuration.secretAccessKey();
    if (id != null && secret != null) {
      return OffThread.none(
          StaticCredentialsProvider.create(
              key(id.reveal(), secret.reveal(), configuration.sessionToken())));
    }
    String profile = configuration.profile();
    return profile != null
        ? new OffThread(
            () -> ProfileCredentialsProvider.create(profile), "the profile " + profile, executor)
        : new OffThread(
            () -> DefaultCredentialsProvider.builder().build(),
            "the environment, the default profile, and what runs this machine",
            executor);
  }

  private static AwsCredentials key(String id, String secret, @Nullable Secret<String> token) {
    return token == null
        ? AwsBasicCredentials.create(id, secret)
        : AwsSessionCredentials.create(id, secret, token.reveal());
  }
}
