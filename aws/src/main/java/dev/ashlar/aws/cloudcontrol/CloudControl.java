package dev.ashlar.aws.cloudcontrol;

import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ResourceSchema;
import java.time.Duration;
import java.util.List;

/** What holds for every type that goes through Cloud Control. */
public final class CloudControl {
  /** How long a client token stands for the same request. */
  private static final Duration TOKEN = Duration.ofHours(36);

  /** Some objects, like a distribution or a database cluster, take their time. */
  static final Duration LONGEST = Duration.ofHours(2);

  static final String NO_HANDLERS =
      "Cloud Control has no handlers for this type, as far as its description tells: nothing but a"
          + " CloudFormation template makes one. Declare it inside the TemplateBody of an"
          + " AWS::CloudFormation::Stack, which is made like any other resource.";

  private CloudControl() {}

  /** Adds to a type what the door says of it. */
  public static void describe(ResourceSchema.Builder schema) {
    schema
        .idempotencyHorizon(TOKEN)
        .permissions(Operation.CREATE, List.of("cloudformation:CreateResource"))
        .permissions(Operation.READ, List.of("cloudformation:GetResource"))
        .permissions(Operation.UPDATE, List.of("cloudformation:UpdateResource"))
        .permissions(Operation.DELETE, List.of("cloudformation:DeleteResource"))
        .permissions(Operation.LIST, List.of("cloudformation:ListResources"))
        .timeout(Operation.CREATE, LONGEST)
        .timeout(Operation.UPDATE, LONGEST)
        .timeout(Operation.DELETE, LONGEST);
  }

  /** Adds to a type that the door does not serve what to do instead. */
  public static void describeUnserved(ResourceSchema.Builder schema) {
    schema.assumptions(List.of(NO_HANDLERS));
  }
}
