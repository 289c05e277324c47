package dev.ashlar.schema.binding;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.AccessibleObject;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Optional;

/** Finds a record's constructor and accessors, by a lookup of its author's or by our own means. */
final class Access {
  private final Optional<MethodHandles.Lookup> lookup;

  private Access(Optional<MethodHandles.Lookup> lookup) {
    this.lookup = lookup;
  }

  static Access own() {
    return new Access(Optional.empty());
  }

  static Access of(MethodHandles.Lookup lookup) {
    return new Access(Optional.of(lookup));
  }

  MethodHandle constructor(Class<?> type) throws ReflectiveOperationException {
    Class<?>[] parameters =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Constructor<?> constructor = type.getDeclaredConstructor(parameters);
    return lookup(constructor)
        .unreflectConstructor(constructor)
        .asSpreader(Object[].class, parameters.length)
        .asType(java.lang.invoke.MethodType.methodType(Object.class, Object[].class));
  }

  MethodHandle accessor(RecordComponent component) throws IllegalAccessException {
    Method accessor = component.getAccessor();
    return lookup(accessor)
        .unreflect(accessor)
        .asType(java.lang.invoke.MethodType.methodType(Object.class, Object.class));
  }

  private MethodHandles.Lookup lookup(AccessibleObject member) throws IllegalAccessException {
    if (lookup.isPresent()) {
      return lookup.get();
    }
    if (!member.trySetAccessible()) {
      throw new IllegalAccessException("not open to this library");
    }
    return MethodHandles.lookup();
  }
}
