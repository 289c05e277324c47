package dev.ashlar.memory;

import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import java.util.Set;

/**
 * What a name in a domain stands for.
 *
 * @param zoneId the domain
 * @param name the name, with a dot at its end
 * @param kind what kind of answer it is
 * @param ttlSeconds how long the answer holds
 * @param values the answers
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::Record",
    outputs = DnsRecord.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "What a name in a domain stands for.",
    identity = {"ZoneId", "Name", "Kind"})
public record DnsRecord(
    @Property(immutable = true, references = Zone.class, description = "The domain.") String zoneId,
    @Property(
            immutable = true,
            pattern = "[a-z0-9*._-]{1,253}[.]",
            description = "The name, with a dot at its end.")
        String name,
    @Property(immutable = true, defaultValue = "A", description = "What kind of answer it is.")
        Kind kind,
    @Property(
            min = 0,
            max = 86_400,
            defaultValue = "300",
            description = "How long the answer holds.")
        int ttlSeconds,
    @Property(minLength = 1, description = "The answers.") Set<String> values) {

  /** What kind of answer. */
  public enum Kind {
    /** An address. */
    A,
    /** A long address. */
    AAAA,
    /** Another name. */
    CNAME,
    /** A text. */
    TXT,
    /** Who takes mail. */
    MX
  }

  /**
   * What the cloud gives.
   *
   * @param fullName the name, and what kind of answer
   */
  public record Outputs(
      @Property(description = "The name, and what kind of answer.") String fullName) {}
}
