package dev.ashlar.aws;

import dev.ashlar.value.Value;
import java.util.Map;

/** Configurations for tests. */
public final class AwsConfigurations {
  private AwsConfigurations() {}

  /** Reaches everything at one address. */
  public static Value.MapValue reaching(String url) {
    return reaching(url, "eu-west-1");
  }

  /** Reaches everything at one address, in a region. */
  public static Value.MapValue reaching(String url, String region) {
    return Value.map(
        Map.of(
            "region", Value.of(region),
            "endpoint", Value.of(url),
            "accessKeyId", Value.secret(Value.of("AKIDTEST")),
            "secretAccessKey", Value.secret(Value.of("test-secret-key"))));
  }
}
