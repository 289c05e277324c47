package dev.ashlar.testkit.contract;

import dev.ashlar.blueprint.Resource;
import dev.ashlar.blueprint.ResourceDeclaration;
import java.util.Map;

/** Declarations made of other ones. */
final class Declarations {
  private Declarations() {}

  /** The same resource without one of its properties. */
  static Resource without(Resource resource, String property) {
    ResourceDeclaration declared = resource.declaration();
    Resource other = Resource.named(declared.name(), declared.type());
    if (declared.provider().isPresent()) {
      other = other.provider(declared.provider().get());
    }
    for (ResourceDeclaration.NameReference dependency : declared.dependsOn()) {
      other = other.dependsOn(dependency.name());
    }
    for (Map.Entry<String, dev.ashlar.blueprint.Term> entry :
        declared.properties().fields().entrySet()) {
      if (!entry.getKey().equals(property)) {
        dev.ashlar.blueprint.Term term = entry.getValue();
        other = other.property(entry.getKey(), (dev.ashlar.blueprint.Input<Object>) () -> term);
      }
    }
    return other;
  }
}
