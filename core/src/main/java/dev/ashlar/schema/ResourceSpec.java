package dev.ashlar.schema;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the record that declares a resource type's inputs. Properties are named in it as the cloud
 * names them; durations are ISO-8601 ({@code PT5M}).
 *
 * @since 0.1
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ResourceSpec {
  /** The type's name, the cloud's own. */
  String type();

  /** The record of what the cloud gives; {@code void} where it gives nothing. */
  Class<?> outputs() default void.class;

  /** How the names of components become the names of properties and outputs. */
  Naming naming() default Naming.AS_WRITTEN;

  /** The version of the schema, from 1. */
  int version() default 1;

  /** One line. */
  String description() default "";

  /** The properties that together fix the object's identity; none where the cloud chooses it. */
  String[] identity() default {};

  /** The property that the engine makes a name for where the user gives none. */
  GeneratedName[] generatedName() default {};

  /** The property that can carry the mark of ownership: a map of tags, or a list with keys. */
  String ownershipMark() default "";

  /** What can be done to such a resource. */
  Operation[] operations() default {
    Operation.CREATE, Operation.READ, Operation.UPDATE, Operation.DELETE
  };

  /** What operations need and how long they may take. */
  Limit[] limits() default {};

  /** How long the cloud remembers an idempotency key; empty where it knows none. */
  String idempotencyHorizon() default "";

  /** How long after an effect it may still be invisible; empty for not at all. */
  String visibilityBound() default "";

  /** What a user should know and would not expect. */
  String[] assumptions() default {};

  /** The version or date from which the type should no longer be used. */
  String deprecatedSince() default "";

  /** What to use instead of a deprecated type. */
  String replacement() default "";

  /** How the names of components become the names of properties. */
  enum Naming {
    /** {@code visibilityTimeout} */
    AS_WRITTEN,
    /** {@code VisibilityTimeout} */
    PASCAL_CASE,
    /** {@code visibility_timeout} */
    SNAKE_CASE;

    /** The property's name for a component's. */
    public String of(String component) {
      return switch (this) {
        case AS_WRITTEN -> component;
        case PASCAL_CASE ->
            component.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + component.substring(1);
        case SNAKE_CASE ->
            component.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
      };
    }
  }

  /** How a name is made: see {@link ResourceSchema.NameRule}. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target({})
  @interface GeneratedName {
    /** The property that takes the name. */
    String property();

    /** The longest name that the cloud takes. */
    int maxLength();

    /** Whether upper case is refused. */
    boolean lowerCase() default false;

    /** What stands between the parts. */
    String separator() default "-";
  }

  /** What one operation needs and how long it may take. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target({})
  @interface Limit {
    /** The operation. */
    Operation operation();

    /** How long it may take altogether; empty for half an hour. */
    String timeout() default "";

    /** The permissions that it needs, in the cloud's own words. */
    String[] permissions() default {};
  }
}
