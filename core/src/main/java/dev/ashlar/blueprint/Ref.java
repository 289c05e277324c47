package dev.ashlar.blueprint;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValuePath;
import dev.ashlar.value.json.ValueJson;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A reference to an attribute of a declared resource, and the path of that attribute. Immutable.
 *
 * @param <R> the kind of resource: the record of its inputs
 * @param <V> the Java type of the attribute
 * @since 0.1
 */
public final class Ref<R, V> implements Input<V> {
  private final String resource;
  private final Optional<String> key;
  private final ValuePath path;

  private Ref(String resource, Optional<String> key, ValuePath path) {
    this.resource = Objects.requireNonNull(resource, "resource");
    this.key = key;
    this.path = path;
  }

  /**
   * A reference whose types are the caller's claim. The engine checks it like any other.
   *
   * @param resource the name of the resource
   * @param attribute the names of the attribute and, where it is inside others, of those on the way
   */
  public static <R, V> Ref<R, V> to(String resource, String... attribute) {
    return new Ref<>(resource, Optional.empty(), ValuePath.of(attribute));
  }

  /** The same attribute of one instance of a resource that is declared with {@code forEach}. */
  public Ref<R, V> of(String instance) {
    return new Ref<>(resource, Optional.of(instance), path);
  }

  /** The name of the resource. */
  public String resource() {
    return resource;
  }

  /** The path of the attribute. */
  public ValuePath path() {
    return path;
  }

  /** The reference in the expression language: {@code key.Arn}. */
  String expression() {
    StringBuilder text = new StringBuilder(resource);
    key.ifPresent(instance -> text.append('[').append(quoted(instance)).append(']'));
    for (ValuePath.Step step : path.steps()) {
      if (step instanceof ValuePath.Key name && isPlain(name.name())) {
        text.append('.').append(name.name());
      } else if (step instanceof ValuePath.Key name) {
        text.append('[').append(quoted(name.name())).append(']');
      } else if (step instanceof ValuePath.Index item) {
        text.append('[').append(item.index()).append(']');
      }
    }
    return text.toString();
  }

  private static String quoted(String text) {
    return ValueJson.canonical(Value.of(text));
  }

  /** Whether a name can stand after a dot. */
  private static boolean isPlain(String name) {
    return name.matches("[A-Za-z_][A-Za-z0-9_]*") && !name.matches("true|false|null|in");
  }

  @Override
  public Term term() {
    return Expression.computed(expression());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Ref<?, ?> that
        && resource.equals(that.resource)
        && key.equals(that.key)
        && path.equals(that.path);
  }

  @Override
  public int hashCode() {
    return Objects.hash(resource, key, path);
  }

  /** As it stands in a document, {@code ${key.Arn}}: a literal with that in it is refused. */
  @Override
  public String toString() {
    return "${" + expression() + "}";
  }
}
