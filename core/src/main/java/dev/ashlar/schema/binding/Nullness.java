package dev.ashlar.schema.binding;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;

/**
 * Whether a use of a type is {@code @Nullable}. By name: JSpecify's own class need not be there
 * when the program runs, and other annotations of that name mean the same.
 */
final class Nullness {
  private Nullness() {}

  static boolean isNullable(AnnotatedElement use) {
    for (Annotation annotation : use.getAnnotations()) {
      if (annotation.annotationType().getSimpleName().equals("Nullable")) {
        return true;
      }
    }
    return false;
  }
}
