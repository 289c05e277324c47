package dev.ashlar.expression.path;

import dev.ashlar.diagnostic.Code;
import dev.ashlar.expression.Bindings;
import dev.ashlar.expression.ExpressionProblems;
import dev.ashlar.expression.Problem;
import dev.ashlar.expression.Typed;
import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.ValueType;
import org.jspecify.annotations.Nullable;

/** What came of reading a path. */
public sealed interface Reading {
  /**
   * A value.
   *
   * @param value the value; unknown where something on the way is, secret where something is
   */
  record Found(Value value) implements Reading {}

  /** An optional path led to nothing. */
  record Absent() implements Reading {}

  /**
   * A path led to nothing and had to lead to something.
   *
   * @param problem why
   */
  record Missing(Problem problem) implements Reading {}

  /** Reads a path. */
  static Reading of(Resolution.Resolved resolved, Bindings bindings) {
    return new Walk(resolved).read(bindings);
  }

  /** One walk along one path. */
  final class Walk {
    private final Resolution.Resolved resolved;
    private final Path path;
    private boolean secret;
    private boolean optional;

    private Walk(Resolution.Resolved resolved) {
      this.resolved = resolved;
      this.path = resolved.path();
    }

    private Reading read(Bindings bindings) {
      Value at = open(bindings.root(path.root()));
      for (int i = 0; i < path.steps().size(); i++) {
        if (at instanceof Value.UnknownValue) {
          return found(Value.unknown(Types.value(resolved.type())));
        }
        Typed container = resolved.containers().get(i);
        if (container instanceof Typed.Maybe maybe) {
          optional = true;
          container = maybe.some();
        }
        optional |= path.steps().get(i).optional();
        if (at instanceof Value.NullValue) {
          return missing(i, ExpressionProblems.NO_VALUE, "\"" + path.text(i) + "\" is not set.");
        }
        Value next = enter(at, container, path.steps().get(i).step());
        if (next == null) {
          return nothing(i, at, container);
        }
        at = open(next);
      }
      return resolved.optional() && at instanceof Value.NullValue ? new Absent() : found(at);
    }

    private Value open(Value value) {
      if (value instanceof Value.SecretValue hidden) {
        secret = true;
        return hidden.content();
      }
      return value;
    }

    private Found found(Value value) {
      return new Found(secret ? Value.secret(value) : value);
    }

    private Reading missing(int step, Code code, String detail) {
      return optional
          ? new Absent()
          : new Missing(new Problem(code, detail, path.steps().get(step).offset()));
    }

    private Reading nothing(int index, Value at, Typed container) {
      String owner = path.text(index);
      ValuePath.Step step = path.steps().get(index).step();
      if (at instanceof Value.MapValue && step instanceof ValuePath.Key key) {
        String kind = container instanceof Typed.Instances ? "instance" : "key";
        return missing(
            index,
            ExpressionProblems.NO_SUCH_KEY,
            "\"" + owner + "\" has no " + kind + " \"" + key.name() + "\".");
      }
      if (at instanceof Value.ListValue && step instanceof ValuePath.Index item) {
        String detail = "\"" + owner + "\" has no item " + item.index() + ".";
        return missing(index, ExpressionProblems.OUT_OF_RANGE, detail);
      }
      String detail =
          "\"" + owner + "\" is " + Names.of(at.type()) + ": \"" + path + "\" cannot be read.";
      return new Missing(
          new Problem(ExpressionProblems.TYPE_MISMATCH, detail, path.steps().get(index).offset()));
    }
  }

  /** One step into a known value; null where it leads nowhere. */
  static @Nullable Value enter(Value at, Typed container, ValuePath.Step step) {
    if (at instanceof Value.ListValue list && step instanceof ValuePath.Index item) {
      return item.index() < list.items().size() ? list.items().get(item.index()) : null;
    }
    return at instanceof Value.MapValue map && step instanceof ValuePath.Key key
        ? enter(map, container, key.name())
        : null;
  }

  /**
   * One key of a known map; null where it leads nowhere. An attribute that is not there is unset.
   */
  static @Nullable Value enter(Value.MapValue map, Typed container, String name) {
    Value value = map.entries().get(name);
    if (value != null) {
      return value;
    }
    if (container instanceof Typed.Struct) {
      boolean identity = name.equals(Path.IDENTITY);
      if (name.equals(Path.ID) || identity) {
        Value known = map.entries().get(Path.IDENTITY);
        return known == null ? Value.unknown(ValueType.STRING) : known;
      }
      return Value.NULL;
    }
    return container instanceof Typed.Plain plain && plain.type() instanceof ValueType.ObjectType
        ? Value.NULL
        : null;
  }
}
