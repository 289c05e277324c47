package dev.ashlar.schema.binding;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which of the records that a record is made of contain themselves. */
final class Recursion {
  private Recursion() {}

  static Set<Class<?>> in(Class<?> root) {
    Map<Class<?>, Set<Class<?>>> parts = new LinkedHashMap<>();
    collect(root, parts);
    return parts.keySet().stream()
        .filter(type -> reaches(type, type, parts, new HashSet<>()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private static void collect(Class<?> type, Map<Class<?>, Set<Class<?>>> parts) {
    if (parts.containsKey(type)) {
      return;
    }
    Set<Class<?>> direct = new HashSet<>();
    parts.put(type, direct);
    for (RecordComponent component : type.getRecordComponents()) {
      records(component.getGenericType(), direct);
    }
    direct.forEach(part -> collect(part, parts));
  }

  private static void records(Type type, Set<Class<?>> found) {
    if (type instanceof Class<?> raw && TypeReader.isNested(raw)) {
      found.add(raw);
    } else if (type instanceof ParameterizedType generic) {
      for (Type argument : generic.getActualTypeArguments()) {
        records(argument, found);
      }
    }
  }

  private static boolean reaches(
      Class<?> from, Class<?> wanted, Map<Class<?>, Set<Class<?>>> parts, Set<Class<?>> seen) {
    for (Class<?> part : parts.getOrDefault(from, Set.of())) {
      if (part == wanted || seen.add(part) && reaches(part, wanted, parts, seen)) {
        return true;
      }
    }
    return false;
  }
}
