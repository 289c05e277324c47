package dev.ashlar.schema.binding;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSpec;
import dev.ashlar.schema.Shape;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.lang.invoke.MethodHandle;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads records: the attributes of their components, and how they are bound. For one schema. */
final class RecordReader {
  private record Unannotated(@Property int any) {}

  private static final Property NOTHING_SAID = nothingSaid();

  private static final String NOT_ACCESSIBLE =
      "not accessible; make the record public in an exported package, open its package, or pass a"
          + " MethodHandles.Lookup of your own";

  private final Complaints complaints;
  private final Access access;
  private final ResourceSpec.Naming naming;
  private final Paths paths;
  private final Set<Class<?>> recursive;
  private final Map<String, Attribute> definitions;
  private final Map<Class<?>, String> definitionNames = new HashMap<>();
  private final Map<Class<?>, Binding> defined = new HashMap<>();
  private final TypeReader types;
  private final PropertyReader properties;

  /**
   * @param paths the properties that outputs may hang on
   * @param definitions the definitions so far; what is read adds its own
   */
  RecordReader(
      Class<?> root,
      Complaints complaints,
      Access access,
      ResourceSpec.Naming naming,
      Paths paths,
      Map<String, Attribute> definitions) {
    this.complaints = complaints;
    this.access = access;
    this.naming = naming;
    this.paths = paths;
    this.definitions = definitions;
    this.recursive = Recursion.in(root);
    this.types = new TypeReader(complaints, this::nested);
    this.properties = new PropertyReader(complaints);
  }

  /**
   * A record as it was read.
   *
   * @param attributes the attributes of its components, in their order
   * @param binding how it is bound
   */
  record Read(Map<String, Attribute> attributes, Binding binding) {}

  Read read(Class<?> type) {
    Map<String, Attribute> attributes = new LinkedHashMap<>();
    List<RecordBinding.Part> parts = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String where = type.getSimpleName() + "." + component.getName();
      Property property = property(component);
      JavaType javaType = types.read(component.getAnnotatedType(), where);
      if (Nullness.isNullable(component)) {
        javaType = javaType.optional(true);
      }
      String name = property.name().isEmpty() ? naming.of(component.getName()) : property.name();
      Attribute attribute = properties.attribute(name, javaType, property, where, paths);
      keys(attribute, property, where);
      if (attributes.put(name, attribute) != null) {
        complaints.add(where, "another component has the name " + name + ", too");
      }
      part(component, attribute, javaType, where).ifPresent(parts::add);
    }
    return new Read(attributes, binding(type, parts));
  }

  private void keys(Attribute attribute, Property property, String where) {
    if (!property.keyedBy().isEmpty()
        && attribute.shape() instanceof Shape.ListShape list
        && !(list.items().shape() instanceof Shape.ObjectShape object
            && object.attributes().containsKey(property.keyedBy()))) {
      complaints.add(where, "the items have no attribute " + property.keyedBy());
    }
  }

  private Optional<RecordBinding.Part> part(
      RecordComponent component, Attribute attribute, JavaType type, String where) {
    boolean mayBeNull = type.optional();
    if (component.getType().isPrimitive() && attribute.computed()) {
      complaints.add(where, "a primitive cannot be absent");
    }
    Slot slot =
        new Slot(
            type.binding(), mayBeNull, type.secret(), attribute.type(), attribute.defaultValue());
    try {
      return Optional.of(
          new RecordBinding.Part(attribute.name(), slot, access.accessor(component)));
    } catch (IllegalAccessException e) {
      complaints.add(where, NOT_ACCESSIBLE);
      return Optional.empty();
    }
  }

  private Binding binding(Class<?> type, List<RecordBinding.Part> parts) {
    try {
      MethodHandle constructor = access.constructor(type);
      return new RecordBinding(type, constructor, parts);
    } catch (ReflectiveOperationException e) {
      complaints.add(type.getSimpleName(), NOT_ACCESSIBLE);
      return ScalarBindings.ANY;
    }
  }

  private JavaType nested(Class<?> type) {
    if (type.getTypeParameters().length > 0) {
      complaints.add(type.getSimpleName(), "a record with type parameters cannot be a property");
      return JavaType.of(type, Shape.Primitive.ANY, ScalarBindings.ANY);
    }
    if (!recursive.contains(type)) {
      Read read = read(type);
      return JavaType.of(type, new Shape.ObjectShape(read.attributes()), read.binding());
    }
    String name = definitionNames.get(type);
    if (name == null) {
      name = freeName(type);
      definitionNames.put(type, name);
      Read read = read(type);
      defined.put(type, read.binding());
      definitions.put(name, Attribute.of(name, new Shape.ObjectShape(read.attributes())));
    }
    return JavaType.of(type, new Shape.DefinitionShape(name), new Deferred(type));
  }

  private String freeName(Class<?> type) {
    String name = type.getSimpleName();
    for (int i = 2; definitions.containsKey(name) || definitionNames.containsValue(name); i++) {
      name = type.getSimpleName() + i;
    }
    return name;
  }

  private static Property property(RecordComponent component) {
    @Nullable Property property = component.getAnnotation(Property.class);
    return property == null ? NOTHING_SAID : property;
  }

  private static Property nothingSaid() {
    @Nullable Property property =
        Unannotated.class.getRecordComponents()[0].getAnnotation(Property.class);
    if (property == null) {
      throw new IllegalStateException("the annotation is kept at run time");
    }
    return property;
  }

  /** The binding of a record that contains itself: known only when all of it has been read. */
  private final class Deferred implements Binding {
    private final Class<?> type;

    Deferred(Class<?> type) {
      this.type = type;
    }

    private Binding known() {
      Binding binding = defined.get(type);
      if (binding == null) {
        throw new IllegalStateException("the record is still being read");
      }
      return binding;
    }

    @Override
    public Object decode(Value value, ValuePath path) {
      return known().decode(value, path);
    }

    @Override
    public Value encode(Object java, ValuePath path) {
      return known().encode(java, path);
    }
  }
}
