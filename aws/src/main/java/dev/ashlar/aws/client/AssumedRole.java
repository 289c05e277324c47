package dev.ashlar.aws.client;

import dev.ashlar.aws.AwsConfiguration;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.services.sts.StsAsyncClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;

/** Credentials of a role that is taken on: kept in memory, and taken anew before they end. */
final class AssumedRole implements IdentityProvider<AwsCredentialsIdentity> {
  private static final Duration AHEAD = Duration.ofMinutes(5);

  private final StsAsyncClient sts;
  private final AwsConfiguration.AssumeRole role;
  private final Clock clock;
  private @Nullable CompletableFuture<AssumeRoleResponse> latest;

  AssumedRole(StsAsyncClient sts, AwsConfiguration.AssumeRole role, Clock clock) {
    this.sts = sts;
    this.role = role;
    this.clock = clock;
  }

  @Override
  public Class<AwsCredentialsIdentity> identityType() {
    return AwsCredentialsIdentity.class;
  }

  @Override
  public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
    return current().thenApply(AssumedRole::credentials);
  }

  /** Calls that come while the role is being taken on wait for the same answer. */
  private synchronized CompletableFuture<AssumeRoleResponse> current() {
    CompletableFuture<AssumeRoleResponse> known = latest;
    if (known == null || known.isDone() && isOver(known)) {
      known =
          sts.assumeRole(
              AssumeRoleRequest.builder()
                  .roleArn(role.roleArn())
                  .roleSessionName(role.sessionName())
                  .externalId(role.externalId())
                  .durationSeconds(role.durationSeconds())
                  .build());
      latest = known;
    }
    return known;
  }

  private boolean isOver(CompletableFuture<AssumeRoleResponse> known) {
    if (known.isCompletedExceptionally()) {
      return true;
    }
    Instant end = known.join().credentials().expiration();
    return !clock.instant().plus(AHEAD).isBefore(end);
  }

  private static AwsCredentialsIdentity credentials(AssumeRoleResponse response) {
    return AwsSessionCredentials.create(
        response.credentials().accessKeyId(),
        response.credentials().secretAccessKey(),
        response.credentials().sessionToken());
  }
}
