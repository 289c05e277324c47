package dev.ashlar.schema.validation;

import static dev.ashlar.schema.validation.BoundedPattern.Answer.MATCH;
import static dev.ashlar.schema.validation.BoundedPattern.Answer.NOT_TRIED;
import static dev.ashlar.schema.validation.BoundedPattern.Answer.NO_MATCH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class BoundedPatternTest {
  @Test
  void findsAMatchAnywhere() {
    assertThat(BoundedPattern.find("b+", "abbc")).isEqualTo(MATCH);
    assertThat(BoundedPattern.find("^b+", "abbc")).isEqualTo(NO_MATCH);
  }

  @Test
  void meansTheVeryEndByADollarSign() {
    assertThat(BoundedPattern.find("^a$", "a")).isEqualTo(MATCH);
    assertThat(BoundedPattern.find("^a$", "a\n")).isEqualTo(NO_MATCH);
  }

  @Test
  void leavesOtherDollarSignsAlone() {
    assertThat(BoundedPattern.find("^[$]\\$$", "$$")).isEqualTo(MATCH);
    assertThat(BoundedPattern.find("[^$]x", "$x")).isEqualTo(NO_MATCH);
  }

  @Test
  void givesUpOnAPatternThatTakesExponentialTime() {
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThat(BoundedPattern.find("^(a+)+\\1b$", "a".repeat(40) + "!"))
                .isEqualTo(NOT_TRIED));
  }

  @Test
  void givesUpOnAPatternThatTakesTooMuchStack() {
    assertThatCode(() -> BoundedPattern.find("^(a|b|cd)*$", "a".repeat(150_000)))
        .doesNotThrowAnyException();
  }

  @Test
  void givesUpOnAHugeText() {
    assertThat(BoundedPattern.find("a", "a".repeat(200_001))).isEqualTo(NOT_TRIED);
  }

  @Test
  void givesUpOnWhatIsNoPattern() {
    assertThat(BoundedPattern.find("[", "a")).isEqualTo(NOT_TRIED);
    assertThat(BoundedPattern.isUsable("[")).isFalse();
    assertThat(BoundedPattern.isUsable("[a]")).isTrue();
  }
}
