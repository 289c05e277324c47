package dev.ashlar.acme;

import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;

@ResourceSpec(
    type = "acme::Alias",
    outputs = Alias.Outputs.class,
    naming = ResourceSpec.Naming.PASCAL_CASE)
public record Alias(
    @Property(immutable = true) String name,
    @Property(references = Key.class, referencedAttribute = "Arn") String key)
    implements KeyTarget {

  public record Outputs(String arn) {}
}
