package dev.ashlar.blueprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ashlar.diagnostic.Source;
import dev.ashlar.testing.Golden;
import dev.ashlar.value.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How documents are written: for people, and so that nothing in them is misread. */
class BlueprintTextTest {

  @Test
  void aWholeBlueprintIsWrittenInTheOrderOfTheReference() {
    Blueprint whole = Blueprint.read(Source.file(Golden.file("text/orders.yaml"))).orThrow();

    Golden.check("text/orders.written.yaml", BlueprintText.yaml(whole));
    Golden.check("text/orders.written.json", BlueprintText.json(whole));
  }

  @Test
  void writingWhatWasReadChangesNothing() {
    for (String name : new String[] {"text/orders.written.yaml", "text/orders.written.json"}) {
      Blueprint read = Blueprint.read(Source.file(Golden.file(name))).orThrow();
      Golden.check("text/orders.written.yaml", BlueprintText.yaml(read));
      Golden.check("text/orders.written.json", BlueprintText.json(read));
    }
  }

  @Test
  void textsThatYamlWouldMisreadStandInQuotes() {
    assertThat(written("NO")).isEqualTo("\"NO\"");
    assertThat(written("1.10")).isEqualTo("\"1.10\"");
    assertThat(written("12:30")).isEqualTo("\"12:30\"");
    assertThat(written("memory::Bucket")).isEqualTo("memory::Bucket");
    assertThat(written("10.0.0.0/16")).isEqualTo("10.0.0.0/16");
    assertThat(written("a: b")).isEqualTo("'a: b'");
    assertThat(written("${x}")).isEqualTo("\"$${x}\"");
    assertThat(written("echo a\necho b\n")).isEqualTo("|\n    echo a\n    echo b");
  }

  @Test
  void aDollarBeforeAnExpressionIsNotAnEscape() {
    Blueprint blueprint =
        Blueprint.named("x")
            .addLocal(
                new LocalDeclaration(
                    "price",
                    new Term.Text(
                        List.of(
                            Term.of(Value.of("costs $"), Place.inCode("x")),
                            new Term.Computed("params.price", 0, Place.inCode("x"))),
                        Place.inCode("x")),
                    Place.inCode("x")))
            .build();

    assertThat(BlueprintText.yaml(blueprint)).contains("costs ${'$'}${params.price}");
  }

  @Test
  void aSecretInClearIsNeverWritten() {
    Environment environment =
        Environment.of("a", Blueprint.named("x").build())
            .parameter("token", Value.secret(Value.of("hunter2")));

    assertThatThrownBy(() -> BlueprintText.yaml(environment, "./x.yaml"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("hunter2");
  }

  private static String written(String text) {
    Blueprint blueprint =
        Blueprint.named("x")
            .addLocal(
                new LocalDeclaration(
                    "a", Term.of(Value.of(text), Place.inCode("x")), Place.inCode("x")))
            .build();
    String yaml = BlueprintText.yaml(blueprint);
    return yaml.substring(yaml.indexOf("  a: ") + 5).stripTrailing();
  }
}
