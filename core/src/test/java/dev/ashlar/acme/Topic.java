package dev.ashlar.acme;

import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

@ResourceSpec(
    type = "acme::Topic",
    outputs = Topic.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE)
public record Topic(
    @Nullable Delivery delivery,
    @Nullable List<Subscription> subscriptions,
    @Nullable Map<String, Delivery> routes,
    @Property(references = KeyTarget.class) @Nullable List<String> keys) {

  public record Delivery(
      @Property(references = Queue.class, referencedAttribute = "Arn")
          @Nullable String deadLetterQueue,
      @Nullable Integer attempts,
      @Nullable Delivery fallback) {}

  public record Subscription(
      @Property(references = Queue.class, referencedAttribute = "Arn") String queue) {}

  public record Outputs(String arn) {}
}
