package dev.ashlar.schema.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TitlesTest {
  @Test
  void splitsANameIntoWords() {
    assertThat(Titles.of("VisibilityTimeout")).isEqualTo("Visibility timeout");
    assertThat(Titles.of("visibilityTimeout")).isEqualTo("Visibility timeout");
    assertThat(Titles.of("visibility_timeout")).isEqualTo("Visibility timeout");
    assertThat(Titles.of("name")).isEqualTo("Name");
  }

  @Test
  void leavesAcronymsAsTheyAre() {
    assertThat(Titles.of("KMSKeyId")).isEqualTo("KMS key id");
    assertThat(Titles.of("EnableDNSSupport")).isEqualTo("Enable DNS support");
  }

  @Test
  void leavesWhatHasNoWords() {
    assertThat(Titles.of("")).isEmpty();
    assertThat(Titles.of("_")).isEqualTo("_");
  }

  @Test
  void escapesWhatAUriCannotHold() {
    assertThat(Titles.escaped("/a b")).isEqualTo("a%20b");
    assertThat(Titles.escaped("/a~1b")).isEqualTo("a~1b");
  }
}
