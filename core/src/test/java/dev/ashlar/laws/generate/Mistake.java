package dev.ashlar.laws.generate;

import dev.ashlar.value.Value;
import java.util.List;
import java.util.Random;

/** Mistakes that a user makes in the declaration of one resource, and what they are called. */
public enum Mistake {
  /** A property that does not exist. */
  UNKNOWN_PROPERTY("schema.unknown-property"),
  /** A property of another type. */
  WRONG_TYPE("schema.wrong-type"),
  /** A required property is left out. */
  MISSING_PROPERTY("schema.missing-property"),
  /** A type that no provider has. */
  UNKNOWN_TYPE("connector.unknown-type"),
  /** A reference to nothing. */
  UNKNOWN_NAME("expression.unknown-name"),
  /** A reference to an attribute that does not exist. */
  UNKNOWN_ATTRIBUTE("expression.unknown-attribute"),
  /** A function that does not exist. */
  UNKNOWN_FUNCTION("expression.unknown-function"),
  /** An expression that is none. */
  SYNTAX("expression.syntax");

  private final String code;

  Mistake(String code) {
    this.code = code;
  }

  /** The code of the diagnostic. */
  public String code() {
    return code;
  }

  /** One of them. */
  public static Mistake any(Random random) {
    return values()[random.nextInt(values().length)];
  }

  /**
   * A resource with the mistake.
   *
   * @param sound another resource, without mistakes, that may be referred to
   */
  public Drawn in(Drawn drawn, Drawn sound) {
    Value.MapValue properties = drawn.properties();
    return switch (this) {
      case UNKNOWN_PROPERTY -> with(drawn, properties.with("Nope", Value.of(1)));
      case WRONG_TYPE -> with(drawn, properties.with(RandomTypes.KEY, Value.list(List.of())));
      case MISSING_PROPERTY -> with(drawn, properties.without(RandomTypes.KEY));
      case UNKNOWN_TYPE -> new Drawn(drawn.number(), "law::Nope", properties, false);
      case UNKNOWN_NAME -> key(drawn, "${nobody.Arn}");
      case UNKNOWN_ATTRIBUTE -> key(drawn, "${" + sound.name() + ".Nope}");
      case UNKNOWN_FUNCTION -> key(drawn, "${nope('x')}");
      case SYNTAX -> key(drawn, "${1 +}");
    };
  }

  private static Drawn key(Drawn drawn, String expression) {
    return with(drawn, drawn.properties().with(RandomTypes.KEY, Value.of(expression)));
  }

  private static Drawn with(Drawn drawn, Value.MapValue properties) {
    return new Drawn(drawn.number(), drawn.type(), properties, drawn.createBeforeDestroy());
  }
}
