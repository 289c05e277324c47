package dev.ashlar.aws;

import dev.ashlar.value.Value;
import java.util.Map;

/** Configurations for tests. */
public final class AwsConfigurations {
  private AwsConfigurations() {}

  /** Reaches everything at one address. */
  public static Value.MapValue reaching(String url) {
    return Value.map(
        Map.of(
            "region", Value.of("eu-west-1"),
            "endpoint", Value.of(url),
            "accessKeyId", Value.secret(Value.of("AKIDTEST")),
            "secretAccessKey", Value.secret(Value.of("test-secret-key"))));
  }
}
