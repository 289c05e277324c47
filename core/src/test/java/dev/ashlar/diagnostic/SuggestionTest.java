package dev.ashlar.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  private static final List<String> NAMES =
      List.of("BucketName", "Tags", "VersioningConfiguration");

  @Test
  void suggestsTheNameWithExchangedLetters() {
    assertThat(Suggestion.closest("BukcetName", NAMES)).contains("BucketName");
  }

  @Test
  void suggestsTheNameInItsOwnCase() {
    assertThat(Suggestion.closest("bucketname", NAMES)).contains("BucketName");
  }

  @Test
  void suggestsNothingForANameThatIsNothingAlike() {
    assertThat(Suggestion.closest("Colour", NAMES)).isEmpty();
  }

  @Test
  void suggestsNothingForShortNamesThatShareALetter() {
    assertThat(Suggestion.closest("ab", List.of("xy", "az"))).contains("az");
    assertThat(Suggestion.closest("ab", List.of("xy", "zz"))).isEmpty();
  }

  @Test
  void takesTheFirstInOrderOfThoseAsSimilar() {
    assertThat(Suggestion.closest("zone", List.of("zonf", "zona"))).contains("zona");
  }

  @Test
  void givesTheClauseOfAMessage() {
    assertThat(Suggestion.clause("tgas", NAMES)).isEqualTo("; did you mean Tags?");
    assertThat(Suggestion.clause("Colour", NAMES)).isEmpty();
  }

  @Test
  void takesNoTimeForAHugeName() {
    assertThat(Suggestion.closest("x".repeat(1_000_000), NAMES)).isEmpty();
  }
}
