package dev.ashlar.blueprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ashlar.diagnostic.Checked;
import dev.ashlar.diagnostic.Source;
import org.junit.jupiter.api.Test;

/** What is written reads back as the same document, whatever is in it. */
class RoundTripPropertyTest {
  private static final int BLUEPRINTS = 300;

  @Test
  void whatIsWrittenAsYamlReadsBackEqual() {
    for (long seed = 0; seed < BLUEPRINTS; seed++) {
      Blueprint before = new RandomBlueprints(seed).next();
      assertSame(seed, before, "random.yaml", BlueprintText.yaml(before));
    }
  }

  @Test
  void whatIsWrittenAsJsonReadsBackEqual() {
    for (long seed = 0; seed < BLUEPRINTS; seed++) {
      Blueprint before = new RandomBlueprints(seed).next();
      assertSame(seed, before, "random.json", BlueprintText.json(before));
    }
  }

  private static void assertSame(long seed, Blueprint before, String name, String text) {
    Checked<Blueprint> read = Blueprint.read(Source.text(name, text));
    assertThat(read.diagnostics()).as("seed %d:%n%s", seed, text).isEmpty();
    Blueprint after = read.orThrow();
    assertThat(BlueprintText.yaml(after)).as("seed %d", seed).isEqualTo(BlueprintText.yaml(before));
    // Where things stand is not what they are.
    assertThat(after)
        .as("seed %d:%n%s", seed, text)
        .usingRecursiveComparison()
        .ignoringFieldsMatchingRegexes("(?s).*\\b(place|places|offset)(\\..*)?")
        .isEqualTo(before);
  }
}
