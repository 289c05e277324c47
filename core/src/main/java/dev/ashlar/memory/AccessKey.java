package dev.ashlar.memory;

import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import dev.ashlar.value.Secret;

/**
 * A credential of a role. The cloud takes no idempotency key for it, it carries no tags, and one is
 * like another: of such a type nobody can tell whether an interrupted creation took effect.
 *
 * @param roleName the role that it stands for
 * @param active whether it is accepted
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::AccessKey",
    outputs = AccessKey.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "A credential of a role.",
    assumptions =
        "Whether an interrupted creation took effect cannot be found out: a person has to decide.")
public record AccessKey(
    @Property(immutable = true, references = Role.class, description = "The role.") String roleName,
    @Property(defaultValue = "true", description = "Whether it is accepted.") boolean active) {

  /**
   * What the cloud gives.
   *
   * @param accessKeyId its public half
   * @param secretKey its secret half
   */
  public record Outputs(
      @Property(description = "Its public half.") String accessKeyId,
      @Property(description = "Its secret half.") Secret<String> secretKey) {}
}
