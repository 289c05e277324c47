package dev.ashlar.blueprint;

/**
 * What a property of Java type {@code V} can be set to: a reference, an expression, or an object
 * that holds some. Generated classes implement it; there is no other reason to.
 *
 * @param <V> the Java type of the value
 * @since 0.1
 */
public interface Input<V> {
  /** The value as a blueprint holds it. */
  Term term();
}
