package dev.ashlar.memory;

import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An identity that machines and functions take on.
 *
 * @param name its name, unique in the account
 * @param trustPolicy who may take it on: a policy document in JSON
 * @param policyArns the policies that say what it may do
 * @param maxSessionSeconds how long it is taken on for at most
 * @param description what it is for
 * @param tags labels of your own; they also carry the mark of ownership
 * @since 0.1
 */
@ResourceSpec(
    type = "memory::Role",
    outputs = Role.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE,
    description = "An identity that machines and functions take on.",
    identity = "Name",
    generatedName = @ResourceSpec.GeneratedName(property = "Name", maxLength = 64),
    ownershipMark = "Tags",
    visibilityBound = "PT5S")
public record Role(
    @Property(
            immutable = true,
            pattern = "[A-Za-z0-9+=,.@_-]{1,64}",
            description = "Its name, unique in the account.")
        @Nullable String name,
    @Property(
            equivalence = Equivalence.Rule.POLICY_DOCUMENT,
            description = "Who may take it on: a policy document in JSON.")
        String trustPolicy,
    @Property(
            references = Policy.class,
            referencedAttribute = "Arn",
            description = "The policies that say what it may do.")
        @Nullable Set<String> policyArns,
    @Property(
            min = 900,
            max = 43_200,
            defaultValue = "3600",
            description = "How long it is taken on for at most.")
        int maxSessionSeconds,
    @Property(maxLength = 1_000, description = "What it is for.") @Nullable String description,
    @Property(description = "Labels of your own; they also carry the mark of ownership.")
        @Nullable Map<String, String> tags) {

  /**
   * What the cloud gives.
   *
   * @param arn the name that is unique in all clouds
   * @param roleId an identifier that no later role of this name has
   */
  public record Outputs(
      @Property(description = "The name that is unique in all clouds.") String arn,
      @Property(description = "An identifier that no later role of this name has.")
          String roleId) {}
}
