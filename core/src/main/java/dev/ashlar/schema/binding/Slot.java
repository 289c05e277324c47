package dev.ashlar.schema.binding;

import dev.ashlar.value.Secret;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A place for a Java value: a component, an item, an entry. Knows whether it may be empty, has a
 * default, is a secret.
 *
 * @param binding for what is there
 * @param optional whether null may be there
 * @param secret whether the Java type is {@link Secret}
 * @param type the type of the value, for withheld secrets
 * @param fallback the value where none is set
 */
record Slot(
    Binding binding, boolean optional, boolean secret, ValueType type, Optional<Value> fallback) {

  @Nullable Object decode(Value given, ValuePath path) {
    if (binding == ScalarBindings.ANY && !secret && given.isKnown() && !isNull(given)) {
      return given;
    }
    Value value = given instanceof Value.SecretValue hidden ? hidden.content() : given;
    if (value instanceof Value.UnknownValue) {
      if (secret) {
        return Secret.withheld();
      }
      if (optional && given instanceof Value.SecretValue) {
        return null;
      }
      throw new Mismatch(path, "is not known yet");
    }
    if (isNull(value)) {
      if (fallback.isPresent()) {
        return inside(fallback.get(), path);
      }
      if (optional) {
        return null;
      }
    }
    return inside(value, path);
  }

  private static boolean isNull(Value value) {
    return value instanceof Value.NullValue;
  }

  private Object inside(Value value, ValuePath path) {
    if (isNull(value) && binding != ScalarBindings.ANY) {
      throw new Mismatch(path, "is not set");
    }
    Object java = binding.decode(value, path);
    return secret ? Secret.of(java) : java;
  }

  Value encode(@Nullable Object java, ValuePath path) {
    if (java == null) {
      if (optional) {
        return Value.NULL;
      }
      throw new Mismatch(path, "is null, and its component is not @Nullable");
    }
    if (!secret) {
      return binding.encode(java, path);
    }
    Secret<?> hidden = (Secret<?>) java;
    return Value.secret(
        hidden.isWithheld() ? Value.unknown(type) : binding.encode(hidden.reveal(), path));
  }
}
