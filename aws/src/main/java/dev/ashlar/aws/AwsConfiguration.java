package dev.ashlar.aws;

import dev.ashlar.schema.Property;
import dev.ashlar.value.Secret;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a blueprint says under {@code providers.aws}. Without a key and without a profile the
 * credentials come from where the SDK usually finds them; they are resolved for each call and never
 * stored.
 *
 * @param region where objects live, like {@code eu-west-1}
 * @param account the account that objects live in, twelve digits: a part of where they are said to
 *     live, and not compared with the account that the credentials belong to
 * @param profile a profile of the shared configuration files
 * @param accessKeyId an access key, with its secret
 * @param secretAccessKey the secret of the access key
 * @param sessionToken the token that goes with a temporary key
 * @param assumeRole a role to take on first
 * @param endpoint the address that all services are reached at, like an emulator's
 * @param endpoints addresses of single services, by name: {@code cloudcontrol}, {@code sts}, {@code
 *     s3}
 * @since 0.1
 */
public record AwsConfiguration(
    @Property(scope = true, pattern = "[a-z0-9-]{2,40}") String region,
    @Property(scope = true, pattern = "[0-9]{12}") @Nullable String account,
    @Nullable String profile,
    @Nullable Secret<String> accessKeyId,
    @Nullable Secret<String> secretAccessKey,
    @Nullable Secret<String> sessionToken,
    @Nullable AssumeRole assumeRole,
    @Property(pattern = "https?://.+") @Nullable String endpoint,
    @Nullable Map<String, String> endpoints) {

  /**
   * A role to take on.
   *
   * @param roleArn the role
   * @param sessionName how the session is called in the account's logs
   * @param externalId what the role's trust asks for, where it is somebody else's
   * @param durationSeconds how long the credentials are good for; new ones are taken in time
   * @since 0.1
   */
  public record AssumeRole(
      @Property(pattern = "arn:[a-z-]+:iam::[0-9]{12}:role/.+") String roleArn,
      @Property(defaultValue = "ashlar", pattern = "[\\w+=,.@-]{2,64}") String sessionName,
      @Nullable String externalId,
      @Property(defaultValue = "3600", min = 900, max = 43_200) int durationSeconds) {}
}
