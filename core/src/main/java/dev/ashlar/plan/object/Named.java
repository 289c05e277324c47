package dev.ashlar.plan.object;

import dev.ashlar.plan.naming.MadeName;
import dev.ashlar.plan.naming.OwnershipMark;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;

/** What others see of a name that is not bound yet: that it is a text. */
final class Named {
  private Named() {}

  static Value.MapValue unbound(ResourceSchema schema, Value.MapValue planned) {
    Value.MapValue unmarked = OwnershipMark.strip(schema, planned);
    return MadeName.unbound(schema, unmarked)
        .map(path -> unmarked.with(path.head(), Value.unknown(ValueType.STRING)))
        .orElse(unmarked);
  }
}
