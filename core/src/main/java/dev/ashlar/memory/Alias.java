package dev.ashlar.memory;

import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import org.jspecify.annotations.Nullable;

/**
 * A name for a key, which can be given to another one.
 *
 * @param name the name, unique in the account
 * @param targetKeyId the key that it stands for
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::Alias",
    outputs = Alias.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "A name for a key, which can be given to another one.",
    identity = "Name",
    generatedName = @ResourceSpec.GeneratedName(property = "Name", maxLength = 250))
public record Alias(
    @Property(
            immutable = true,
            pattern = "[A-Za-z0-9/_-]{1,250}",
            description = "The name, unique in the account.")
        @Nullable String name,
    @Property(references = Key.class, description = "The key that it stands for.")
        String targetKeyId)
    implements KeyTarget {

  /**
   * What the cloud gives.
   *
   * @param arn the name that is unique in all clouds
   * @param targetKeyArn the key's own name that is unique in all clouds
   */
  public record Outputs(
      @Property(description = "The name that is unique in all clouds.") String arn,
      @Property(
              changedBy = "TargetKeyId",
              description = "The key's own name that is unique in all clouds.")
          String targetKeyArn) {}
}
