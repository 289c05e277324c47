package dev.ashlar.endtoend;

import dev.ashlar.connector.Provider;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Catalog;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.OnUnset;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.schema.Stability;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A provider of one type with an attribute for every flag that a plan depends on. */
final class Parts {
  static final Provider.Descriptor DESCRIPTOR = descriptor();

  static final ResourceSchema PART =
      ResourceSchema.builder("parts::Part")
          .addProperty(Attribute.builder("Name", Primitive.STRING).immutable().build())
          .addProperty(
              Attribute.builder("Size", Primitive.INTEGER).defaultValue(Value.of(1)).build())
          .addProperty(Attribute.of("Amount", Primitive.NUMBER))
          .addProperty(Attribute.of("On", Primitive.BOOLEAN))
          .addProperty(text("Mode"))
          .addProperty(Attribute.builder("Site", Primitive.STRING).immutable().build())
          .addProperty(Attribute.builder("Kept", Primitive.STRING).onUnset(OnUnset.KEEP).build())
          .addProperty(
              Attribute.builder("Fixed", Primitive.STRING).onUnset(OnUnset.REPLACE).build())
          .addProperty(
              Attribute.builder("Back", Primitive.STRING)
                  .onUnset(OnUnset.DEFAULT)
                  .defaultValue(Value.of("home"))
                  .build())
          .addProperty(
              Attribute.builder("Case", Primitive.STRING)
                  .equivalence(Equivalence.IGNORE_CASE)
                  .build())
          .addProperty(
              Attribute.builder("Zones", new Shape.ListShape(text("zone")))
                  .equivalence(Equivalence.SET)
                  .build())
          .addProperty(
              Attribute.builder("Password", Primitive.STRING).sensitive().writeOnly().build())
          .addProperty(Attribute.builder("Token", Primitive.STRING).sensitive().build())
          .addProperty(Attribute.of("Labels", new Shape.MapShape(text("label"))))
          .addOutput(text("Arn"))
          .addOutput(
              Attribute.builder("Address", Primitive.STRING)
                  .stability(Stability.changedBy(List.of(ValuePath.of("Size"))))
                  .build())
          .addOutput(
              Attribute.builder("Load", Primitive.INTEGER).stability(Stability.VOLATILE).build())
          .build();

  static final Catalog CATALOG = Catalog.of(List.of(PART));

  private Parts() {}

  private static Attribute text(String name) {
    return Attribute.of(name, Primitive.STRING);
  }

  private static Provider.Descriptor descriptor() {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    attributes.put("region", text("region"));
    attributes.put("endpoint", text("endpoint"));
    attributes.put("token", Attribute.builder("token", Primitive.STRING).sensitive().build());
    return Provider.Descriptor.of("parts", "1.0.0")
        .owning("parts::")
        .configuredBy(new ConfigurationSchema(attributes, Set.of("region")));
  }
}
