package dev.ashlar.plan.object;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.blueprint.Resource;
import dev.ashlar.blueprint.ResourceDeclaration;
import dev.ashlar.blueprint.Term;
import dev.ashlar.schema.Attribute;
import dev.ashlar.schema.ResourceSchema;
import dev.ashlar.schema.Shape;
import dev.ashlar.schema.Shape.Primitive;
import dev.ashlar.value.Value;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is evaluated again shows no secret, however it was declared. */
class TemplateTest {
  private static final Shape CODE =
      new Shape.ObjectShape(
          Map.of(
              "Text", Attribute.builder("Text", Primitive.STRING).writeOnly().build(),
              "Name", Attribute.of("Name", Primitive.STRING)));
  private static final ResourceSchema SCHEMA =
      ResourceSchema.builder("t::Function")
          .addProperty(Attribute.of("Code", CODE))
          .addProperty(Attribute.of("Parts", new Shape.ListShape(Attribute.of("part", CODE))))
          .build();
  private static final Value PART =
      Value.map(Map.of("Text", Value.of("hunter2"), "Name", Value.of("main")));
  private static final Value HIDDEN =
      Value.map(Map.of("Text", Value.secret(Value.of("hunter2")), "Name", Value.of("main")));

  private static Term of(String property, Value value) {
    ResourceDeclaration declared =
        Resource.named("it", "t::Function").property(property, value).declare().declaration();
    return Template.of(SCHEMA, declared.properties()).fields().get(property);
  }

  @Test
  void aPartOfALiteralObjectThatIsWriteOnlyIsHidden() {
    assertThat(of("Code", PART))
        .isInstanceOfSatisfying(
            Term.Literal.class, literal -> assertThat(literal.value()).isEqualTo(HIDDEN));
  }

  @Test
  void soItIsInsideALiteralList() {
    assertThat(of("Parts", Value.list(List.of(PART))))
        .isInstanceOfSatisfying(
            Term.Literal.class,
            literal -> assertThat(literal.value()).isEqualTo(Value.list(List.of(HIDDEN))));
  }

  @Test
  void aLiteralWithoutSecretsStaysAsItIs() {
    Value plain = Value.map(Map.of("Name", Value.of("main")));
    assertThat(of("Code", plain))
        .isInstanceOfSatisfying(
            Term.Literal.class, literal -> assertThat(literal.value()).isEqualTo(plain));
  }
}
