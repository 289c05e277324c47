package dev.ashlar.aws;

import dev.ashlar.aws.service.Services;

/** Providers for tests. */
public final class AwsProviders {
  private AwsProviders() {}

  /** As if no service's own jar were there. */
  public static AwsProvider throughCloudControl() {
    return new AwsProvider(Services.NONE);
  }
}
