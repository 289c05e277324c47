package dev.ashlar.schema.binding;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Map;

/** Types without parts that are no numbers. */
final class ScalarBindings {
  static final Binding TEXT =
      new Binding() {
        @Override
        public Object decode(Value value, ValuePath path) {
          return text(value, path);
        }

        @Override
        public Value encode(Object java, ValuePath path) {
          return Value.of((String) java);
        }
      };

  static final Binding BOOLEAN =
      new Binding() {
        @Override
        public Object decode(Value value, ValuePath path) {
          if (value instanceof Value.BoolValue bool) {
            return bool.bool();
          }
          throw new Mismatch(path, "is not a boolean");
        }

        @Override
        public Value encode(Object java, ValuePath path) {
          return Value.of((boolean) (Boolean) java);
        }
      };

  static final Binding DURATION =
      new Binding() {
        @Override
        public Object decode(Value value, ValuePath path) {
          try {
            return Duration.parse(text(value, path));
          } catch (DateTimeParseException e) {
            throw new Mismatch(path, "is not a duration like PT5M");
          }
        }

        @Override
        public Value encode(Object java, ValuePath path) {
          return Value.of(java.toString());
        }
      };

  /** Any value, with its marks of secrecy. */
  static final Binding ANY = values(Value.class);

  private ScalarBindings() {}

  static String text(Value value, ValuePath path) {
    if (value instanceof Value.TextValue text) {
      return text.text();
    }
    throw new Mismatch(path, "is not a text");
  }

  /** Constants by the names that the cloud has for them. */
  static Binding constants(Map<String, Object> byName, Map<Object, String> names) {
    return new Binding() {
      @Override
      public Object decode(Value value, ValuePath path) {
        Object constant = byName.get(text(value, path));
        if (constant == null) {
          throw new Mismatch(path, "is none of the constants of its Java type");
        }
        return constant;
      }

      @Override
      public Value encode(Object java, ValuePath path) {
        String name = names.get(java);
        if (name == null) {
          throw new Mismatch(path, "is none of the constants of its Java type");
        }
        return Value.of(name);
      }
    };
  }

  /** Values that stay values, of one kind. */
  static Binding values(Class<? extends Value> kind) {
    return new Binding() {
      @Override
      public Object decode(Value value, ValuePath path) {
        if (!kind.isInstance(value)) {
          throw new Mismatch(path, "is another kind of value");
        }
        return value;
      }

      @Override
      public Value encode(Object java, ValuePath path) {
        return (Value) java;
      }
    };
  }
}
