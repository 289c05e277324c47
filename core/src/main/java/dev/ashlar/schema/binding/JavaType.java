package dev.ashlar.schema.binding;

import dev.ashlar.schema.Constraints;
import dev.ashlar.schema.Shape;

/**
 * What a use of a Java type says.
 *
 * @param raw the class, primitives for boxes; the content's for a secret
 * @param shape the shape of its values
 * @param binding how they are read and written
 * @param optional whether the use is {@code @Nullable}
 * @param secret whether it is wrapped in a secret
 * @param set whether it is a set
 * @param constraints what the type itself demands
 */
record JavaType(
    Class<?> raw,
    Shape shape,
    Binding binding,
    boolean optional,
    boolean secret,
    boolean set,
    Constraints constraints) {

  static JavaType of(Class<?> raw, Shape shape, Binding binding) {
    return new JavaType(raw, shape, binding, false, false, false, Constraints.NONE);
  }

  JavaType optional(boolean yes) {
    return new JavaType(raw, shape, binding, yes, secret, set, constraints);
  }

  JavaType asSecret() {
    return new JavaType(raw, shape, binding, optional, true, set, constraints);
  }

  JavaType asSet() {
    return new JavaType(raw, shape, binding, optional, secret, true, constraints);
  }

  JavaType keeping(Constraints demanded) {
    return new JavaType(raw, shape, binding, optional, secret, set, demanded);
  }
}
