package dev.ashlar.expression.path;

import dev.ashlar.expression.Typed;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What can be said of a {@link Typed} without a value. */
public final class Types {
  /** Deeper than this a struct's type says no more than that it is something. */
  private static final int DEPTH = 4;

  private Types() {}

  /** An ordinary value that is not secret. */
  public static Typed plain(ValueType type) {
    return new Typed.Plain(type, false);
  }

  /** The type that one step leads to; empty where there is none. */
  public static Optional<Typed> enter(Typed type, ValuePath.Step step) {
    if (type instanceof Typed.Maybe maybe) {
      return enter(maybe.some(), step);
    }
    if (step instanceof ValuePath.Index) {
      return type instanceof Typed.Plain plain ? item(plain) : Optional.empty();
    }
    String name = ((ValuePath.Key) step).name();
    if (type instanceof Typed.Struct struct) {
      return attribute(struct, name);
    }
    if (type instanceof Typed.Instances instances) {
      return Optional.of(instances.each());
    }
    return type instanceof Typed.Plain plain ? field(plain, name) : Optional.empty();
  }

  /** The type of an attribute, the provider's identifier among them. */
  public static Optional<Typed> attribute(Typed.Struct struct, String name) {
    Optional<Typed> declared = struct.attributes().attribute(name);
    return declared.isEmpty() && name.equals(Path.IDENTITY) && hasIdentity(struct)
        ? Optional.of(plain(ValueType.STRING))
        : declared;
  }

  /** Whether the thing is one that a provider identifies: it then offers an {@code id}. */
  public static boolean hasIdentity(Typed.Struct struct) {
    return struct.attributes().attribute(Path.ID).isPresent();
  }

  /** The type of what a computed index leads to; empty where an index leads nowhere. */
  public static Optional<Typed> element(Typed type) {
    if (type instanceof Typed.Maybe maybe) {
      return element(maybe.some());
    }
    if (type instanceof Typed.Instances instances) {
      return Optional.of(instances.each());
    }
    if (!(type instanceof Typed.Plain plain)) {
      return Optional.empty();
    }
    if (plain.type() instanceof ValueType.MapType map) {
      return Optional.of(new Typed.Plain(map.values(), plain.secret()));
    }
    return plain.type() instanceof ValueType.ObjectType
        ? Optional.of(new Typed.Plain(ValueType.ANY, plain.secret()))
        : item(plain);
  }

  /** Whether a value of this type is secret, as a whole or, if asked for, in a part of it. */
  public static boolean isSecret(Typed type, boolean orInside) {
    return isSecret(type, orInside, 0);
  }

  private static boolean isSecret(Typed type, boolean inside, int depth) {
    if (type instanceof Typed.Plain plain) {
      return plain.secret();
    }
    if (type instanceof Typed.Maybe maybe) {
      return isSecret(maybe.some(), inside, depth);
    }
    if (!inside || depth > DEPTH) {
      return false;
    }
    if (type instanceof Typed.Instances instances) {
      return isSecret(instances.each(), true, depth);
    }
    Typed.Struct struct = (Typed.Struct) type;
    for (String name : struct.attributes().names()) {
      Optional<Typed> attribute = struct.attributes().attribute(name);
      if (attribute.isPresent() && isSecret(attribute.get(), true, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  /** A thing's value without the entry that only carries its identifier. */
  public static Value withoutIdentity(Value value) {
    if (value instanceof Value.MapValue map) {
      Value.MapValue bare = map.without(Path.IDENTITY);
      for (Map.Entry<String, Value> entry : bare.entries().entrySet()) {
        Value inner = withoutIdentity(entry.getValue());
        bare = inner == entry.getValue() ? bare : bare.with(entry.getKey(), inner);
      }
      return bare;
    }
    if (value instanceof Value.SecretValue secret) {
      Value inner = withoutIdentity(secret.content());
      return inner == secret.content() ? value : Value.secret(inner);
    }
    return value;
  }

  /** The type of the values. */
  public static ValueType value(Typed type) {
    return value(type, 0);
  }

  private static ValueType value(Typed type, int depth) {
    if (type instanceof Typed.Plain plain) {
      return plain.type();
    }
    if (type instanceof Typed.Maybe maybe) {
      return value(maybe.some(), depth);
    }
    if (depth > DEPTH) {
      return ValueType.ANY;
    }
    if (type instanceof Typed.Instances instances) {
      return ValueType.mapOf(value(instances.each(), depth));
    }
    TreeMap<String, ValueType> fields = new TreeMap<>();
    Typed.Struct struct = (Typed.Struct) type;
    for (String name : struct.attributes().names()) {
      struct
          .attributes()
          .attribute(name)
          .ifPresent(attribute -> fields.put(name, value(attribute, depth + 1)));
    }
    return new ValueType.ObjectType(fields);
  }

  private static Optional<Typed> item(Typed.Plain plain) {
    if (plain.type() == ValueType.ANY) {
      return Optional.of(plain);
    }
    return plain.type() instanceof ValueType.ListType list
        ? Optional.of(new Typed.Plain(list.items(), plain.secret()))
        : Optional.empty();
  }

  private static Optional<Typed> field(Typed.Plain plain, String name) {
    if (plain.type() == ValueType.ANY) {
      return Optional.of(plain);
    }
    if (plain.type() instanceof ValueType.MapType map) {
      return Optional.of(new Typed.Plain(map.values(), plain.secret()));
    }
    return plain.type() instanceof ValueType.ObjectType object && object.fields().containsKey(name)
        ? Optional.of(new Typed.Plain(object.fields().get(name), plain.secret()))
        : Optional.empty();
  }
}
