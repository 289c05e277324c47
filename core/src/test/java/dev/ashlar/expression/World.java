package dev.ashlar.expression;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.value.Value;
import dev.ashlar.value.ValueType;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** A small document to write expressions in: names, their types, and their values. */
final class World {
  static final Typed STRING = plain(ValueType.STRING);
  static final Typed INTEGER = plain(ValueType.INTEGER);
  static final Typed NUMBER = plain(ValueType.NUMBER);
  static final Typed BOOLEAN = plain(ValueType.BOOLEAN);
  static final Typed ANY = plain(ValueType.ANY);

  /** A bucket, as a resource type with a tag list, a secret and an odd name would be. */
  static final Typed.Struct BUCKET =
      struct(
          "test::Bucket",
          Map.of(
              "Arn", STRING,
              "Name", STRING,
              "Size", INTEGER,
              "Cost", NUMBER,
              "Public", BOOLEAN,
              "Password", new Typed.Plain(ValueType.STRING, true),
              "@odata.type", STRING,
              "id", STRING,
              "Labels", plain(ValueType.mapOf(ValueType.STRING)),
              "Tags", plain(ValueType.listOf(object("Key", "Value")))));

  private final Expressions expressions;
  private final Map<String, Typed> types = new TreeMap<>();
  private final Map<String, Value> values = new HashMap<>();

  World(Expressions expressions) {
    this.expressions = expressions;
  }

  /** A new world with an engine of its own. */
  static World empty() {
    return new World(new Expressions(Limits.STANDARD, System::nanoTime));
  }

  /** A world with everything in it that most tests need. */
  static World of(Expressions expressions) {
    return new World(expressions)
        .with("key", BUCKET, bucket("key"))
        .with(
            "uploads",
            new Typed.Instances(BUCKET),
            Value.map(Map.of("b", bucket("b"), "a", bucket("a"))))
        .with("archive", new Typed.Maybe(BUCKET), bucket("archive"))
        .with("nothing", new Typed.Maybe(BUCKET), Value.NULL)
        .with(
            "params",
            struct(
                "params",
                Map.of(
                    "text", STRING,
                    "empty", STRING,
                    "count", INTEGER,
                    "ratio", NUMBER,
                    "on", BOOLEAN,
                    "zones", plain(ValueType.listOf(ValueType.STRING)),
                    "labels", plain(ValueType.mapOf(ValueType.STRING)),
                    "any", ANY,
                    "token", new Typed.Plain(ValueType.STRING, true))),
            Value.map(
                Map.of(
                    "text", Value.of("hello"),
                    "empty", Value.NULL,
                    "count", Value.of(3),
                    "ratio", Value.of(new java.math.BigDecimal("1.5")),
                    "on", Value.of(true),
                    "zones", Value.list(Value.of("b"), Value.of("a")),
                    "labels", Value.map(Map.of("z", Value.of("1"), "a", Value.of("2"))),
                    "any", Value.list(Value.of(1), Value.of("x")),
                    "token", Value.secret(Value.of("hunter2")))));
  }

  World with(String name, Typed type, Value value) {
    types.put(name, type);
    values.put(name, value);
    return this;
  }

  Compilation compile(String text) {
    return expressions.compile(text, scope());
  }

  CompiledExpression compiled(String text) {
    Compilation compilation = compile(text);
    assertThat(compilation).as(text).isInstanceOf(Compilation.Compiled.class);
    return ((Compilation.Compiled) compilation).expression();
  }

  /** The one problem of an expression that does not compile. */
  Problem refused(String text) {
    Compilation compilation = compile(text);
    assertThat(compilation).as(text).isInstanceOf(Compilation.Refused.class);
    assertThat(((Compilation.Refused) compilation).problems()).as(text).hasSize(1);
    return ((Compilation.Refused) compilation).problems().get(0);
  }

  Evaluation evaluation(String text) {
    return compiled(text).evaluate(bindings());
  }

  Value value(String text) {
    Evaluation evaluation = evaluation(text);
    assertThat(evaluation).as(text).isInstanceOf(Evaluation.Evaluated.class);
    return ((Evaluation.Evaluated) evaluation).value();
  }

  /** The problem of an expression that compiles and has no value. */
  Problem failure(String text) {
    Evaluation evaluation = evaluation(text);
    assertThat(evaluation).as(text).isInstanceOf(Evaluation.Failed.class);
    return ((Evaluation.Failed) evaluation).problem();
  }

  static Value bucket(String name) {
    return Value.map(
        Map.of(
            "Arn", Value.of("arn:" + name),
            "Name", Value.of(name),
            "Size", Value.of(7),
            "Public", Value.of(false),
            "Password", Value.secret(Value.of("hunter2")),
            "@odata.type", Value.of("odd"),
            "Labels", Value.map(Map.of("team", Value.of("blue"))),
            "Tags",
                Value.list(Value.map(Map.of("Key", Value.of("k"), "Value", Value.of("v-" + name)))),
            "$identity", Value.of("id-" + name)));
  }

  static Typed plain(ValueType type) {
    return new Typed.Plain(type, false);
  }

  static ValueType object(String... fields) {
    TreeMap<String, ValueType> types = new TreeMap<>();
    for (String field : fields) {
      types.put(field, ValueType.STRING);
    }
    return new ValueType.ObjectType(types);
  }

  static Typed.Struct struct(String name, Map<String, Typed> attributes) {
    return new Typed.Struct(
        name,
        new Typed.Attributes() {
          @Override
          public Optional<Typed> attribute(String attribute) {
            return Optional.ofNullable(attributes.get(attribute));
          }

          @Override
          public SortedSet<String> names() {
            return new TreeSet<>(attributes.keySet());
          }
        });
  }

  /** The types. */
  Scope scope() {
    return new Scope() {
      @Override
      public Optional<Typed> root(String name) {
        return Optional.ofNullable(types.get(name));
      }

      @Override
      public SortedSet<String> names() {
        return new TreeSet<>(types.keySet());
      }
    };
  }

  /** The values. */
  Bindings bindings() {
    return name -> values.getOrDefault(name, Value.NULL);
  }
}
