package dev.ashlar.schema.binding;

import dev.ashlar.schema.Property;
import org.jspecify.annotations.Nullable;

/** The names that the cloud has for the constants of an enum. */
public final class Constants {
  private Constants() {}

  /** The name in the constant's {@link Property}, or else the constant's own. */
  public static String nameOf(Enum<?> constant) {
    @Nullable Property property;
    try {
      property =
          constant.getDeclaringClass().getField(constant.name()).getAnnotation(Property.class);
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("a constant is a field", e);
    }
    return property == null || property.name().isEmpty() ? constant.name() : property.name();
  }
}
