package dev.ashlar.schema.binding;

import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.Codec;
import dev.ashlar.schema.ConfigurationSchema;
import dev.ashlar.schema.Deprecation;
import dev.ashlar.schema.Property;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.ResourceSpec;
import dev.ashlar.schema.ResourceType;
import dev.ashlar.schema.definition.Definitions;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes schemas, types and codecs from records. */
public final class RecordSchemas {
  private RecordSchemas() {}

  /**
   * A resource type from the records of its inputs and its outputs.
   *
   * @param lookup sees the records where they are not public; empty for our own means
   * @throws IllegalArgumentException if the records cannot be a type, with all reasons
   */
  public static <S, O> ResourceType<S, O> type(
      Class<S> spec, Class<O> outputs, Optional<MethodHandles.Lookup> lookup) {
    Complaints complaints = new Complaints();
    ResourceSpec annotation = annotation(spec, outputs, complaints);
    Access access = lookup.map(Access::of).orElseGet(Access::own);
    Map<String, Attribute> definitions = new LinkedHashMap<>();
    RecordReader.Read inputs = read(spec, complaints, access, annotation, Map.of(), definitions);
    RecordReader.Read given =
        read(outputs, complaints, access, annotation, inputs.attributes(), definitions);
    ResourceSchema.Builder builder = ResourceSchema.builder(annotation.type());
    inputs.attributes().values().forEach(builder::addProperty);
    given.attributes().values().forEach(builder::addOutput);
    definitions.values().forEach(builder::addDefinition);
    describe(
        builder,
        annotation,
        complaints,
        new Paths(complaints, inputs.attributes(), Definitions.of(builder.build())));
    complaints.throwIfAny(spec);
    return ResourceType.of(
        builder.build(),
        new RecordCodec<>(spec, inputs.binding()),
        new RecordCodec<>(outputs, given.binding()));
  }

  private static ResourceSpec annotation(Class<?> spec, Class<?> outputs, Complaints complaints) {
    requireRecord(spec, complaints);
    requireRecord(outputs, complaints);
    @Nullable ResourceSpec annotation = spec.getAnnotation(ResourceSpec.class);
    if (annotation == null) {
      complaints.add(spec.getSimpleName(), "it has no @ResourceSpec");
    } else if (annotation.outputs() != void.class && annotation.outputs() != outputs) {
      complaints.add(
          spec.getSimpleName(),
          "its @ResourceSpec says that the outputs are "
              + annotation.outputs().getSimpleName()
              + ", not "
              + outputs.getSimpleName());
    }
    complaints.throwIfAny(spec);
    if (annotation == null) {
      throw new IllegalStateException("complained of above");
    }
    return annotation;
  }

  private static void requireRecord(Class<?> type, Complaints complaints) {
    if (!type.isRecord()) {
      complaints.add(type.getSimpleName(), "it is not a record");
    } else if (type.getTypeParameters().length > 0) {
      complaints.add(type.getSimpleName(), "it has type parameters");
    }
  }

  private static RecordReader.Read read(
      Class<?> type,
      Complaints complaints,
      Access access,
      ResourceSpec annotation,
      Map<String, Attribute> inputs,
      Map<String, Attribute> definitions) {
    ResourceSchema.Builder known = ResourceSchema.builder(annotation.type());
    definitions.values().forEach(known::addDefinition);
    Paths paths = new Paths(complaints, inputs, Definitions.of(known.build()));
    return new RecordReader(type, complaints, access, annotation.naming(), paths, definitions)
        .read(type);
  }

  private static void describe(
      ResourceSchema.Builder builder, ResourceSpec annotation, Complaints complaints, Paths paths) {
    String where = "@ResourceSpec";
    builder
        .description(annotation.description())
        .version(annotation.version())
        .identity(Arrays.stream(annotation.identity()).map(name -> paths.of(name, where)).toList())
        .operations(Set.of(annotation.operations()))
        .assumptions(List.of(annotation.assumptions()));
    for (ResourceSpec.GeneratedName name : annotation.generatedName()) {
      paths.of(name.property(), where);
      builder.naming(
          new ResourceSchema.NameRule(
              name.property(), name.maxLength(), name.lowerCase(), name.separator()));
    }
    if (!annotation.ownershipMark().isEmpty()) {
      builder.ownershipMark(paths.of(annotation.ownershipMark(), where));
    }
    for (ResourceSpec.Limit limit : annotation.limits()) {
      builder.permissions(limit.operation(), List.of(limit.permissions()));
      duration(limit.timeout(), complaints, longest -> builder.timeout(limit.operation(), longest));
    }
    duration(annotation.idempotencyHorizon(), complaints, builder::idempotencyHorizon);
    duration(annotation.visibilityBound(), complaints, builder::visibilityBound);
    if (!annotation.deprecatedSince().isEmpty() || !annotation.replacement().isEmpty()) {
      builder.deprecated(
          new Deprecation(
              annotation.deprecatedSince(),
              Optional.of(annotation.replacement()).filter(text -> !text.isEmpty())));
    }
  }

  private static void duration(String text, Complaints complaints, Consumer<Duration> setter) {
    if (text.isEmpty()) {
      return;
    }
    try {
      setter.accept(Duration.parse(text));
    } catch (DateTimeParseException e) {
      complaints.add("@ResourceSpec", text + " is not a duration like PT5M");
    }
  }

  /**
   * A provider's configuration from a record.
   *
   * @throws IllegalArgumentException if the record cannot be one, with all reasons
   */
  public static ConfigurationSchema configuration(
      Class<?> type, Optional<MethodHandles.Lookup> lookup) {
    Map<String, Attribute> definitions = new LinkedHashMap<>();
    Complaints complaints = new Complaints();
    RecordReader.Read read = readPlain(type, lookup, complaints, definitions);
    if (!definitions.isEmpty()) {
      complaints.add(type.getSimpleName(), "a configuration cannot contain itself");
    }
    Set<String> scope = new LinkedHashSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      @Nullable Property property = component.getAnnotation(Property.class);
      if (property != null && property.scope()) {
        String name = property.name().isEmpty() ? component.getName() : property.name();
        Attribute attribute = read.attributes().get(name);
        scope.add(name);
        if (attribute != null && attribute.sensitive()) {
          complaints.add(
              type.getSimpleName() + "." + component.getName(),
              "scope is stored with each object, so it cannot be secret");
        }
      }
    }
    complaints.throwIfAny(type);
    return new ConfigurationSchema(read.attributes(), scope);
  }

  /**
   * A codec for a record by itself, such as a provider's configuration.
   *
   * @throws IllegalArgumentException if the record cannot be bound, with all reasons
   */
  public static <T> Codec<T> codec(Class<T> type, Optional<MethodHandles.Lookup> lookup) {
    Complaints complaints = new Complaints();
    RecordReader.Read read = readPlain(type, lookup, complaints, new LinkedHashMap<>());
    complaints.throwIfAny(type);
    return new RecordCodec<>(type, read.binding());
  }

  private static RecordReader.Read readPlain(
      Class<?> type,
      Optional<MethodHandles.Lookup> lookup,
      Complaints complaints,
      Map<String, Attribute> definitions) {
    requireRecord(type, complaints);
    complaints.throwIfAny(type);
    @Nullable ResourceSpec annotation = type.getAnnotation(ResourceSpec.class);
    return new RecordReader(
            type,
            complaints,
            lookup.map(Access::of).orElseGet(Access::own),
            annotation == null ? ResourceSpec.Naming.AS_WRITTEN : annotation.naming(),
            new Paths(complaints, Map.of(), Definitions.NONE),
            definitions)
        .read(type);
  }
}
