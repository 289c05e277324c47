package dev.ashlar.aws.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;

/**
 * A source of credentials that may block, asked where blocking harms nobody. Asked anew for each
 * call; what it keeps in memory is its own affair.
 */
final class OffThread implements IdentityProvider<AwsCredentialsIdentity> {
  private final Supplier<AwsCredentialsProvider> maker;
  private final String where;
  private final Executor executor;
  private volatile @Nullable AwsCredentialsProvider source;

  /**
   * A source.
   *
   * @param maker makes it when it is first asked; making it may read files
   * @param where where it looks, in words for a person
   */
  OffThread(Supplier<AwsCredentialsProvider> maker, String where, Executor executor) {
    this.maker = maker;
    this.where = where;
    this.executor = executor;
  }

  /** A source that never blocks. */
  static IdentityProvider<AwsCredentialsIdentity> none(AwsCredentialsProvider source) {
    return new OffThread(() -> source, "the configuration", Runnable::run);
  }

  @Override
  public Class<AwsCredentialsIdentity> identityType() {
    return AwsCredentialsIdentity.class;
  }

  @Override
  public CompletableFuture<AwsCredentialsIdentity> resolveIdentity(ResolveIdentityRequest request) {
    return CompletableFuture.supplyAsync(this::resolve, executor);
  }

  private AwsCredentialsIdentity resolve() {
    try {
      AwsCredentialsProvider known = source;
      if (known == null) {
        known = maker.get();
        source = known;
      }
      return known.resolveCredentials();
    } catch (RuntimeException e) {
      throw new NoCredentialsException(where, e);
    }
  }
}
