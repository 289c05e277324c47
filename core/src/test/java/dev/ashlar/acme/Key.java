package dev.ashlar.acme;

import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;

@ResourceSpec(
    type = "acme::Key",
    outputs = Key.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE)
public record Key(
    @Property(defaultValue = "false") boolean enableRotation,
    @Property(defaultValue = "30", min = 7) int retentionDays)
    implements KeyTarget {

  public record Outputs(String arn) {}
}
