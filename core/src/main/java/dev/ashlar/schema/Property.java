package dev.ashlar.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What the type of a record component cannot say. The type says the rest: not {@code @Nullable} is
 * required, {@link dev.ashlar.value.Secret Secret} is sensitive, an enum is a closed list, {@code
 * Set} is unordered, a record is an object.
 *
 * <p>On a constant of an enum only {@link #name} counts.
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Property {
  /** The name that the cloud has for it, where the naming of the type does not give that. */
  String name() default "";

  /** One line for a form. */
  String description() default "";

  /** A change means a replacement: short for {@code immutability = Immutability.YES}. */
  boolean immutable() default false;

  /** Whether a change means a replacement. */
  Immutability immutability() default Immutability.NO;

  /** A regular expression that the whole text must match. */
  String pattern() default "";

  /** The least number. */
  double min() default Double.NaN;

  /** The greatest number. */
  double max() default Double.NaN;

  /** The least length, of a text in characters, of a collection in items. */
  int minLength() default -1;

  /** The greatest length, likewise. */
  int maxLength() default -1;

  /** The closed list of texts or numbers that are allowed. An enum needs none. */
  String[] allowed() default {};

  /**
   * The value where the user sets none, as a text: {@code defaultValue = "30"}. For a collection of
   * scalars one text for each item; for anything else that has parts one text of JSON.
   */
  String[] defaultValue() default {};

  /** It can be set and never be read back: a {@code Secret}, or {@code @Nullable}. */
  boolean writeOnly() default false;

  /** The cloud sets it, and the user cannot. */
  boolean computed() default false;

  /** Null is a value of its own, not the same as absent. */
  boolean nullable() default false;

  /**
   * What the value refers to: the record of a resource type, or an interface that the records of
   * several implement.
   */
  Class<?>[] references() default {};

  /** Which attribute of the referred resource the value is; {@code id} is the identifier. */
  String referencedAttribute() default "id";

  /** When two values mean the same; a {@code Set} is a set without saying so. */
  Equivalence.Rule equivalence() default Equivalence.Rule.EXACT;

  /** For a list of objects: the attribute that tells its items apart; then order does not count. */
  String keyedBy() default "";

  /** What it means that it is not declared any more; by default the default, or else unset. */
  OnUnset[] onUnset() default {};

  /** For an output: what an update does to it. */
  Stability.Always stability() default Stability.Always.STABLE;

  /** For an output: the properties whose change may change it; then nothing else does. */
  String[] changedBy() default {};

  /** For a provider's configuration: it says where objects live, like an account or a region. */
  boolean scope() default false;

  /** The version or date from which it should no longer be used. */
  String deprecatedSince() default "";

  /** What to use instead of what is deprecated. */
  String replacement() default "";
}
