package dev.ashlar.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The place of a value inside another: {@code Tags[0].Value}.
 *
 * @param steps the steps from the outside in; none is the whole value
 * @since 0.1
 */
public record ValuePath(List<Step> steps) implements Comparable<ValuePath> {
  /** The whole value. */
  public static final ValuePath ROOT = new ValuePath(List.of());

  /**
   * Copies the list. A key of digits becomes an index, as a pointer cannot tell the two apart:
   * {@link #in} finds either.
   */
  public ValuePath {
    steps = normalised(steps);
  }

  /** Most paths hold no number, and are kept as they are. */
  private static List<Step> normalised(List<Step> steps) {
    for (int i = 0; i < steps.size(); i++) {
      if (isNumber(steps.get(i))) {
        return steps.stream().map(ValuePath::normalised).toList();
      }
    }
    return List.copyOf(steps);
  }

  private static Step normalised(Step step) {
    return step instanceof Key key && isNumber(key)
        ? new Index(Integer.parseInt(key.name()))
        : step;
  }

  private static boolean isNumber(Step step) {
    return step instanceof Key key && isNumber(key.name());
  }

  private static boolean isNumber(String text) {
    int length = text.length();
    if (length == 0 || length > 9 || (text.charAt(0) == '0' && length > 1)) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** One step into a value. */
  public sealed interface Step {}

  /**
   * Into a map.
   *
   * @param name the key
   */
  public record Key(String name) implements Step {
    /** Refuses null. */
    public Key {
      Objects.requireNonNull(name, "name");
    }
  }

  /**
   * Into a list.
   *
   * @param index the position, from 0
   */
  public record Index(int index) implements Step {}

  /** The path of a key of the whole value, and of keys inside it. */
  public static ValuePath of(String... keys) {
    ValuePath path = ROOT;
    for (String key : keys) {
      path = path.key(key);
    }
    return path;
  }

  /**
   * Reads an RFC 6901 pointer.
   *
   * @throws IllegalArgumentException if it neither is empty nor starts with a slash
   */
  public static ValuePath ofPointer(String pointer) {
    if (pointer.isEmpty()) {
      return ROOT;
    }
    if (pointer.charAt(0) != '/') {
      throw new IllegalArgumentException("a pointer starts with a slash: " + pointer);
    }
    List<Step> steps = new ArrayList<>();
    for (String token : pointer.substring(1).split("/", -1)) {
      steps.add(new Key(token.replace("~1", "/").replace("~0", "~")));
    }
    return new ValuePath(steps);
  }

  /** This path, and a key further. */
  public ValuePath key(String name) {
    return then(new Key(name));
  }

  /** This path, and an item further. */
  public ValuePath index(int index) {
    return then(new Index(index));
  }

  /** This path, and a step further. */
  public ValuePath then(Step step) {
    int length = steps.size();
    if (length == 0) {
      return new ValuePath(List.of(step));
    }
    if (length == 1) {
      return new ValuePath(List.of(steps.get(0), step));
    }
    Step[] longer = steps.toArray(new Step[length + 1]);
    longer[length] = step;
    return new ValuePath(List.of(longer));
  }

  /** Whether the other path is this one or leads further into it. */
  public boolean contains(ValuePath other) {
    return other.steps.size() >= steps.size() && other.steps.subList(0, steps.size()).equals(steps);
  }

  /** The first step's key, or the empty text for the whole value. */
  public String head() {
    return !steps.isEmpty() && steps.get(0) instanceof Key key ? key.name() : "";
  }

  /**
   * The value at this place. Secrets on the way are entered and mark what is found.
   *
   * @return the value; {@link Value#NULL} where there is none, unknown inside an unknown
   */
  public Value in(Value value) {
    Value at = value;
    boolean secret = false;
    for (Step step : steps) {
      if (at instanceof Value.SecretValue hidden) {
        secret = true;
        at = hidden.content();
      }
      if (at instanceof Value.UnknownValue) {
        at = Value.UnknownValue.ANY;
        break;
      }
      at = enter(at, step);
    }
    return secret ? Value.secret(at) : at;
  }

  private static Value enter(Value at, Step step) {
    if (at instanceof Value.MapValue map) {
      return map.get(
          step instanceof Key key ? key.name() : Integer.toString(((Index) step).index()));
    }
    if (at instanceof Value.ListValue list && step instanceof Index item) {
      return item.index() < list.items().size() ? list.items().get(item.index()) : Value.NULL;
    }
    return Value.NULL;
  }

  /** This path as an RFC 6901 pointer; the empty text for the whole value. */
  public String toPointer() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      text.append('/');
      if (step instanceof Key key) {
        text.append(key.name().replace("~", "~0").replace("/", "~1"));
      } else if (step instanceof Index item) {
        text.append(item.index());
      }
    }
    return text.toString();
  }

  @Override
  public int compareTo(ValuePath other) {
    int common = Math.min(steps.size(), other.steps.size());
    for (int i = 0; i < common; i++) {
      int order = compare(steps.get(i), other.steps.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(steps.size(), other.steps.size());
  }

  private static int compare(Step a, Step b) {
    if (a instanceof Index x && b instanceof Index y) {
      return Integer.compare(x.index(), y.index());
    }
    if (a instanceof Key x && b instanceof Key y) {
      return x.name().compareTo(y.name());
    }
    return a instanceof Index ? -1 : 1;
  }

  /** The path as a person writes it: {@code Tags[0].Value}, {@code Tags["a b"]}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Step step : steps) {
      if (step instanceof Index item) {
        text.append('[').append(item.index()).append(']');
      } else if (step instanceof Key key && Names.isName(key.name())) {
        text.append(text.isEmpty() ? "" : ".").append(key.name());
      } else if (step instanceof Key key) {
        text.append('[').append(Names.quote(key.name())).append(']');
      }
    }
    return text.toString();
  }
}
