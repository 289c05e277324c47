package dev.ashlar.testkit.contract;

import dev.ashlar.blueprint.Expression;
import dev.ashlar.blueprint.Ref;
import dev.ashlar.blueprint.Resource;
import dev.ashlar.blueprint.Term;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ReferenceTarget;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Other values for each property of a sample, derived from the schema.
 *
 * @param schema the type's schema
 * @param sample the sample
 * @param given what there is that it may refer to
 */
record Alternatives(ResourceSchema schema, Resource sample, List<Resource> given) {

  /** The sample with another value of a property. */
  Alternative of(Attribute attribute) {
    String name = attribute.name();
    Term declared = sample.declaration().properties().fields().get(name);
    Optional<Value> current = Terms.literal(sample, name);
    List<ReferenceTarget> targets = targets(attribute);
    if (!targets.isEmpty()) {
      return reference(attribute, targets, declared);
    }
    if (declared != null && current.isEmpty()) {
      return Alternative.none(name, "what is computed from other resources cannot be varied");
    }
    Optional<Value> other =
        new Variation(schema).of(attribute, current.or(attribute::defaultValue));
    return other
        .map(value -> Alternative.of(name, sample.property(name, value)))
        .orElseGet(() -> Alternative.none(name, "the schema does not tell another value"));
  }

  /** What a text, or each text of a list, refers to. */
  private List<ReferenceTarget> targets(Attribute attribute) {
    return schema.resolve(attribute.shape()) instanceof Shape.ListShape list
            && attribute.references().isEmpty()
        ? list.items().references()
        : attribute.references();
  }

  /** Another of the given resources that it may refer to. */
  private Alternative reference(
      Attribute attribute, List<ReferenceTarget> targets, @Nullable Term now) {
    String name = attribute.name();
    boolean many = schema.resolve(attribute.shape()) instanceof Shape.ListShape;
    for (Resource other : given) {
      for (ReferenceTarget target : targets) {
        Ref<?, ?> ref = Ref.to(other.name(), target.attribute());
        Resource resource = sample.property(name, many ? Expression.list(List.of(ref)) : ref);
        boolean used = now != null && Terms.mentions(now, other.name());
        if (target.type().equals(other.type()) && !used) {
          return Alternative.of(name, resource);
        }
      }
    }
    return Alternative.none(
        name,
        "it refers to "
            + targets.stream().map(ReferenceTarget::type).distinct().toList()
            + ", and no other one of these is given");
  }
}
