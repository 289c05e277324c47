package dev.ashlar.acme;

import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import dev.ashlar.value.Secret;
import dev.ashlar.value.Value;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

@ResourceSpec(
    type = "acme::Queue",
    outputs = Queue.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    identity = "Name",
    ownershipMark = "Tags")
public record Queue(
    @Property(immutable = true, pattern = "[a-z-]{1,80}") String name,
    @Property(defaultValue = "30", min = 0, max = 43_200) int visibilityTimeout,
    @Property(writeOnly = true) @Nullable Secret<String> adminPassword,
    @Property(references = KeyTarget.class, referencedAttribute = "Arn") @Nullable String kmsKey,
    @Nullable Mode mode,
    @Nullable Duration retention,
    @Nullable Set<String> zones,
    @Nullable Map<String, String> tags,
    @Nullable Value extra,
    @Property(computed = true) @Nullable String createdAt,
    @Nullable String declare) {

  public enum Mode {
    STANDARD,
    @Property(name = "fifo-queue")
    FIFO
  }

  public record Outputs(String url, String arn, int depth) {}
}
