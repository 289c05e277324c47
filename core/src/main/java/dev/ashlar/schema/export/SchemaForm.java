package dev.ashlar.schema.export;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Constraints;
import dev.ashlar.schema.Equivalence;
import dev.ashlar.schema.Operation;
import dev.ashlar.schema.ReferenceTarget;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Stability;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.digest.Sha256;
import dev.ashlar.value.json.ValueJson;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A schema as a value in one form, and its digest. In it is what plans and states hang on: not the
 * prose, not the order in which a form shows properties. A flag at its usual value is left out, so
 * that a new flag leaves the digests of old schemas alone.
 */
public final class SchemaForm {
  private SchemaForm() {}

  /** The digest of a schema's form, lowercase SHA-256. */
  public static String digest(ResourceSchema schema) {
    return Sha256.of(ValueJson.canonical(form(schema)));
  }

  static Value form(ResourceSchema schema) {
    Fields fields = new Fields();
    fields.put("type", Value.of(schema.type()));
    fields.put("version", Value.of(schema.version()));
    fields.put("properties", attributes(schema.properties()));
    fields.put("outputs", attributes(schema.outputs()));
    fields.put("definitions", attributes(schema.definitions()));
    fields.put("identity", list(schema.identity(), SchemaForm::path));
    schema.naming().ifPresent(rule -> fields.put("naming", naming(rule)));
    fields.put("operations", list(schema.operations(), SchemaForm::name));
    fields.put("permissions", perOperation(o -> list(schema.permissions(o), Value::of)));
    fields.put("timeouts", perOperation(o -> Value.of(schema.timeout(o).toString())));
    schema
        .idempotencyHorizon()
        .ifPresent(horizon -> fields.put("idempotencyHorizon", Value.of(horizon.toString())));
    fields.put("visibilityBound", Value.of(schema.visibilityBound().toString()));
    schema.ownershipMark().ifPresent(mark -> fields.put("ownershipMark", path(mark)));
    return fields.value();
  }

  private static Value perOperation(Function<Operation, Value> of) {
    Fields fields = new Fields();
    for (Operation operation : Operation.values()) {
      fields.put(operation.name(), of.apply(operation));
    }
    return fields.value();
  }

  private static Value naming(ResourceSchema.NameRule rule) {
    Fields fields = new Fields();
    fields.put("property", Value.of(rule.property()));
    fields.put("maxLength", Value.of(rule.maxLength()));
    fields.flag("lowerCase", rule.lowerCase());
    fields.put("separator", Value.of(rule.separator()));
    return fields.value();
  }

  private static Value attributes(Map<String, Attribute> attributes) {
    Fields fields = new Fields();
    attributes.forEach((name, attribute) -> fields.put(name, attribute(attribute)));
    return fields.value();
  }

  private static Value attribute(Attribute attribute) {
    Fields fields = new Fields();
    fields.put("shape", shape(attribute.shape()));
    fields.flag("required", attribute.required());
    fields.flag("computed", attribute.computed());
    fields.flag("sensitive", attribute.sensitive());
    fields.flag("writeOnly", attribute.writeOnly());
    fields.flag("nullable", attribute.nullable());
    // In a list of its own: a default of null is a default.
    attribute.defaultValue().ifPresent(value -> fields.put("default", Value.list(value)));
    fields.put("constraints", constraints(attribute.constraints()));
    fields.unlessUsual("immutability", attribute.immutability());
    fields.unlessUsual("onUnset", attribute.onUnset());
    fields.put("equivalence", equivalence(attribute.equivalence()));
    fields.put("stability", stability(attribute.stability()));
    fields.put("references", list(attribute.references(), SchemaForm::target));
    return fields.value();
  }

  private static Value shape(Shape shape) {
    Fields fields = new Fields();
    if (shape instanceof Shape.Primitive primitive) {
      return name(primitive);
    } else if (shape instanceof Shape.ListShape list) {
      fields.put("list", attribute(list.items()));
    } else if (shape instanceof Shape.MapShape map) {
      fields.put("map", attribute(map.values()));
    } else if (shape instanceof Shape.ObjectShape object) {
      // Even where it is empty: an object without attributes is an object.
      fields.put("object", Value.list(attributes(object.attributes())));
    } else if (shape instanceof Shape.DefinitionShape named) {
      fields.put("definition", Value.of(named.definition()));
    }
    return fields.value();
  }

  private static Value constraints(Constraints constraints) {
    Fields fields = new Fields();
    fields.put("allowed", list(constraints.allowed(), Function.identity()));
    constraints.minimum().ifPresent(number -> fields.put("minimum", Value.of(number)));
    constraints.maximum().ifPresent(number -> fields.put("maximum", Value.of(number)));
    constraints.minLength().ifPresent(number -> fields.put("minLength", Value.of(number)));
    constraints.maxLength().ifPresent(number -> fields.put("maxLength", Value.of(number)));
    constraints.pattern().ifPresent(text -> fields.put("pattern", Value.of(text)));
    return fields.value();
  }

  private static Value equivalence(Equivalence equivalence) {
    if (equivalence instanceof Equivalence.KeyedList keyed) {
      return Value.map(Map.of("key", Value.of(keyed.key())));
    }
    return equivalence == Equivalence.EXACT ? Value.NULL : name((Equivalence.Rule) equivalence);
  }

  private static Value stability(Stability stability) {
    if (stability instanceof Stability.ChangedBy changed) {
      return Value.map(Map.of("changedBy", list(changed.inputs(), SchemaForm::path)));
    }
    return stability == Stability.STABLE ? Value.NULL : name((Stability.Always) stability);
  }

  private static Value target(ReferenceTarget target) {
    return Value.list(Value.of(target.type()), Value.of(target.attribute()));
  }

  private static Value path(ValuePath path) {
    return Value.of(path.toPointer());
  }

  private static Value name(Enum<?> constant) {
    return Value.of(constant.name());
  }

  private static <T> Value list(Collection<T> all, Function<T, ? extends Value> each) {
    return Value.list(all.stream().map(each).toList());
  }

  /** Collects fields, and leaves out what says nothing. */
  private static final class Fields {
    private final TreeMap<String, Value> all = new TreeMap<>();

    void put(String name, Value value) {
      if (!value.equals(Value.NULL)
          && !value.equals(Value.ListValue.EMPTY)
          && !value.equals(Value.MapValue.EMPTY)) {
        all.put(name, value);
      }
    }

    void flag(String name, boolean set) {
      if (set) {
        all.put(name, Value.of(true));
      }
    }

    void unlessUsual(String name, Enum<?> constant) {
      boolean usual = constant.name().equals("NO") || constant.name().equals("UNSET");
      put(name, usual ? Value.NULL : SchemaForm.name(constant));
    }

    Value value() {
      return Value.map(all);
    }
  }
}
