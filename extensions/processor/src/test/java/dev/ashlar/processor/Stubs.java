package dev.ashlar.processor;

import java.util.LinkedHashMap;
import java.util.Map;

/** Of the library, as much as drafts use. */
final class Stubs {
  static final Map<String, String> SOURCES = new LinkedHashMap<>();

  static {
    add(
        "dev.ashlar.schema.ResourceSpec",
        """
        package dev.ashlar.schema;
        public @interface ResourceSpec {
          String type();
          Class<?> outputs() default void.class;
          Naming naming() default Naming.AS_WRITTEN;
          enum Naming { AS_WRITTEN, PASCAL_CASE, SNAKE_CASE }
        }
        """);
    add(
        "dev.ashlar.schema.Property",
        """
        package dev.ashlar.schema;
        public @interface Property {
          String name() default "";
          boolean writeOnly() default false;
          boolean computed() default false;
          Class<?>[] references() default {};
        }
        """);
    add(
        "dev.ashlar.value.Secret",
        "package dev.ashlar.value; public final class Secret<T> { private Secret() {} }");
    add(
        "dev.ashlar.value.Value",
        """
        package dev.ashlar.value;
        public interface Value { record MapValue() implements Value {} }
        """);
    add("dev.ashlar.blueprint.Term", "package dev.ashlar.blueprint; public interface Term {}");
    add(
        "dev.ashlar.blueprint.Input",
        "package dev.ashlar.blueprint; public interface Input<V> { Term term(); }");
    add(
        "dev.ashlar.blueprint.Declared",
        "package dev.ashlar.blueprint; public interface Declared { Resource declare(); }");
    add(
        "dev.ashlar.blueprint.Resource",
        """
        package dev.ashlar.blueprint;
        public record Resource(String name) {
          public static Resource named(String name, String type) { return new Resource(name); }
          public Resource property(String property, Input<?> value) { return this; }
        }
        """);
    add(
        "dev.ashlar.blueprint.Ref",
        """
        package dev.ashlar.blueprint;
        public record Ref<R, V>(Term term) implements Input<V> {
          public static <R, V> Ref<R, V> to(String resource, String... attribute) {
            return new Ref<>(null);
          }
        }
        """);
    add(
        "dev.ashlar.blueprint.Expression",
        """
        package dev.ashlar.blueprint;
        import java.util.*;
        public record Expression<V>(Term term) implements Input<V> {
          public static <V> Expression<V> literal(V value) { return new Expression<>(null); }
          public static <V> Expression<V> object() { return new Expression<>(null); }
          public Expression<V> with(String attribute, Input<?> value) { return this; }
          public static <V> Expression<List<V>> list(List<? extends Input<? extends V>> items) {
            return new Expression<>(null);
          }
          public static <V> Expression<Map<String, V>> map(
              Map<String, ? extends Input<? extends V>> entries) {
            return new Expression<>(null);
          }
        }
        """);
    add(
        "org.example.Nullable",
        """
        package org.example;
        @java.lang.annotation.Target(java.lang.annotation.ElementType.TYPE_USE)
        public @interface Nullable {}
        """);
  }

  private Stubs() {}

  private static void add(String name, String source) {
    SOURCES.put(name, source);
  }
}
